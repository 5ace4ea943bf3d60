/// Looks at the `[table]` lines of TOML text before the parser does.
///
/// The parser (toml++ 3) takes for granted that a header begins with a key, and stops the whole program
/// when it does not.
enum TableHeaders {
  /// The line of the first header that begins with something else than a key or `]`; nil when there is
  /// none.
  static func faultyLine(in text: String) -> Int? {
    let bytes = Array(text.utf8)
    var (index, line, depth, isLineStart) = (0, 1, 0, true)
    func at(_ place: Int) -> UInt8? { place < bytes.count ? bytes[place] : nil }
    func afterBlanks(_ place: Int) -> Int {
      var place = place
      while at(place) == UInt8(ascii: " ") || at(place) == UInt8(ascii: "\t") { place += 1 }
      return place
    }
    while let byte = at(index) {
      switch byte {
      case UInt8(ascii: "["):
        if isLineStart, depth == 0 {
          var key = afterBlanks(index + 1)
          if at(key) == UInt8(ascii: "[") { key = afterBlanks(key + 1) }
          if let first = at(key), !canStart(first) { return line }
        }
        depth += 1
      case UInt8(ascii: "{"): depth += 1
      case UInt8(ascii: "]"), UInt8(ascii: "}"): depth = max(0, depth - 1)
      case UInt8(ascii: "\""), UInt8(ascii: "'"):
        let end = endOfString(bytes, at: index)
        line += bytes[index..<end].count { $0 == UInt8(ascii: "\n") }
        index = end - 1
      case UInt8(ascii: "#"):
        while let next = at(index + 1), next != UInt8(ascii: "\n") { index += 1 }
      default: break
      }
      if byte == UInt8(ascii: "\n") { line += 1 }
      let isBlank = [UInt8(ascii: " "), UInt8(ascii: "\t"), UInt8(ascii: "\r")].contains(byte)
      isLineStart = byte == UInt8(ascii: "\n") || isLineStart && isBlank
      index += 1
    }
    return nil
  }

  private static func canStart(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"):
      true
    default: "_-\"']".utf8.contains(byte)
    }
  }

  /// Where the string ends whose first quote stands at `start`: behind its last, or where its line
  /// ends.
  private static func endOfString(_ bytes: [UInt8], at start: Int) -> Int {
    let quote = bytes[start]
    let isLong = bytes[start...].starts(with: [quote, quote, quote])
    let width = isLong ? 3 : 1
    var index = start + width
    while index < bytes.count {
      if bytes[index...].starts(with: repeatElement(quote, count: width)) { return index + width }
      if !isLong, bytes[index] == UInt8(ascii: "\n") { return index }
      index += quote == UInt8(ascii: "\"") && bytes[index] == UInt8(ascii: "\\") ? 2 : 1
    }
    return bytes.count
  }
}
