/// A way to write a text inside another one, where some characters cannot stand as they are.
///
/// Every character is spelled by itself, so that the spelling of one can be kept when another changes.
protocol Escaping: Sendable {
  /// The byte every spelled character begins with; one that begins none stands for itself.
  var sign: UInt8 { get }

  /// The spelled character whose sign is at a place, and where it ends; nil when none begins there.
  func character(in raw: Span<UInt8>, at index: Int) -> (Unicode.Scalar, end: Int)?

  /// Whether a character cannot stand for itself between two others.
  func mustSpell(
    _ scalar: Unicode.Scalar, after last: Unicode.Scalar?, before next: Unicode.Scalar?
  ) -> Bool

  /// How a character is spelled.
  ///
  /// - Parameter sample: How another one is spelled there, which this one is to look like.
  func spell(_ scalar: Unicode.Scalar, like sample: [UInt8]?) -> [UInt8]

  /// Whether spelled characters side by side can stand where they are to stand.
  func allows(_ raw: [UInt8]) -> Bool
}

extension Escaping {
  func allows(_ raw: [UInt8]) -> Bool { true }
}

/// XML's references, as in text between tags.
struct XMLEscaping: Escaping {
  /// Whether it is between tags, where `]]>` cannot stand.
  var isBetweenTags = true

  var sign: UInt8 { UInt8(ascii: "&") }

  func character(in raw: Span<UInt8>, at index: Int) -> (Unicode.Scalar, end: Int)? {
    var name = ""
    var end = index + 1
    while end < raw.count, end - index < 12, raw[end] != UInt8(ascii: ";") {
      name.unicodeScalars.append(Unicode.Scalar(raw[end]))
      end += 1
    }
    guard end < raw.count, raw[end] == UInt8(ascii: ";") else { return nil }
    return Self.scalar(name).map { ($0, end + 1) }
  }

  private static func scalar(_ name: String) -> Unicode.Scalar? {
    switch name {
    case "lt": return "<"
    case "gt": return ">"
    case "amp": return "&"
    case "quot": return "\""
    case "apos": return "'"
    default:
      guard name.hasPrefix("#") else { return nil }
      let isHexadecimal = name.hasPrefix("#x")
      let digits = name.dropFirst(isHexadecimal ? 2 : 1)
      guard digits.allSatisfy({ $0.isASCII && $0.isHexDigit }) else { return nil }
      return UInt32(digits, radix: isHexadecimal ? 16 : 10).flatMap { Unicode.Scalar($0) }
    }
  }

  func mustSpell(
    _ scalar: Unicode.Scalar, after last: Unicode.Scalar?, before next: Unicode.Scalar?
  ) -> Bool {
    scalar == "<" || scalar == "&" || scalar == ">" && last == "]"
  }

  func allows(_ raw: [UInt8]) -> Bool {
    !isBetweenTags || !raw.contains(Array("]]>".utf8))
  }

  func spell(_ scalar: Unicode.Scalar, like sample: [UInt8]?) -> [UInt8] {
    let text =
      switch scalar {
      case "<": "&lt;"
      case ">": "&gt;"
      case "&": "&amp;"
      case "\"": "&quot;"
      case "'": "&apos;"
      default:
        sample?.contains(UInt8(ascii: "x")) == false
          ? "&#\(scalar.value);" : "&#x\(String(scalar.value, radix: 16, uppercase: true));"
      }
    return Array(text.utf8)
  }
}

/// What stands between the quotes of a JSON text (RFC 8259, section 7).
struct JSONEscaping: Escaping {
  var sign: UInt8 { UInt8(ascii: "\\") }

  func character(in raw: Span<UInt8>, at index: Int) -> (Unicode.Scalar, end: Int)? {
    guard index + 1 < raw.count else { return nil }
    switch raw[index + 1] {
    case UInt8(ascii: "n"): return ("\n", index + 2)
    case UInt8(ascii: "r"): return ("\r", index + 2)
    case UInt8(ascii: "t"): return ("\t", index + 2)
    case UInt8(ascii: "b"): return ("\u{8}", index + 2)
    case UInt8(ascii: "f"): return ("\u{C}", index + 2)
    case UInt8(ascii: "u"):
      guard let high = Self.unit(raw, index) else { return nil }
      if let scalar = Unicode.Scalar(high) { return (scalar, index + 6) }
      guard let low = Self.unit(raw, index + 6), let scalar = surrogates(high, low) else {
        return nil
      }
      return (scalar, index + 12)
    case let other: return other < 0x80 ? (Unicode.Scalar(other), index + 2) : nil
    }
  }

  private static func unit(_ raw: Span<UInt8>, _ index: Int) -> UInt16? {
    guard index + 6 <= raw.count, raw[index] == UInt8(ascii: "\\"),
      raw[index + 1] == UInt8(ascii: "u")
    else { return nil }
    return hexadecimal(raw, index + 2)
  }

  func mustSpell(
    _ scalar: Unicode.Scalar, after last: Unicode.Scalar?, before next: Unicode.Scalar?
  ) -> Bool {
    scalar == "\"" || scalar == "\\" || scalar.value < 0x20
  }

  func spell(_ scalar: Unicode.Scalar, like sample: [UInt8]?) -> [UInt8] {
    switch scalar {
    case "\"": return Array("\\\"".utf8)
    case "\\": return Array("\\\\".utf8)
    case "\n": return Array("\\n".utf8)
    case "\r": return Array("\\r".utf8)
    case "\t": return Array("\\t".utf8)
    default:
      let isUpper = sample?.contains { (0x41...0x46).contains($0) } ?? false
      return Array(
        String(scalar).utf16.map { "\\u" + fourDigits($0, isUpper: isUpper) }.joined().utf8)
    }
  }
}

/// What PowerShell's serializer does to a text before XML does its part: `_x000D_` for what is a
/// control character or beyond 16 bits, and for `_` before an x
/// (github.com/PowerShell/PowerShell, `serialization.cs`, EncodeString).
struct SerializerEscaping: Escaping {
  var sign: UInt8 { UInt8(ascii: "_") }

  func character(in raw: Span<UInt8>, at index: Int) -> (Unicode.Scalar, end: Int)? {
    guard let high = Self.unit(raw, index) else { return nil }
    if let scalar = Unicode.Scalar(high) { return (scalar, index + 7) }
    guard let low = Self.unit(raw, index + 7), let scalar = surrogates(high, low) else {
      return nil
    }
    return (scalar, index + 14)
  }

  private static func unit(_ raw: Span<UInt8>, _ index: Int) -> UInt16? {
    guard index + 7 <= raw.count, raw[index] == UInt8(ascii: "_"),
      raw[index + 1] | 0x20 == UInt8(ascii: "x"), raw[index + 6] == UInt8(ascii: "_")
    else { return nil }
    return hexadecimal(raw, index + 2)
  }

  func mustSpell(
    _ scalar: Unicode.Scalar, after last: Unicode.Scalar?, before next: Unicode.Scalar?
  ) -> Bool {
    switch scalar.value {
    case ..<0x20, 0x7F...0x9F, 0x10000...: true
    case 0x5F: next == "x" || next == "X"
    default: false
    }
  }

  func spell(_ scalar: Unicode.Scalar, like sample: [UInt8]?) -> [UInt8] {
    Array(String(scalar).utf16.map { "_x\(fourDigits($0, isUpper: true))_" }.joined().utf8)
  }
}

/// Four hexadecimal digits at a place.
private func hexadecimal(_ raw: Span<UInt8>, _ index: Int) -> UInt16? {
  var value: UInt16 = 0
  for offset in 0..<4 {
    guard let digit = Character(Unicode.Scalar(raw[index + offset])).hexDigitValue else {
      return nil
    }
    value = value << 4 | UInt16(digit)
  }
  return value
}

private func fourDigits(_ unit: UInt16, isUpper: Bool) -> String {
  let digits = String(unit, radix: 16, uppercase: isUpper)
  return String(repeating: "0", count: 4 - digits.count) + digits
}

/// The character two units of UTF-16 stand for.
private func surrogates(_ high: UInt16, _ low: UInt16) -> Unicode.Scalar? {
  guard UTF16.isLeadSurrogate(high), UTF16.isTrailSurrogate(low) else { return nil }
  return Unicode.Scalar(0x10000 + (UInt32(high & 0x3FF) << 10 | UInt32(low & 0x3FF)))
}
