import Foundation
import Testing

/// The handed-over cases of runs, in a folder beside the package; not everybody has it.
enum RunCases {
  private static let file: URL? = {
    let named = ProcessInfo.processInfo.environment["TSEDIT_DOMAIN"]
    let package = URL(filePath: #filePath).appending(path: "../../..").standardized
    let folder = named.map { URL(filePath: $0) } ?? package.appending(path: "../shared/domain")
    let file = folder.appending(path: "run-cases.json").standardized
    return FileManager.default.fileExists(atPath: file.path) ? file : nil
  }()

  static let areThere = file != nil
  static let skipped = "needs run-cases.json: ../shared/domain beside the package, or TSEDIT_DOMAIN"

  /// A case of a run: its id, and the bytes of the situation it is.
  struct Case: Sendable, CustomTestStringConvertible {
    let id: String
    let bytes: [UInt8]

    var testDescription: String { id }
  }

  /// The cases of runs, in their order; those of logs are not among them.
  static let all: [Case] = {
    guard let file, let data = try? Data(contentsOf: file),
      let read = try? JSONSerialization.jsonObject(with: data) as? [String: Any],
      let cases = read["cases"] as? [[String: Any]]
    else { return [] }
    return cases.compactMap { entry in
      guard entry["log"] == nil, let id = entry["id"] as? String,
        let data = try? JSONSerialization.data(withJSONObject: entry)
      else { return nil }
      return Case(id: id, bytes: [UInt8](data))
    }
  }()
}
