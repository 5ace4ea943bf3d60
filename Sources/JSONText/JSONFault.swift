/// What is wrong with a JSON text.
package struct JSONFault: Error, Equatable, Sendable {
  /// Counted from 1.
  package let line: Int
  /// A sentence without its full stop.
  package let reason: String

  package init(line: Int, _ reason: String) {
    self.line = line
    self.reason = reason
  }
}
