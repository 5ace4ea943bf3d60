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

  /// Copies a file or a folder of it.
  package static func copy(_ path: String, to place: String) throws {
    guard let folder else { throw CocoaError(.fileNoSuchFile) }
    try FileManager.default.copyItem(atPath: folder.path + "/" + path, toPath: place)
  }

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

  /// Every archive, in one order on every machine.
  package static func archives() -> [(path: String, bytes: [UInt8])] {
    guard let folder, let all = FileManager.default.enumerator(atPath: folder.path) else {
      return []
    }
    let paths = all.compactMap { $0 as? String }.filter { $0.lowercased().hasSuffix(".zip") }
    return paths.sorted().compactMap { path in
      FileManager.default.contents(atPath: folder.path + "/" + path).map { (path, [UInt8]($0)) }
    }
  }

  /// Whether what packs and unpacks exports is there.
  package static let canUnpack = FileManager.default.isExecutableFile(atPath: "/usr/bin/unzip")

  /// The sequences inside exported archives, as the files an archive holds, in its order.
  package static func packedFiles() throws -> [(path: String, bytes: [UInt8])] {
    guard let folder, let all = FileManager.default.enumerator(atPath: folder.path) else {
      return []
    }
    let archives = all.compactMap { $0 as? String }.filter { $0.lowercased().hasSuffix(".zip") }
    return try archives.sorted().flatMap { archive in
      let path = "\(folder.path)/\(archive)"
      let entries = String(decoding: try unzip(["-Z1", path]), as: UTF8.self)
        .split(whereSeparator: \.isNewline)
        .filter { $0.hasPrefix("SMS_TaskSequencePackage/") && $0.hasSuffix("/object.xml") }
      return try entries.map { ("\(archive)/\($0)", try unzip(["-p", path, String($0)])) }
    }
  }

  private static func unzip(_ arguments: [String]) throws -> [UInt8] {
    let (process, output) = (Process(), Pipe())
    process.executableURL = URL(filePath: "/usr/bin/unzip")
    process.arguments = arguments
    process.standardOutput = output
    process.standardError = FileHandle.nullDevice
    try process.run()
    let bytes = try output.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    return [UInt8](bytes)
  }
}
