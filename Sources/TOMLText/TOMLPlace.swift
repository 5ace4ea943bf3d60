/// Where something stands in a text.
package struct TOMLPlace: Hashable, Sendable, CustomStringConvertible {
  /// The line, from 1.
  package let line: Int
  /// The character in the line, from 1: Unicode scalars are counted, a tab is one.
  package let column: Int

  /// As a sentence names it: `line 3, column 5`.
  package var description: String { "line \(line), column \(column)" }
}
