/// Finds the first place where bytes are not UTF-8 or hold a character that XML 1.0 forbids.
///
/// Costs one pass; ASCII goes through eight bytes at a time.
func firstForbiddenCharacter(in bytes: [UInt8]) -> (offset: Int, reason: String)? {
  let span = bytes.span
  var index = 0
  let count = span.count
  while true {
    index = span.firstIndexOfOther(from: index)
    guard index < count else { return nil }
    let byte = span[index]
    if byte < 0x20 {
      guard byte == 0x0A || byte == 0x0D || byte == 0x09 else {
        return (index, "the control character \(hex(UInt32(byte))) cannot stand in XML")
      }
      index += 1
    } else {
      let (length, scalar) = decodeScalar(span, at: index)
      guard length > 0 else {
        return (
          index, "the byte 0x\(String(byte, radix: 16, uppercase: true)) is not valid UTF-8 here"
        )
      }
      guard scalar != 0xFFFE, scalar != 0xFFFF else {
        return (index, "the character \(hex(scalar)) cannot stand in XML")
      }
      index += length
    }
  }
}

private func hex(_ value: UInt32) -> String {
  let digits = String(value, radix: 16, uppercase: true)
  return "U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
}

/// Decodes one scalar of two or more UTF-8 bytes; a length of 0 when the bytes are none.
func decodeScalar(_ bytes: Span<UInt8>, at index: Int) -> (length: Int, scalar: UInt32) {
  let first = bytes[index]
  let length = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2
  guard first >= 0xC2, first <= 0xF4, index + length <= bytes.count else { return (0, 0) }
  var value = UInt32(first) & (0x7F >> UInt32(length))
  for offset in 1..<length {
    let byte = bytes[index + offset]
    guard byte & 0xC0 == 0x80 else { return (0, 0) }
    value = value << 6 | UInt32(byte & 0x3F)
  }
  let smallest: UInt32 = length == 2 ? 0x80 : length == 3 ? 0x800 : 0x10000
  guard value >= smallest, value <= 0x10FFFF, value & 0x1FF800 != 0xD800 else { return (0, 0) }
  return (length, value)
}

/// Whether an ASCII byte can stand in a name; not whether it can start one.
@inline(__always)
func isNameByte(_ byte: UInt8) -> Bool {
  // A bit for each of - . 0-9 : in the low half, A-Z _ a-z in the high half.
  let bits: UInt64 = byte < 64 ? 0x07FF_6000_0000_0000 : 0x07FF_FFFE_87FF_FFFE
  return byte < 0x80 && bits >> UInt64(byte & 63) & 1 == 1
}

/// Whether a scalar can start a name (XML 1.0 fifth edition, production NameStartChar).
func isNameStart(_ value: UInt32) -> Bool {
  switch value {
  case 0x3A, 0x41...0x5A, 0x5F, 0x61...0x7A, 0xC0...0xD6, 0xD8...0xF6, 0xF8...0x2FF, 0x370...0x37D,
    0x37F...0x1FFF, 0x200C...0x200D, 0x2070...0x218F, 0x2C00...0x2FEF, 0x3001...0xD7FF,
    0xF900...0xFDCF, 0xFDF0...0xFFFD, 0x10000...0xEFFFF:
    true
  default: false
  }
}

/// Whether a scalar can stand inside a name (production NameChar).
func isNameCharacter(_ value: UInt32) -> Bool {
  switch value {
  case 0x2D, 0x2E, 0x30...0x39, 0xB7, 0x300...0x36F, 0x203F...0x2040: true
  default: isNameStart(value)
  }
}

/// Whether XML allows the text as the name of an element or an attribute.
package func isXMLName(_ text: String) -> Bool {
  guard let first = text.unicodeScalars.first else { return false }
  return isNameStart(first.value) && text.unicodeScalars.allSatisfy { isNameCharacter($0.value) }
}
