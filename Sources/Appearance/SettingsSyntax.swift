/// Checks that a text is TOML as settings need it: tables, keys, texts, true, false, whole numbers,
/// lists and inline tables.
///
/// The parser (toml++ 3) takes much for granted of what it reads and stops the whole program when it
/// is not so; only text that is sound gets there. TOML's dates and fractions are refused.
struct SettingsSyntax {
  /// Where a text is not sound, and why.
  struct Fault: Error, Equatable {
    let line: Int
    let reason: String
  }

  private let bytes: [UInt8]
  private var index = 0
  private var line = 1
  /// How deep lists and inline tables may nest.
  private static let nestingLimit = 16

  /// Checks a whole text.
  /// - Throws: the first fault.
  static func check(_ text: String) throws(Fault) {
    var syntax = SettingsSyntax(bytes: Array(text.utf8))
    try syntax.readDocument()
  }

  private init(bytes: [UInt8]) {
    self.bytes = bytes
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { index = 3 }
  }

  // MARK: Lines

  private mutating func readDocument() throws(Fault) {
    try skipLines()
    while index < bytes.count {
      if take("[") { try readHeader() } else { try readSetting(depth: 0) }
      skipBlanks()
      guard index == bytes.count || at("#") || atLineEnd else {
        throw fault("expected the end of the line")
      }
      try skipLines()
    }
  }

  private mutating func readHeader() throws(Fault) {
    let isList = take("[")
    skipBlanks()
    try readKey()
    guard take("]"), !isList || take("]") else { throw fault("expected ']'") }
  }

  private mutating func readSetting(depth: Int) throws(Fault) {
    try readKey()
    guard take("=") else { throw fault("expected '=' after the name") }
    skipBlanks()
    try readValue(depth: depth)
  }

  /// A name, or several with dots between, and the blanks behind it.
  private mutating func readKey() throws(Fault) {
    repeat {
      skipBlanks()
      if at("\"") || at("'") {
        try readText(isKey: true)
      } else {
        let start = index
        while index < bytes.count, Self.isBare(bytes[index]) { index += 1 }
        guard index > start else { throw fault("expected a name") }
      }
      skipBlanks()
    } while take(".")
  }

  // MARK: Values

  private mutating func readValue(depth: Int) throws(Fault) {
    guard depth < Self.nestingLimit else { throw fault("lists nest too deep") }
    if at("\"") || at("'") {
      try readText(isKey: false)
    } else if take("[") {
      try readList(depth: depth)
    } else if take("{") {
      try readTable(depth: depth)
    } else {
      try readWord()
    }
  }

  private mutating func readList(depth: Int) throws(Fault) {
    try skipLines()
    while !take("]") {
      try readValue(depth: depth + 1)
      try skipLines()
      guard take(",") || at("]") else { throw fault("expected ',' or ']'") }
      try skipLines()
    }
  }

  private mutating func readTable(depth: Int) throws(Fault) {
    skipBlanks()
    if take("}") { return }
    repeat {
      try readSetting(depth: depth + 1)
      skipBlanks()
    } while take(",")
    guard take("}") else { throw fault("expected ',' or '}'") }
  }

  private mutating func readWord() throws(Fault) {
    let start = index
    while index < bytes.count, Self.isBare(bytes[index]) || at("+") || at(".") || at(":") {
      index += 1
    }
    let word = String(decoding: bytes[start..<index], as: UTF8.self)
    guard word == "true" || word == "false" || Int32(word) != nil else {
      throw fault("expected a text in quotes, true, false, a whole number, a list or a table")
    }
  }

  /// A text in quotes, three of them where it may go over several lines.
  private mutating func readText(isKey: Bool) throws(Fault) {
    let (start, quote) = (line, bytes[index])
    let isLong = bytes[index...].starts(with: [quote, quote, quote])
    guard !isLong || !isKey else { throw fault("a name has one quote at either end") }
    let width = isLong ? 3 : 1
    index += width
    while index < bytes.count {
      if bytes[index...].starts(with: repeatElement(quote, count: width)) {
        index += width
        // Up to two quotes may stand before the three that end it.
        for _ in 0..<2 where isLong && index < bytes.count && bytes[index] == quote { index += 1 }
        return
      }
      if atLineEnd {
        guard isLong else { break }
        skipLineEnd()
      } else if quote == UInt8(ascii: "\""), take("\\") {
        try readEscape(isLong: isLong)
      } else {
        try readCharacter()
      }
    }
    throw Fault(line: start, reason: "the text has no closing quote")
  }

  private mutating func readEscape(isLong: Bool) throws(Fault) {
    let digits = at("u") ? 4 : at("U") ? 8 : 0
    if digits > 0 {
      let text = bytes[index...].dropFirst().prefix(digits)
      let value = UInt32(String(decoding: text, as: UTF8.self), radix: 16)
      guard text.count == digits, !text.contains(UInt8(ascii: "+")),
        value.flatMap(Unicode.Scalar.init) != nil
      else { throw fault("expected the number of a character after '\\u'") }
      index += 1 + digits
    } else if isLong, atLineEnd {
      skipLineEnd()
    } else {
      guard index < bytes.count, "btnfr\"\\".utf8.contains(bytes[index]) else {
        throw fault("'\\' is written '\\\\' in a text, or the text stands between '…'")
      }
      index += 1
    }
  }

  // MARK: Bytes

  private mutating func readCharacter() throws(Fault) {
    let byte = bytes[index]
    guard byte >= 0x20 || byte == 0x09, byte != 0x7F else { throw fault("a control character") }
    index += 1
  }

  private static func isBare(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), UInt8(ascii: "-"):
      true
    default: false
    }
  }

  private func at(_ character: Unicode.Scalar) -> Bool {
    index < bytes.count && bytes[index] == UInt8(ascii: character)
  }

  private mutating func take(_ character: Unicode.Scalar) -> Bool {
    guard at(character) else { return false }
    index += 1
    return true
  }

  private var atLineEnd: Bool { at("\n") || bytes[index...].starts(with: [0x0D, 0x0A]) }

  private mutating func skipLineEnd() {
    index += at("\n") ? 1 : 2
    line += 1
  }

  private mutating func skipBlanks() { while at(" ") || at("\t") { index += 1 } }

  /// Blanks, line ends and comments.
  private mutating func skipLines() throws(Fault) {
    while index < bytes.count {
      skipBlanks()
      if atLineEnd {
        skipLineEnd()
      } else if at("#") {
        while index < bytes.count, !atLineEnd { try readCharacter() }
      } else {
        return
      }
    }
  }

  private func fault(_ reason: String) -> Fault { Fault(line: line, reason: reason) }
}
