/// Counts lines and columns, in characters and from 1, along a text that may come in pieces; a line
/// ends at LF, CRLF or CR.
struct LineCounter {
  private var line = 1
  private var column = 1
  /// Whether the last byte was a CR: what follows tells whether the line has ended.
  private var isBehindReturn = false

  /// Goes past some bytes; costs a look at each.
  mutating func pass(_ bytes: ArraySlice<UInt8>) {
    for byte in bytes {
      if byte == 0x0A || isBehindReturn {
        line += 1
        column = 1
        isBehindReturn = false
      }
      guard byte != 0x0A else { continue }
      isBehindReturn = byte == 0x0D
      if byte & 0xC0 != 0x80 { column += 1 }
    }
  }

  /// Where the next byte stands; nil at the end of the text.
  func place(of next: UInt8?) -> (line: Int, column: Int) {
    isBehindReturn && next != 0x0A ? (line + 1, 1) : (line, column)
  }
}

/// The line and the column, in characters, of a byte offset; both from 1.
///
/// Costs one pass up to it.
package func lineAndColumn(of offset: Int, in bytes: [UInt8]) -> (line: Int, column: Int) {
  let end = min(offset, bytes.count)
  var counter = LineCounter()
  counter.pass(bytes[..<end])
  return counter.place(of: end < bytes.count ? bytes[end] : nil)
}
