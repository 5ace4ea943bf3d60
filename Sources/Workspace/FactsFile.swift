import Glibc
import Storage

/// The values the conditions of a file are tried out with, kept in the state folder.
package struct FactsFile {
  private let folder: String
  private let path: String

  /// The file for a sequence; nil where there is no state folder.
  package init?(of sequence: String) {
    guard let state = Environment.stateFolder else { return nil }
    folder = state + "/facts"
    let name = Fingerprint(of: Path.absolute(sequence).utf8).text
    path = "\(folder)/\(name).txt"
  }

  /// What was kept; nil when there is nothing.
  package var text: String? {
    (try? AtomicFile.read(path)).map { String(decoding: $0, as: UTF8.self) }
  }

  /// Keeps a text, nothing when it is empty; what cannot be kept is forgotten with the session.
  package func write(_ text: String) {
    guard !text.isEmpty else {
      unlink(path)
      return
    }
    guard (try? PrivateFolder.make(folder)) != nil else { return }
    try? AtomicFile.write(TextContent(text), to: path)
  }
}
