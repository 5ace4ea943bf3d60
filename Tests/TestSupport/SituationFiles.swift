import Foundation

/// Small files of one situation each, in a folder beside the package; not everybody has it.
package enum SituationFiles {
  static let folder: URL? = {
    let named = ProcessInfo.processInfo.environment["TSEDIT_CASES"]
    let package = URL(filePath: #filePath).appending(path: "../../..").standardized
    let place = named.map { URL(filePath: $0) } ?? package.appending(path: "../shared/cases")
    return FileManager.default.fileExists(atPath: place.path) ? place.standardized : nil
  }()

  package static let areThere = folder != nil

  /// Why a test that needs the folder is skipped.
  package static let skipped =
    "needs the situations: ../shared/cases beside the package, or TSEDIT_CASES"

  /// The bytes of a file; nil when it is not there.
  package static func bytes(of name: String) -> [UInt8]? {
    folder.flatMap { FileManager.default.contents(atPath: $0.appending(path: name).path) }.map {
      [UInt8]($0)
    }
  }

  /// The text of a file; nil when it is not there.
  package static func text(of name: String) -> String? {
    bytes(of: name).map { String(decoding: $0, as: UTF8.self) }
  }
}
