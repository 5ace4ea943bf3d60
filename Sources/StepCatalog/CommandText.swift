import TaskSequence

/// A command, parameters or a script, taken apart as shells do, but for what only they know.
struct CommandText {
  /// A run of letters, digits and `_`, with `-` and `.` between them.
  struct Word {
    let range: Range<Int>
    let text: String
    let lower: String
    /// Whether `-`, `--` or `/` stands before it.
    let isSwitch: Bool
    /// Whether a slash does, which no variable of PowerShell follows.
    let hasSlash: Bool
    /// Whether it is a variable of PowerShell.
    let isVariable: Bool
    /// The place of the quotation mark that closes the text it stands in; nil outside of quotes.
    let quoteEnd: Int?
  }

  let bytes: [UInt8]
  let words: [Word]

  init(_ text: String) {
    bytes = Array(text.utf8)
    words = Self.words(of: bytes)
  }

  subscript(range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }

  func byte(_ place: Int) -> UInt8 { bytes.indices.contains(place) ? bytes[place] : 0 }

  /// The first place from one on where none of some characters stands.
  func skipping(_ characters: String, from start: Int) -> Int {
    var place = start
    while place < bytes.count, characters.utf8.contains(bytes[place]) { place += 1 }
    return place
  }

  // MARK: Values

  /// The value that a switch, a parameter or a name is given; nil when it is given none.
  func value(after word: Word) -> Range<Int>? {
    // What closes a name: `"password": x`, `.Value('Password') = x`.
    let end = skipping("\"')]", from: word.range.upperBound)
    let isClosed = end > word.range.upperBound
    let place = skippingSpace(from: end)
    guard place < bytes.count else { return nil }
    if bytes[place] == UInt8(ascii: "=") || bytes[place] == UInt8(ascii: ":") {
      // `==` compares, and `::` opens no value.
      guard word.isSwitch || !"=:".utf8.contains(byte(place + 1)) else { return nil }
      let value = assigned(from: place + 1, to: word, isClosed: isClosed)
      let needsQuotes =
        word.isVariable || isClosed && bytes[place] == UInt8(ascii: "=")
      return needsQuotes && value.map(isQuoted) != true ? nil : value
    }
    // Another switch may follow: then this one has no value.
    guard word.isSwitch, !isClosed, place > end, let token = token(from: place),
      isQuoted(token) || !isSwitch(token)
    else { return nil }
    return token
  }

  /// What stands behind a sign: a text in quotes, the rest of the quotes that hold nothing but this
  /// setting, all that `set` takes, else one word.
  private func assigned(from start: Int, to word: Word, isClosed: Bool) -> Range<Int>? {
    if let end = word.quoteEnd, !isClosed {
      guard start < end else { return nil }
      let token = token(from: start).map { $0.lowerBound..<min($0.upperBound, end) }
      if let token, isQuoted(token) { return token }
      let isWhole = word.range.lowerBound > 0 && Self.isQuote(bytes[word.range.lowerBound - 1])
      return isWhole || isSet(word) ? start..<end : token
    }
    if isSet(word) {
      let line = bytes[start...].prefix { !"&\r\n\"".utf8.contains($0) }
      if !line.isEmpty { return line.startIndex..<line.endIndex }
    }
    return token(from: start)
  }

  /// Whether `set` stands before a name.
  private func isSet(_ word: Word) -> Bool {
    var place = word.range.lowerBound
    while place > 0, Self.isSpace(bytes[place - 1]) || Self.isQuote(bytes[place - 1]) { place -= 1 }
    guard place >= 3, place < word.range.lowerBound else { return false }
    return self[place - 3..<place].lowercased() == "set"
      && (place == 3 || !Self.isPart(bytes[place - 4]))
  }

  /// The next word of a command from a place on: what is in quotes, without these, or what has no blank.
  func token(from start: Int) -> Range<Int>? {
    let place = skippingSpace(from: start)
    guard place < bytes.count else { return nil }
    if isEscapedQuote(place) {
      let inside = place + 2
      let end = bytes.indices[inside...].first { isEscapedQuote($0) } ?? bytes.count
      return inside < end ? inside..<end : nil
    }
    let first = bytes[place]
    guard Self.isQuote(first) else {
      let end = bytes[place...].firstIndex { Self.isSpace($0) || $0 == UInt8(ascii: "\"") }
      return place..<(end ?? bytes.count)
    }
    // Doubled, it stands for itself.
    var end = place + 1
    while end < bytes.count, bytes[end] != first || byte(end + 1) == first {
      end += bytes[end] == first ? 2 : 1
    }
    end = min(end, bytes.count)
    return place + 1 < end ? place + 1..<end : nil
  }

  /// Where a word of a command and the quotation mark behind it end.
  func end(of token: Range<Int>) -> Int {
    isQuoted(token) ? min(token.upperBound + 1, bytes.count) : token.upperBound
  }

  func isQuoted(_ token: Range<Int>) -> Bool {
    token.lowerBound > 0 && Self.isQuote(bytes[token.lowerBound - 1])
  }

  /// Whether a quotation mark stands at a place with what makes it a part of a text before it.
  private func isEscapedQuote(_ place: Int) -> Bool {
    (byte(place) == UInt8(ascii: "\\") || byte(place) == UInt8(ascii: "`"))
      && byte(place + 1) == UInt8(ascii: "\"")
  }

  private func isSwitch(_ token: Range<Int>) -> Bool {
    guard token.count > 1, "-/".utf8.contains(bytes[token.lowerBound]) else { return false }
    let next = bytes[token.lowerBound + 1]
    return Self.isLetter(next) || next == UInt8(ascii: "-")
  }

  /// Whether a value is written out, not named: no variable, no expression, no yes or no, no path.
  func isLiteral(_ value: Range<Int>, of word: Word) -> Bool {
    let text = self[value]
    let lower = text.lowercased()
    guard Secrets.isWorthHiding(text), !Self.answers.contains(lower) else { return false }
    if !word.hasSlash {
      let rest = text.dropFirst()
      let isNamed =
        rest.first.map { $0.isLetter || "_({".contains($0) } ?? true
        && rest.allSatisfy { $0.isLetter || $0.isNumber || "_.:{}[]();,\"'".contains($0) }
      if text.hasPrefix("$"), isNamed { return false }
      if !isQuoted(value), text.hasPrefix("(") || text.hasPrefix("[") || text.hasPrefix("$(") {
        return false
      }
    }
    // What keys and tokens are looked up by.
    let isPath =
      lower.hasPrefix("hk") || lower.hasPrefix("\\\\") || lower.dropFirst().hasPrefix(":\\")
    return !isPath || ["pass", "pwd", "pw", "secret"].contains(where: word.lower.contains)
      || word.lower == "use" || word.lower == "user"
  }

  private static let answers: Set<String> = [
    "true", "false", "$true", "$false", "yes", "no", "0", "1", "*", "\\", "$null", "null", "{", "[",
    "@{", "|", "+",
  ]
}

// MARK: Letters

extension CommandText {
  private static func words(of bytes: [UInt8]) -> [Word] {
    var words: [Word] = []
    var quoteEnd: Int?
    var place = 0
    while place < bytes.count {
      if let end = quoteEnd, place >= end {
        quoteEnd = nil
        place = max(place, end) + (place == end ? 1 : 0)
        continue
      }
      let byte = bytes[place]
      if isPart(byte), byte != UInt8(ascii: "-"), byte != UInt8(ascii: ".") {
        let word = word(of: bytes, at: place, quoteEnd)
        words.append(word)
        place = word.range.upperBound
        continue
      }
      // An apostrophe inside a word is no quotation mark.
      let opens =
        byte == UInt8(ascii: "\"")
        || byte == UInt8(ascii: "'") && (place == 0 || !isPart(bytes[place - 1]))
      if opens, quoteEnd == nil { quoteEnd = bytes[(place + 1)...].firstIndex(of: byte) }
      place += 1
    }
    return words
  }

  private static func word(of bytes: [UInt8], at start: Int, _ quoteEnd: Int?) -> Word {
    var end = bytes[start...].firstIndex { !isPart($0) } ?? bytes.count
    while end > start + 1, "-.".utf8.contains(bytes[end - 1]) { end -= 1 }
    let text = String(decoding: bytes[start..<end], as: UTF8.self)
    let before = start > 0 ? bytes[start - 1] : 0
    var lead = start
    while lead > 0, "-/".utf8.contains(bytes[lead - 1]) { lead -= 1 }
    let isFree = lead == 0 || isSpace(bytes[lead - 1]) || isQuote(bytes[lead - 1])
    let isSwitch = lead < start && isFree
    return Word(
      range: start..<end, text: text, lower: text.lowercased(), isSwitch: isSwitch,
      hasSlash: isSwitch && before == UInt8(ascii: "/"),
      isVariable: before == UInt8(ascii: "$")
        || before == UInt8(ascii: ":")
          && bytes[..<(start - 1)].suffix(8).contains(UInt8(ascii: "$")),
      quoteEnd: quoteEnd)
  }

  private func skippingSpace(from start: Int) -> Int {
    var place = start
    while place < bytes.count, Self.isSpace(bytes[place]) { place += 1 }
    return place
  }

  private static func isLetter(_ byte: UInt8) -> Bool { (byte | 0x20) &- UInt8(ascii: "a") < 26 }

  private static func isPart(_ byte: UInt8) -> Bool {
    isLetter(byte) || byte &- 0x30 < 10 || byte >= 0x80 || "_-.".utf8.contains(byte)
  }

  private static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || 0x09...0x0D ~= byte }

  private static func isQuote(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'")
  }
}
