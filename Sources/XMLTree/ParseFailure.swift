/// Why some bytes are not well-formed XML, in words for a person.
package struct ParseFailure: Error, Equatable, Sendable {
  /// The line, from 1.
  package var line: Int
  /// The column in characters, from 1.
  package var column: Int
  /// What is wrong and what was expected, a sentence without its full stop.
  package var reason: String

  package init(line: Int, column: Int, reason: String) {
    self.line = line
    self.column = column
    self.reason = reason
  }

  /// Finds line and column of a byte offset; a line ends at LF, CRLF or CR.
  init(_ reason: String, at offset: Int, in bytes: [UInt8]) {
    (line, column) = lineAndColumn(of: offset, in: bytes)
    self.reason = reason
  }
}
