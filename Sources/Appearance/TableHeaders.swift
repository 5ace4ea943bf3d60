/// Looks at the `[table]` lines of TOML text before the parser does.
///
/// The parser (toml++ 3) takes for granted that a header begins with a key, and stops the whole program
/// when it does not. Only text that is wrong anyhow may be refused here without need.
struct TableHeaders {
  private let bytes: [UInt8]
  private var index = 0
  private var line = 1

  /// The line of the first header that begins with something else than a key or `]`; nil when there is
  /// none.
  static func faultyLine(in text: String) -> Int? {
    var headers = TableHeaders(bytes: Array(text.utf8))
    return headers.findFault()
  }

  private init(bytes: [UInt8]) { self.bytes = bytes }

  private mutating func findFault() -> Int? {
    // A bracket outside of all others opens a header, unless it is a value.
    var (depth, isValue) = (0, false)
    while index < bytes.count {
      let byte = bytes[index]
      switch byte {
      case UInt8(ascii: "["):
        if depth == 0, !isValue, !beginsWithKey { return line }
        depth += 1
      case UInt8(ascii: "{"): depth += 1
      case UInt8(ascii: "]"), UInt8(ascii: "}"): depth = max(0, depth - 1)
      case UInt8(ascii: "="): isValue = true
      case UInt8(ascii: "\""), UInt8(ascii: "'"): skipString()
      case UInt8(ascii: "#"): while index + 1 < bytes.count, !isLineEnd(index + 1) { index += 1 }
      case 0x80...: isValue = false
      default: if isLineEnd(index) { isValue = false }
      }
      if index < bytes.count, bytes[index] == UInt8(ascii: "\n") { line += 1 }
      index += 1
    }
    return nil
  }

  /// Whether what stands behind the bracket, or behind two of them, can begin a key.
  private var beginsWithKey: Bool {
    var place = index
    for _ in 0..<2 where place < bytes.count && bytes[place] == UInt8(ascii: "[") {
      place += 1
      while place < bytes.count, [0x20, 0x09].contains(bytes[place]) { place += 1 }
    }
    guard place < bytes.count else { return true }
    switch bytes[place] {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"):
      return true
    default: return "_-\"']".utf8.contains(bytes[place])
    }
  }

  /// Control characters, and the line ends of Unicode.
  private func isLineEnd(_ place: Int) -> Bool {
    if bytes[place] < 0x20 { return bytes[place] != 0x09 }
    let ends: [[UInt8]] = [[0xC2, 0x85], [0xE2, 0x80, 0xA8], [0xE2, 0x80, 0xA9]]
    return ends.contains { bytes[place...].starts(with: $0) }
  }

  /// Goes to the last byte of the string that begins here, or of its line.
  private mutating func skipString() {
    let quote = bytes[index]
    let isLong = bytes[index...].starts(with: [quote, quote, quote])
    let width = isLong ? 3 : 1
    index += width
    while index < bytes.count {
      if bytes[index...].starts(with: repeatElement(quote, count: width)) {
        index += width - 1
        return
      }
      if !isLong, isLineEnd(index) { return }
      let isEscape = quote == UInt8(ascii: "\"") && bytes[index] == UInt8(ascii: "\\")
      if isEscape, !isLong, index + 1 < bytes.count, isLineEnd(index + 1) { return }
      if bytes[index] == UInt8(ascii: "\n") { line += 1 }
      index += isEscape ? 2 : 1
    }
  }
}
