extension TOMLReader {
  /// Reads a text in quotes, three of them where it may go over several lines.
  mutating func readString(isKey: Bool) throws(TOMLFault) -> String {
    let opening = cursor
    let quote: Unicode.Scalar = cursor.isAt("'") ? "'" : "\""
    // Two quotes are an empty text, three and more open a long one.
    let width = cursor.take(quote, upTo: 3)
    if width == 2 { return "" }
    let isLong = width == 3
    if isLong {
      guard !isKey else { throw opening.fault("a name has one quote at either end") }
      _ = cursor.takeLineEnd()
    }
    var content: [UInt8] = []
    while !cursor.isAtEnd {
      content += cursor.take { Self.isPlain($0) && $0 != UInt8(ascii: quote) }
      if cursor.isAt(quote) {
        if takeQuotes(quote, isLong: isLong, into: &content) {
          return String(decoding: content, as: UTF8.self)
        }
      } else if cursor.isAtLineEnd {
        guard isLong else { break }
        _ = cursor.takeLineEnd()
        content.append(UInt8(ascii: "\n"))
      } else if quote == "\"", cursor.isAt("\\") {
        try readEscape(isLong: isLong, into: &content)
      } else if !cursor.isAtEnd {
        content += try cursor.takeCharacter()
      }
    }
    throw opening.fault("the text has no closing quote")
  }

  /// Passes quotes inside or at the end of a text, and says whether it ends there.
  private mutating func takeQuotes(
    _ quote: Unicode.Scalar, isLong: Bool, into content: inout [UInt8]
  ) -> Bool {
    // Up to two quotes may stand before the three that end a long text.
    let count = cursor.take(quote, upTo: isLong ? 5 : 1)
    let isEnd = !isLong || count >= 3
    let inside = isEnd ? max(0, count - 3) : count
    content += repeatElement(UInt8(ascii: quote), count: inside)
    return isEnd
  }

  private static func isPlain(_ byte: UInt8) -> Bool {
    byte >= 0x20 && byte < 0x7F && byte != UInt8(ascii: "\\")
  }
}
