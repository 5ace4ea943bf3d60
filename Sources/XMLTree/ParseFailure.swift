/// Why some bytes are not well-formed XML, in words for a person.
package struct ParseFailure: Error, Equatable, Sendable {
  /// The line, from 1.
  package var line: Int
  /// The column in characters, from 1.
  package var column: Int
  private let words: String
  /// The line on which what it names begins, such as the element whose end is missing.
  private var origin: Int?

  /// What is wrong and what was expected, a sentence without its full stop.
  package var reason: String { origin.map { "\(words) on line \($0)" } ?? words }

  package init(line: Int, column: Int, reason: String) {
    self.line = line
    self.column = column
    words = reason
  }

  /// Finds line and column of a byte offset; a line ends at LF, CRLF or CR.
  ///
  /// - Parameter origin: Where what the reason names begins; its line ends the reason.
  init(_ reason: String, at offset: Int, from origin: Int? = nil, in bytes: [UInt8]) {
    (line, column) = lineAndColumn(of: offset, in: bytes)
    words = reason
    self.origin = origin.map { lineAndColumn(of: $0, in: bytes).line }
  }

  /// The same failure in a text that this one is a part of: every place it names is put where it is
  /// there.
  package func moved(
    _ place: ((line: Int, column: Int)) -> (line: Int, column: Int)
  ) -> ParseFailure {
    var moved = self
    (moved.line, moved.column) = place((line, column))
    moved.origin = origin.map { place(($0, 1)).line }
    return moved
  }
}
