/// Where reading has come to in a text, and on which line and column that is.
///
/// Invariants: it passes a line end only in `takeLineEnd`, and bytes that are not ASCII only in
/// `takeCharacter`; these two keep lines and columns right. What it passes is UTF-8.
struct TextCursor {
  let bytes: [UInt8]
  private(set) var index = 0
  private var line = 1
  private var lineStart = 0
  /// How many bytes of the line so far go on with a character that another began.
  private var continued = 0

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
    if bytes.starts(with: mark) { (index, lineStart) = (mark.count, mark.count) }
  }

  var isAtEnd: Bool { index == bytes.count }

  var isAtLineEnd: Bool { isAt("\n") || isAt("\r") && has("\n", at: index + 1) }

  var place: TOMLPlace { TOMLPlace(line: line, column: index - lineStart - continued + 1) }

  func isAt(_ character: Unicode.Scalar) -> Bool { has(character, at: index) }

  private func has(_ character: Unicode.Scalar, at index: Int) -> Bool {
    index < bytes.count && bytes[index] == UInt8(ascii: character)
  }

  /// A fault here.
  func fault(_ reason: String) -> TOMLFault {
    TOMLFault(place: place, reason: isAtEnd || width != nil ? reason : "this is no UTF-8")
  }

  /// How many bytes the character here takes; nil when they are no UTF-8.
  private var width: Int? {
    var rest = bytes[index...].makeIterator()
    var parser = Unicode.UTF8.ForwardParser()
    guard case .valid(let character) = parser.parseScalar(from: &rest) else { return nil }
    return character.count
  }

  // MARK: Passing

  mutating func take(_ character: Unicode.Scalar) -> Bool {
    guard isAt(character) else { return false }
    index += 1
    return true
  }

  /// Passes an ASCII character as often as it stands here, up to a limit, and says how often.
  mutating func take(_ character: Unicode.Scalar, upTo limit: Int) -> Int {
    take(upTo: limit) { $0 == UInt8(ascii: character) }.count
  }

  /// Passes ASCII characters, no line ends among them, and gives them back.
  mutating func take(
    upTo limit: Int = .max, while isWanted: (UInt8) -> Bool
  ) -> ArraySlice<UInt8> {
    let start = index
    while index < bytes.count, index - start < limit, isWanted(bytes[index]) { index += 1 }
    return bytes[start..<index]
  }

  mutating func skipBlanks() { _ = take { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\t") } }

  /// Passes a line feed, with the carriage return before it if there is one.
  mutating func takeLineEnd() -> Bool {
    guard isAtLineEnd else { return false }
    index += isAt("\r") ? 2 : 1
    line += 1
    (lineStart, continued) = (index, 0)
    return true
  }

  /// Passes one character of a comment or a text and gives it back.
  /// - Throws: when it is a control character, a line end among them, or no UTF-8.
  mutating func takeCharacter() throws(TOMLFault) -> ArraySlice<UInt8> {
    guard let width else { throw fault("expected a character") }
    let byte = bytes[index]
    guard byte >= 0x20 || byte == UInt8(ascii: "\t"), byte != 0x7F else {
      let number = String(byte, radix: 16, uppercase: true)
      throw fault("a control character, U+\(byte < 0x10 ? "000" : "00")\(number)")
    }
    defer { index += width }
    continued += width - 1
    return bytes[index..<index + width]
  }
}
