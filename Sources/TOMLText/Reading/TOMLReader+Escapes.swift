extension TOMLReader {
  /// Reads what begins with a backslash in a text.
  mutating func readEscape(isLong: Bool, into content: inout [UInt8]) throws(TOMLFault) {
    let start = cursor
    _ = cursor.take("\\")
    if isLong, takeFold() { return }
    if let scalar = try readNumbered(from: start) {
      content += String(Character(scalar)).utf8
      return
    }
    guard let letter = cursor.take(upTo: 1, while: { Self.meaning(of: $0) != nil }).first,
      let meaning = Self.meaning(of: letter)
    else { throw start.fault("'\\' is written '\\\\' in a text, or the text stands between '…'") }
    content.append(meaning)
  }

  /// Passes a line end behind a backslash, blanks before it, and all white space after it.
  private mutating func takeFold() -> Bool {
    let start = cursor
    cursor.skipBlanks()
    guard cursor.takeLineEnd() else {
      cursor = start
      return false
    }
    repeat { cursor.skipBlanks() } while cursor.takeLineEnd()
    return true
  }

  /// Reads a character by its number; nil when there is none.
  private mutating func readNumbered(from start: TextCursor) throws(TOMLFault) -> Unicode.Scalar? {
    let count = cursor.take("u") ? 4 : cursor.take("U") ? 8 : 0
    guard count > 0 else { return nil }
    let digits = cursor.take(upTo: count) { NumberSyntax.digit($0) < 16 }
    guard digits.count == count,
      let number = UInt32(String(decoding: digits, as: UTF8.self), radix: 16),
      let scalar = Unicode.Scalar(number)
    else {
      let letter = count == 4 ? "u" : "U"
      throw start.fault("expected the number of a character, \(count) digits, after '\\\(letter)'")
    }
    return scalar
  }

  private static func meaning(of letter: UInt8) -> UInt8? {
    switch letter {
    case UInt8(ascii: "b"): 0x08
    case UInt8(ascii: "t"): 0x09
    case UInt8(ascii: "n"): 0x0A
    case UInt8(ascii: "f"): 0x0C
    case UInt8(ascii: "r"): 0x0D
    case UInt8(ascii: "\""), UInt8(ascii: "\\"): letter
    default: nil
    }
  }
}
