/// How the characters of a file are written as bytes.
///
/// The set is what libxml2's core reads without help, plus windows-1252, the single-byte encoding
/// Windows tools declare.
package enum TextEncoding: String, Sendable {
  case utf8 = "UTF-8"
  case utf16LittleEndian = "UTF-16LE"
  case utf16BigEndian = "UTF-16BE"
  case latin1 = "ISO-8859-1"
  case ascii = "US-ASCII"
  case windows1252 = "windows-1252"

  /// The encoding an XML declaration names, nil when it is none of these.
  ///
  /// UTF-16 without a byte order is left to the byte-order mark.
  init?(declared name: String) {
    switch name.lowercased() {
    case "utf-8", "utf8": self = .utf8
    case "iso-8859-1", "iso-latin-1", "latin1", "iso8859-1": self = .latin1
    case "us-ascii", "ascii": self = .ascii
    case "windows-1252", "cp1252": self = .windows1252
    default: return nil
    }
  }

  /// Whether an XML declaration names one of two bytes.
  static func isWide(_ name: String) -> Bool {
    ["utf-16", "utf-16le", "utf-16be"].contains(name.lowercased())
  }

  /// Whether a character takes two bytes at least.
  package var isWide: Bool { self == .utf16LittleEndian || self == .utf16BigEndian }

  // MARK: Bytes to UTF-8

  /// The file's bytes as UTF-8.
  ///
  /// Answers the offset in the *result* where the first byte that means nothing stands, when there
  /// is one; what follows is then left out.
  func decode(_ bytes: ArraySlice<UInt8>) -> (text: [UInt8], fault: Int?) {
    switch self {
    case .utf8: return (Array(bytes), nil)
    case .utf16LittleEndian, .utf16BigEndian: return decodeUTF16(bytes)
    case .latin1, .ascii, .windows1252: return decodeSingleBytes(bytes)
    }
  }

  private func decodeUTF16(_ bytes: ArraySlice<UInt8>) -> (text: [UInt8], fault: Int?) {
    var text: [UInt8] = []
    text.reserveCapacity(bytes.count / 2 + bytes.count / 8)
    func unit(_ index: Int) -> UInt16 {
      let (first, second) = (UInt16(bytes[index]), UInt16(bytes[index + 1]))
      return self == .utf16LittleEndian ? second << 8 | first : first << 8 | second
    }
    var index = bytes.startIndex
    while index + 1 < bytes.endIndex {
      let high = unit(index)
      index += 2
      if high & 0xF800 != 0xD800 {
        append(UInt32(high), to: &text)
        continue
      }
      guard high & 0xFC00 == 0xD800, index + 1 < bytes.endIndex else { return (text, text.count) }
      let low = unit(index)
      guard low & 0xFC00 == 0xDC00 else { return (text, text.count) }
      index += 2
      append(0x10000 + (UInt32(high & 0x3FF) << 10 | UInt32(low & 0x3FF)), to: &text)
    }
    return (text, index == bytes.endIndex ? nil : text.count)
  }

  private func decodeSingleBytes(_ bytes: ArraySlice<UInt8>) -> (text: [UInt8], fault: Int?) {
    var text: [UInt8] = []
    text.reserveCapacity(bytes.count + bytes.count / 8)
    for byte in bytes {
      if byte < 0x80 {
        text.append(byte)
      } else if self == .ascii {
        return (text, text.count)
      } else if self == .windows1252, byte < 0xA0 {
        let value = windows1252High[Int(byte) - 0x80]
        guard value != 0 else { return (text, text.count) }
        append(value, to: &text)
      } else {
        append(UInt32(byte), to: &text)
      }
    }
    return (text, nil)
  }

  private func append(_ value: UInt32, to text: inout [UInt8]) {
    guard let scalar = Unicode.Scalar(value), let encoded = UTF8.encode(scalar) else { return }
    text.append(contentsOf: encoded)
  }

  // MARK: UTF-8 to bytes

  /// Appends what a tree spells.
  ///
  /// A character the encoding lacks becomes a reference (`&#8364;`); a CDATA section, where a
  /// reference means nothing, is interrupted for it.
  func encode(_ nodes: [Node], into bytes: inout [UInt8]) {
    for node in nodes {
      switch node {
      case .element(let element):
        encode(element.bytes(of: element.startTag), into: &bytes)
        encode(element.children, into: &bytes)
        encode(element.bytes(of: element.endTag), into: &bytes)
      case .cdata(let slice):
        encode(slice.bytes, into: &bytes, around: ("]]>", "<![CDATA["))
      case .characters(let slice), .markup(let slice): encode(slice.bytes, into: &bytes)
      }
    }
  }

  /// Appends the bytes that stand for UTF-8 text, and something around each reference.
  func encode(
    _ text: ArraySlice<UInt8>, into bytes: inout [UInt8], around: (String, String) = ("", "")
  ) {
    for scalar in String(decoding: text, as: UTF8.self).unicodeScalars {
      switch self {
      case .utf8:
        bytes.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
      case .utf16LittleEndian:
        for unit in UTF16.encode(scalar) ?? UTF16.encodedReplacementCharacter {
          bytes.append(UInt8(truncatingIfNeeded: unit))
          bytes.append(UInt8(truncatingIfNeeded: unit >> 8))
        }
      case .utf16BigEndian:
        for unit in UTF16.encode(scalar) ?? UTF16.encodedReplacementCharacter {
          bytes.append(UInt8(truncatingIfNeeded: unit >> 8))
          bytes.append(UInt8(truncatingIfNeeded: unit))
        }
      case .latin1, .ascii, .windows1252:
        if let byte = singleByte(scalar) {
          bytes.append(byte)
        } else {
          bytes += Array("\(around.0)&#\(scalar.value);\(around.1)".utf8)
        }
      }
    }
  }

  /// The same text, UTF-8, with references for the characters the encoding lacks, and something
  /// around each of them.
  func settled(
    _ text: ArraySlice<UInt8>, around: (String, String) = ("", "")
  ) -> ArraySlice<UInt8> {
    guard firstLacking(in: text) != nil else { return text }
    var bytes: [UInt8] = []
    encode(text, into: &bytes, around: around)
    return decode(bytes[...]).text[...]
  }

  /// The first character of UTF-8 text that the encoding has no bytes for.
  package func firstLacking(in text: ArraySlice<UInt8>) -> Unicode.Scalar? {
    switch self {
    case .utf8, .utf16LittleEndian, .utf16BigEndian: nil
    case .latin1, .ascii, .windows1252:
      String(decoding: text, as: UTF8.self).unicodeScalars.first { singleByte($0) == nil }
    }
  }

  private func singleByte(_ scalar: Unicode.Scalar) -> UInt8? {
    let value = scalar.value
    if value < 0x80 { return UInt8(value) }
    switch self {
    case .latin1: return UInt8(exactly: value)
    case .windows1252:
      if value >= 0xA0, value < 0x100 { return UInt8(value) }
      return windows1252High.firstIndex(of: value).map { UInt8($0 + 0x80) }
    default: return nil
    }
  }
}

/// What windows-1252 means by 0x80 to 0x9F; 0 where it means nothing (Unicode's CP1252.TXT).
private let windows1252High: [UInt32] = [
  0x20AC, 0, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021,
  0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0, 0x017D, 0,
  0, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
  0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0, 0x017E, 0x0178,
]
