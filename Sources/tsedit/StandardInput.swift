import Storage
import TaskSequence

/// What was read from standard input is known to its journal by what was in it.
enum StandardInput {
  private static let stem = "/dev/stdin#"

  /// The name it has wherever a file has a path; the same bytes have the same name.
  static func name(of document: SequenceDocument) -> String {
    stem + Fingerprint(of: document.serialized()).text
  }

  static func isName(_ path: String) -> Bool { path.hasPrefix(stem) }
}
