import Foundation

/// The real task sequences, in a folder beside the package; not everybody has it.
package enum Corpus {
  static let folder: URL? = {
    let named = ProcessInfo.processInfo.environment["TSEDIT_CORPUS"]
    let package = URL(filePath: #filePath).appending(path: "../../..").standardized
    let place = named.map { URL(filePath: $0) } ?? package.appending(path: "../shared/corpus")
    return FileManager.default.fileExists(atPath: place.path) ? place.standardized : nil
  }()

  package static let isThere = folder != nil

  /// Why a test that needs the folder is skipped.
  package static let skipped =
    "needs the corpus: ../shared/corpus beside the package, or TSEDIT_CORPUS"

  /// Every XML file up to a size, in one order on every machine.
  package static func files(upTo limit: Int = .max) -> [(path: String, bytes: [UInt8])] {
    guard let folder, let all = FileManager.default.enumerator(atPath: folder.path) else {
      return []
    }
    let paths = all.compactMap { $0 as? String }.filter { $0.lowercased().hasSuffix(".xml") }
    return paths.sorted().compactMap { path in
      guard let data = FileManager.default.contents(atPath: folder.path + "/" + path),
        data.count <= limit
      else { return nil }
      return (path, [UInt8](data))
    }
  }
}
