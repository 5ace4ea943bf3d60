/// One character or reference as it is spelled, and what it means.
struct Unit {
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
struct UnitReader {
  let raw: ArraySlice<UInt8>
  let place: Spelling.Place
  private(set) var position: Int

  init(_ raw: ArraySlice<UInt8>, _ place: Spelling.Place) {
    self.raw = raw
    self.place = place
    position = raw.startIndex
  }

  mutating func next() -> Unit? {
    guard let unit = nextAlone() else { return nil }
    guard unit.scalar == "\r" else { return unit }
    let end = position
    if let other = nextAlone(), other.byte == 0x0A || other.scalar == "\n" {
      return Unit(start: unit.start, byte: 0x0A)
    }
    position = end
    return unit
  }

  private mutating func nextAlone() -> Unit? {
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
    return Unit(start: start, byte: value)
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
