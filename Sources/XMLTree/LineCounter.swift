/// Counts lines and columns, in characters and from 1, along a text that may come in pieces; a line
/// ends at LF, CRLF or CR.
struct LineCounter {
  private var line: Int
  private var column: Int
  /// Whether the last byte was a CR: what follows tells whether the line has ended.
  private var isBehindReturn = false

  init(from start: (line: Int, column: Int) = (1, 1)) { (line, column) = start }

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

/// The lines and the columns of many byte offsets in a text that begins at a place of a longer one.
///
/// Costs one pass up to the last of them.
package func linesAndColumns<Key>(
  of offsets: [Key: Int], in bytes: [UInt8], from start: (line: Int, column: Int)
) -> [Key: (line: Int, column: Int)] {
  var counter = LineCounter(from: start)
  var places: [Key: (line: Int, column: Int)] = [:]
  var position = 0
  for (key, offset) in offsets.sorted(by: { $0.value < $1.value }) {
    let end = min(max(offset, position), bytes.count)
    counter.pass(bytes[position..<end])
    position = end
    places[key] = counter.place(of: end < bytes.count ? bytes[end] : nil)
  }
  return places
}

/// The byte offset of a line and a column, from 1, in a text; its end when it has no such place.
package func offset(of place: (line: Int, column: Int), in bytes: [UInt8]) -> Int {
  var counter = LineCounter()
  for index in bytes.indices {
    // A character is where its first byte is.
    if bytes[index] & 0xC0 != 0x80, counter.place(of: bytes[index]) == place { return index }
    counter.pass(bytes[index...index])
  }
  return bytes.count
}
