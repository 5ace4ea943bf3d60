import Glibc
import Storage

/// What is kept of a file between sessions, in the state folder.
package struct KeptText {
  package enum Kind: String, Sendable {
    /// The values its conditions are tried out with.
    case facts
    /// How it was looked at.
    case view = "views"
  }

  private let folder: String
  private let path: String

  /// The file for a sequence; nil where there is no state folder.
  package init?(_ kind: Kind, of sequence: String) {
    guard let state = Environment.stateFolder else { return nil }
    folder = "\(state)/\(kind.rawValue)"
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
