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

  /// The files of a kind by the folder's own list, in its order.
  package static func files(ofKind kind: String) -> [(path: String, bytes: [UInt8])] {
    guard let folder, let list = FileManager.default.contents(atPath: folder.path + "/MANIFEST.tsv")
    else { return [] }
    let rows = String(decoding: list, as: UTF8.self).split(whereSeparator: \.isNewline).map {
      $0.split(separator: "\t", omittingEmptySubsequences: false)
    }
    guard
      let (path, kinds) = rows.first.flatMap({ row in
        row.firstIndex(of: "path").flatMap { path in row.firstIndex(of: "kind").map { (path, $0) } }
      })
    else { return [] }
    return rows.filter { $0.count > max(path, kinds) && $0[kinds] == kind }.compactMap { row in
      FileManager.default.contents(atPath: "\(folder.path)/\(row[path])").map {
        (String(row[path]), [UInt8]($0))
      }
    }
  }
}
