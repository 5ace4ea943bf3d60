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

/// The line and the column, in characters, of a byte offset; both from 1.
///
/// Costs one pass up to it.
package func lineAndColumn(of offset: Int, in bytes: [UInt8]) -> (line: Int, column: Int) {
  var line = 1
  var column = 1
  let end = min(offset, bytes.count)
  var index = 0
  while index < end {
    let byte = bytes[index]
    if byte == 0x0A || (byte == 0x0D && !(index + 1 < bytes.count && bytes[index + 1] == 0x0A)) {
      line += 1
      column = 1
    } else if byte & 0xC0 != 0x80 {
      column += 1
    }
    index += 1
  }
  return (line, column)
}
