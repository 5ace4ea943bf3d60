import Glibc
import Storage

/// The files opened last, kept in the state folder: a path a line, the last first.
package enum RecentFiles {
  private static let limit = 50

  private static var file: String? { Environment.stateFolder.map { "\($0)/recent" } }

  /// The files that are still there, the last first.
  package static var paths: [String] { kept.filter { access($0, F_OK) == 0 } }

  private static var kept: [String] {
    guard let bytes = file.flatMap({ try? AtomicFile.read($0) }) else { return [] }
    return String(decoding: bytes, as: UTF8.self).split(separator: "\n").map(String.init)
  }

  /// Notes that a file was opened; what cannot be kept is forgotten with the session.
  package static func note(_ path: String) {
    let path = Path.absolute(path)
    guard let file, !path.contains("\n"), (try? PrivateFolder.make(Path.folder(of: file))) != nil
    else { return }
    let paths = ([path] + kept.filter { $0 != path }).prefix(limit)
    try? AtomicFile.write(TextContent(paths.map { $0 + "\n" }.joined()), to: file)
  }
}
