import Storage
package import TaskSequence

/// What was read from standard input is known to its journal by what was in it.
package enum StandardInput {
  private static let stem = "/dev/stdin#"

  /// The name it has wherever a file has a path; the same bytes have the same name.
  package static func name(of document: SequenceDocument) -> String {
    stem + Fingerprint(of: document.serialized()).text
  }

  /// Whether a name is such a one.
  package static func isName(_ path: String) -> Bool { path.hasPrefix(stem) }
}
