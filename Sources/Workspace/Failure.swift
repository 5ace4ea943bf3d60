import Glibc
import Screen
import Storage

/// Why the program cannot do what it was asked.
package struct Failure: Error {
  /// What it says, each a whole sentence.
  package let sentences: [String]
  /// The exit code.
  package let code: Int32

  /// Something was found that should be looked at.
  package static let findings: Int32 = 1
  /// The input cannot be read, or the command line makes no sense.
  package static let badUse: Int32 = 2
  /// A sequence was not written because it would be broken.
  package static let refused: Int32 = 3

  /// Says one sentence or more.
  package init(_ sentences: String..., code: Int32 = badUse) { self.init(sentences, code: code) }

  /// The same, with the sentences in a list.
  package init(_ sentences: [String], code: Int32 = badUse) {
    self.sentences = sentences
    self.code = code
  }

  /// Tells everything on standard error.
  package func report() {
    for sentence in sentences { Self.say("tsedit: " + sentence) }
  }

  /// Writes a line to standard error.
  package static func say(_ text: String) {
    try? AtomicFile.writeAll(TextContent(Printable.text(text) + "\n"), to: STDERR_FILENO)
  }
}
