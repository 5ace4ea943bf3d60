import Basics

/// How a value is written in one kind of place: which characters need a reference, and which line end.
///
/// Values are Unicode text with LF for a line end, as XML 1.0 section 2.11 hands them on. A reference
/// to CR right before a line end is part of it, since Windows tools spell line ends of attributes
/// `&#xD;&#xA;`; any other CR in a value was written as a reference. What is written follows the
/// tools of the field: `&lt;`, `&gt;`, `&amp;` everywhere, `&quot;` inside attributes only, `&apos;`
/// only between apostrophes.
package struct Spelling: Sendable {
  enum Place { case text, attribute, cdata }

  let place: Place
  /// What a line end of a value becomes.
  var newline: [UInt8]
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

  static let cdata = cdata(newline: [])
  static func cdata(newline: [UInt8]) -> Spelling {
    Spelling(place: .cdata, newline: newline.isEmpty ? [0x0A] : newline)
  }

  /// Text between tags with the line ends of a document.
  package static func text(newline: [UInt8]) -> Spelling {
    Spelling(place: .text, newline: newline.isEmpty ? [0x0A] : newline)
  }

  // MARK: Reading

  /// The value of raw bytes that are known to be well-formed.
  package func value(of raw: ArraySlice<UInt8>) -> String {
    if isSpelledOut(raw) { return String(decoding: raw, as: UTF8.self) }
    var value: [UInt8] = []
    value.reserveCapacity(raw.count)
    decode(raw, into: &value)
    return String(decoding: value, as: UTF8.self)
  }

  /// Whether raw bytes are their value: no references, no line ends or tabs.
  func isSpelledOut(_ raw: ArraySlice<UInt8>) -> Bool {
    !raw.contains { $0 == UInt8(ascii: "&") || $0 < 0x20 }
  }

  func decode(_ raw: ArraySlice<UInt8>, into value: inout [UInt8]) {
    var units = UnitReader(raw, place)
    while let unit = units.next() { unit.append(to: &value) }
  }

  /// The bytes of a value as XML can hold it: CRs before LF are part of one line end, a character
  /// XML forbids becomes U+FFFD.
  static func sound(_ value: String) -> [UInt8] {
    var bytes: [UInt8] = []
    for scalar in value.unicodeScalars {
      while scalar == "\n", bytes.last == 0x0D { bytes.removeLast() }
      let allowed = isXMLCharacter(scalar) ? scalar : "\u{FFFD}"
      bytes.append(contentsOf: UTF8.encode(allowed) ?? UTF8.encodedReplacementCharacter)
    }
    return bytes
  }

  // MARK: Writing

  /// The bytes that spell `value` here; a character XML forbids becomes U+FFFD.
  package func spell(_ value: some Sequence<UInt8>) -> [UInt8] {
    spellSound(Self.sound(String(decoding: Array(value), as: UTF8.self)))
  }

  private func spellSound(_ value: some Sequence<UInt8>) -> [UInt8] {
    var raw: [UInt8] = []
    for byte in value {
      switch byte {
      case 0x0A: raw += newline
      case _ where place == .cdata: raw.append(byte)
      case UInt8(ascii: "&"): raw += Array("&amp;".utf8)
      case UInt8(ascii: "<"): raw += Array("&lt;".utf8)
      case UInt8(ascii: ">"): raw += Array("&gt;".utf8)
      case UInt8(ascii: "\"") where place == .attribute: raw += Array("&quot;".utf8)
      case UInt8(ascii: "'") where place == .attribute && quote == byte: raw += Array("&apos;".utf8)
      case 0x09 where place == .attribute: raw += Array("&#x9;".utf8)
      case 0x0D: raw += Array("&#xD;".utf8)
      default: raw.append(byte)
      }
    }
    return raw
  }

  /// The bytes that spell `value`, keeping the spelling of everything that `raw` has in common with
  /// it at both ends, so that a change inside a long script touches only its own line.
  ///
  /// New line ends are spelled as the first one in `raw`.
  package func respell(_ raw: ArraySlice<UInt8>, as value: String) -> [UInt8] {
    let wanted = Self.sound(value)
    var spelling = self
    var hasNewline = false
    var old: [UInt8] = []
    var origins: [Int] = []
    var units = UnitReader(raw, place)
    while let unit = units.next() {
      unit.append(to: &old)
      while origins.count < old.count { origins.append(unit.start) }
      if !hasNewline, old.last == 0x0A {
        hasNewline = true
        spelling.newline = Array(raw[unit.start..<units.position])
      }
    }
    origins.append(raw.endIndex)
    if old == wanted || old.elementsEqual(value.utf8) { return Array(raw) }
    var head = old.sharedHead(with: wanted, by: ==)
    while head > 0, head < old.count, origins[head] == origins[head - 1] { head -= 1 }
    var tail = old[head...].sharedTail(with: wanted[head...], by: ==)
    while tail > 0, tail < old.count, origins[old.count - tail] == origins[old.count - tail - 1] {
      tail -= 1
    }
    let middle = spelling.spellSound(wanted[head..<wanted.count - tail])
    let mixed = raw[..<origins[head]] + middle + raw[origins[old.count - tail]...]
    return isSound(mixed, as: wanted) ? Array(mixed) : spelling.spellSound(wanted)
  }

  /// Whether raw bytes mean `value` and can stand here: in text `]]>` cannot.
  private func isSound(_ raw: ArraySlice<UInt8>, as value: [UInt8]) -> Bool {
    var read: [UInt8] = []
    decode(raw, into: &read)
    return read == value && !(place == .text && hasSectionEnd(raw))
  }
}

/// Whether `]]>` stands in the bytes.
func hasSectionEnd(_ bytes: some Sequence<UInt8>) -> Bool {
  var brackets = 0
  for byte in bytes {
    if byte == UInt8(ascii: "]") {
      brackets += 1
    } else {
      if byte == UInt8(ascii: ">"), brackets >= 2 { return true }
      brackets = 0
    }
  }
  return false
}
