/// How a value is written in one kind of place: which characters need a reference, and which line end.
///
/// Values are Unicode text with LF for a line end, as XML 1.0 section 2.11 hands them on; a CR in a
/// value was written as a reference. What is written follows the tools of the field: `&lt;`, `&gt;`,
/// `&amp;` everywhere, `&quot;` inside attributes only, never `&apos;`.
package struct Spelling: Sendable {
  enum Place { case text, attribute, cdata }

  let place: Place
  /// What a line end of a value becomes.
  let newline: [UInt8]
  /// Around an attribute value.
  var quote = UInt8(ascii: "\"")

  /// Text between tags with LF line ends.
  package static let text = Spelling(place: .text, newline: [0x0A])
  /// Inside quotes; line ends become references, as .NET's writer spells them.
  package static let attribute = Spelling(place: .attribute, newline: Array("&#xD;&#xA;".utf8))
  /// Inside quotes of one kind.
  static func attribute(quote: UInt8) -> Spelling {
    Spelling(place: .attribute, newline: attribute.newline, quote: quote)
  }

  static let cdata = Spelling(place: .cdata, newline: [0x0A])

  /// Text between tags with the line ends of a document.
  package static func text(newline: [UInt8]) -> Spelling {
    Spelling(place: .text, newline: newline)
  }

  // MARK: Reading

  /// The value of raw bytes that are known to be well-formed.
  package func value(of raw: ArraySlice<UInt8>) -> String {
    guard raw.contains(where: { $0 == UInt8(ascii: "&") || $0 < 0x20 }) else {
      return String(decoding: raw, as: UTF8.self)
    }
    var value: [UInt8] = []
    value.reserveCapacity(raw.count)
    decode(raw, into: &value)
    return String(decoding: value, as: UTF8.self)
  }

  func decode(_ raw: ArraySlice<UInt8>, into value: inout [UInt8]) {
    var units = UnitReader(raw, place)
    while let unit = units.next() { unit.append(to: &value) }
  }

  // MARK: Writing

  /// The bytes that spell `value` here.
  package func spell(_ value: some Sequence<UInt8>) -> [UInt8] {
    var raw: [UInt8] = []
    for byte in value {
      switch byte {
      case UInt8(ascii: "&"): raw += Array("&amp;".utf8)
      case UInt8(ascii: "<"): raw += Array("&lt;".utf8)
      case UInt8(ascii: ">"): raw += Array("&gt;".utf8)
      case UInt8(ascii: "\"") where place == .attribute: raw += Array("&quot;".utf8)
      case UInt8(ascii: "'") where place == .attribute && quote == byte: raw += Array("&apos;".utf8)
      case 0x09 where place == .attribute: raw += Array("&#x9;".utf8)
      case 0x0A: raw += newline
      case 0x0D: raw += Array("&#xD;".utf8)
      default: raw.append(byte)
      }
    }
    return raw
  }

  /// The bytes that spell `value`, keeping the spelling of everything that `raw` has in common with
  /// it at both ends, so that a change inside a long script touches only its own line.
  package func respell(_ raw: ArraySlice<UInt8>, as value: String) -> [UInt8] {
    let wanted = Array(value.utf8)
    var old: [UInt8] = []
    var origins: [Int] = []
    var units = UnitReader(raw, place)
    while let unit = units.next() {
      unit.append(to: &old)
      while origins.count < old.count { origins.append(unit.start) }
    }
    origins.append(raw.endIndex)
    if old == wanted { return Array(raw) }
    var head = 0
    while head < min(old.count, wanted.count), old[head] == wanted[head] { head += 1 }
    while head > 0, head < old.count, origins[head] == origins[head - 1] { head -= 1 }
    var tail = 0
    while tail < min(old.count, wanted.count) - head,
      old[old.count - 1 - tail] == wanted[wanted.count - 1 - tail]
    {
      tail += 1
    }
    while tail > 0, tail < old.count, origins[old.count - tail] == origins[old.count - tail - 1] {
      tail -= 1
    }
    let middle = spell(wanted[head..<wanted.count - tail])
    let mixed = raw[..<origins[head]] + middle + raw[origins[old.count - tail]...]
    let isSound = self.value(of: mixed).utf8.elementsEqual(wanted) && !hasSectionEnd(mixed)
    return isSound ? Array(mixed) : spell(wanted)
  }

  /// Whether `]]>` stands in text, which XML forbids and an enclosing CDATA section would not survive.
  private func hasSectionEnd(_ raw: ArraySlice<UInt8>) -> Bool {
    var brackets = 0
    for byte in raw {
      if byte == UInt8(ascii: "]") {
        brackets += 1
      } else {
        if byte == UInt8(ascii: ">"), brackets >= 2 { return true }
        brackets = 0
      }
    }
    return false
  }
}

/// One character or reference as it is spelled, and what it means.
private struct Unit {
  var start: Int
  /// The bytes of a plain character, or none.
  var byte: UInt8
  /// The scalar a reference stands for, when it is one.
  var scalar: Unicode.Scalar?

  func append(to value: inout [UInt8]) {
    if let scalar {
      value.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
    } else {
      value.append(byte)
    }
  }
}

/// Splits raw bytes into units: a byte, a line end, or a reference.
private struct UnitReader {
  let raw: ArraySlice<UInt8>
  let place: Spelling.Place
  var position: Int

  init(_ raw: ArraySlice<UInt8>, _ place: Spelling.Place) {
    self.raw = raw
    self.place = place
    position = raw.startIndex
  }

  mutating func next() -> Unit? {
    guard position < raw.endIndex else { return nil }
    let start = position
    let byte = raw[position]
    position += 1
    if byte == UInt8(ascii: "&"), place != .cdata {
      let name = position
      while position < raw.endIndex, raw[position] != UInt8(ascii: ";") { position += 1 }
      let scalar = referencedScalar(raw[name..<position])
      position = min(position + 1, raw.endIndex)
      return Unit(start: start, byte: 0, scalar: scalar)
    }
    var value = byte
    if byte == 0x0D {
      if position < raw.endIndex, raw[position] == 0x0A { position += 1 }
      value = 0x0A
    }
    if place == .attribute, isSpace(value) { value = 0x20 }
    return Unit(start: start, byte: value, scalar: nil)
  }
}

/// What the text between `&` and `;` stands for: one of the five named characters or a number.
func referencedScalar(_ name: ArraySlice<UInt8>) -> Unicode.Scalar? {
  guard name.first == UInt8(ascii: "#") else {
    switch String(decoding: name, as: UTF8.self) {
    case "lt": return "<"
    case "gt": return ">"
    case "amp": return "&"
    case "quot": return "\""
    case "apos": return "'"
    default: return nil
    }
  }
  var digits = name.dropFirst()
  let isHex = digits.first == UInt8(ascii: "x")
  if isHex { digits = digits.dropFirst() }
  guard !digits.isEmpty else { return nil }
  var number: UInt32 = 0
  for byte in digits {
    guard let digit = Character(Unicode.Scalar(byte)).hexDigitValue, isHex || digit < 10 else {
      return nil
    }
    number = min(number * (isHex ? 16 : 10) + UInt32(digit), 0x11_0000)
  }
  return Unicode.Scalar(number).flatMap { isXMLCharacter($0) ? $0 : nil }
}

/// Whether XML 1.0 allows the character in a document (production Char).
func isXMLCharacter(_ scalar: Unicode.Scalar) -> Bool {
  switch scalar.value {
  case 0x09, 0x0A, 0x0D, 0x20...0xD7FF, 0xE000...0xFFFD, 0x10000...0x10FFFF: true
  default: false
  }
}
