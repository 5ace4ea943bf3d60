/// Reads JSON, UTF-8, value by value, skipping whatever nobody asks for.
///
/// A site's answers are long lists of objects with dozens of properties of which a few count; nothing
/// is built of the others. Numbers and the words true, false and null come as the text they are.
package struct JSONReader {
  private let bytes: [UInt8]
  private var index = 0
  /// How far line ends were counted.
  private var counted = (index: 0, line: 1)

  /// Begins before a text.
  package init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// What a value begins with.
  package enum Kind { case object, array, string, word }

  private static let deepest = 512

  /// Whether nothing but blanks is left.
  package mutating func isAtEnd() -> Bool {
    skipBlanks()
    return index == bytes.count
  }

  /// The line of what comes next, counted from 1; costs a look at what was read since the last call.
  package mutating func line() -> Int {
    skipBlanks()
    counted.line += bytes[counted.index..<index].count { $0 == UInt8(ascii: "\n") }
    counted.index = index
    return counted.line
  }

  /// What comes next; nothing is passed over but blanks.
  package mutating func next() throws(JSONFault) -> Kind {
    skipBlanks()
    guard index < bytes.count else { throw fault("the file ends in the middle of a value") }
    return switch bytes[index] {
    case UInt8(ascii: "{"): .object
    case UInt8(ascii: "["): .array
    case UInt8(ascii: "\""): .string
    default: .word
    }
  }

  /// Reads an object; `member` must read or skip the value of each name.
  package mutating func readObject(
    _ member: (inout JSONReader, String) throws(JSONFault) -> Void
  ) throws(JSONFault) {
    try expect("{")
    if take("}") { return }
    repeat {
      guard try next() == .string else { throw fault("a name in quotes is missing") }
      let name = try readString()
      try expect(":")
      try member(&self, name)
    } while take(",")
    try expect("}")
  }

  /// Reads an array; `element` must read or skip each value.
  package mutating func readArray(
    _ element: (inout JSONReader) throws(JSONFault) -> Void
  ) throws(JSONFault) {
    try expect("[")
    if take("]") { return }
    repeat { try element(&self) } while take(",")
    try expect("]")
  }

  /// A string, number or word as text; null, objects and arrays are nil and skipped.
  package mutating func readText() throws(JSONFault) -> String? {
    switch try next() {
    case .string: return try readString()
    case .word:
      let word = try readWord()
      return word == "null" ? nil : word
    case .object, .array:
      try skip()
      return nil
    }
  }

  /// Where what comes next begins.
  package mutating func place() -> Int {
    skipBlanks()
    return index
  }

  /// Where what was read last ends.
  package var end: Int { index }

  /// Passes over a text and answers where what stands between its quotes is.
  package mutating func skipText() throws(JSONFault) -> Range<Int> {
    guard try next() == .string else { throw fault("expected a text in quotes") }
    let start = index + 1
    try skipString()
    return start..<index - 1
  }

  /// Reads an array of texts; others in it are left out.
  package mutating func readTexts() throws(JSONFault) -> [String] {
    var texts: [String] = []
    try readArray { reader throws(JSONFault) in
      if let text = try reader.readText() { texts.append(text) }
    }
    return texts
  }

  /// Passes over a value.
  package mutating func skip(depth: Int = 0) throws(JSONFault) {
    guard depth < Self.deepest else { throw fault("it nests too deep") }
    switch try next() {
    case .string: try skipString()
    case .word: _ = try readWord()
    case .object:
      try readObject { reader, _ throws(JSONFault) in try reader.skip(depth: depth + 1) }
    case .array: try readArray { reader throws(JSONFault) in try reader.skip(depth: depth + 1) }
    }
  }

  /// A fault at the line of what comes next.
  package func fault(_ reason: String) -> JSONFault {
    JSONFault(line: bytes[..<index].count { $0 == UInt8(ascii: "\n") } + 1, reason)
  }

  // MARK: Pieces

  private mutating func skipBlanks() {
    while index < bytes.count, bytes[index] <= 0x20 { index += 1 }
  }

  private mutating func take(_ sign: Unicode.Scalar) -> Bool {
    skipBlanks()
    guard index < bytes.count, bytes[index] == UInt8(ascii: sign) else { return false }
    index += 1
    return true
  }

  private mutating func expect(_ sign: Unicode.Scalar) throws(JSONFault) {
    guard take(sign) else {
      throw fault(
        index < bytes.count
          ? "expected \(sign), found \(Unicode.Scalar(bytes[index]))"
          : "the file ends where \(sign) is expected")
    }
  }

  private mutating func readWord() throws(JSONFault) -> String {
    let start = index
    while index < bytes.count, Self.isWord(bytes[index]) { index += 1 }
    let word = String(decoding: bytes[start..<index], as: UTF8.self)
    guard ["true", "false", "null"].contains(word) || Double(word) != nil else {
      throw fault(
        word.isEmpty
          ? "expected a value, found \(Unicode.Scalar(bytes[index]))" : "'\(word)' is no JSON value"
      )
    }
    return word
  }

  private static func isWord(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "+"), UInt8(ascii: "-"),
      UInt8(ascii: "."):
      true
    default: false
    }
  }

  /// Moves behind the string that begins here; answers whether it has escapes.
  @discardableResult
  private mutating func skipString() throws(JSONFault) -> Bool {
    let start = index
    var hasEscapes = false
    index += 1
    while index < bytes.count {
      switch bytes[index] {
      case UInt8(ascii: "\""):
        index += 1
        return hasEscapes
      case UInt8(ascii: "\\"):
        hasEscapes = true
        index += 2
      default: index += 1
      }
    }
    index = start
    throw fault("a text that begins here has no end")
  }

  private mutating func readString() throws(JSONFault) -> String {
    let start = index + 1
    guard try skipString() else {
      return String(decoding: bytes[start..<index - 1], as: UTF8.self)
    }
    return try unescape(bytes[start..<index - 1])
  }

  private func unescape(_ text: ArraySlice<UInt8>) throws(JSONFault) -> String {
    var units: [UInt16] = []
    var rest = text
    while let byte = rest.popFirst() {
      guard byte == UInt8(ascii: "\\") else {
        // Up to the next escape it is UTF-8.
        let plain = [byte] + rest.prefix { $0 != UInt8(ascii: "\\") }
        rest = rest.dropFirst(plain.count - 1)
        units += String(decoding: plain, as: UTF8.self).utf16
        continue
      }
      switch rest.popFirst() {
      case UInt8(ascii: "n"): units.append(0x0A)
      case UInt8(ascii: "r"): units.append(0x0D)
      case UInt8(ascii: "t"): units.append(0x09)
      case UInt8(ascii: "b"): units.append(0x08)
      case UInt8(ascii: "f"): units.append(0x0C)
      case UInt8(ascii: "u"):
        let digits = String(decoding: rest.prefix(4), as: UTF8.self)
        guard digits.utf8.count == 4, let unit = UInt16(digits, radix: 16) else {
          throw fault("\\u needs four hexadecimal digits, found '\(digits)'")
        }
        units.append(unit)
        rest = rest.dropFirst(4)
      case .some(let other): units.append(UInt16(other))
      case nil: break
      }
    }
    return String(decoding: units, as: UTF16.self)
  }
}
