/// UTF-16, which some tools write logs in.
enum WideText {
  /// The same text in UTF-8; nil when the bytes are no UTF-16.
  ///
  /// Told by the byte order mark, else by the zeros that every second byte of Latin text is.
  static func decoded(_ bytes: [UInt8]) -> [UInt8]? {
    guard let (start, isLittle) = form(of: bytes) else { return nil }
    var text: [UInt8] = []
    text.reserveCapacity(bytes.count / 2 + 16)
    var high: UInt32?
    var place = start
    while place + 1 < bytes.count {
      let (low, other) = (UInt32(bytes[place]), UInt32(bytes[place + 1]))
      let unit = isLittle ? other << 8 | low : low << 8 | other
      place += 2
      if unit < 0x80, high == nil {
        text.append(UInt8(truncatingIfNeeded: unit))
        continue
      }
      if let first = high {
        high = nil
        if unit & 0xFC00 == 0xDC00 {
          append(0x10000 + (first & 0x3FF) << 10 + unit & 0x3FF, to: &text)
          continue
        }
        append(0xFFFD, to: &text)
      }
      switch unit & 0xFC00 {
      case 0xD800: high = unit
      case 0xDC00: append(0xFFFD, to: &text)
      default: append(unit, to: &text)
      }
    }
    return text
  }

  private static func append(_ value: UInt32, to text: inout [UInt8]) {
    guard let scalar = Unicode.Scalar(value) else { return }
    text.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
  }

  private static func form(of bytes: [UInt8]) -> (start: Int, isLittle: Bool)? {
    if bytes.starts(with: [0xFF, 0xFE]) { return (2, true) }
    if bytes.starts(with: [0xFE, 0xFF]) { return (2, false) }
    let head = bytes.prefix(64)
    guard head.count >= 8 else { return nil }
    let zeros = [0, 1].map { odd in
      head.indices.count { $0 % 2 == odd && head[$0] == 0 }
    }
    if zeros[0] == 0, zeros[1] >= head.count / 4 { return (0, true) }
    if zeros[1] == 0, zeros[0] >= head.count / 4 { return (0, false) }
    return nil
  }
}

/// Windows-1252, which logs without UTF-8 are mostly written in.
enum NarrowText {
  /// What the bytes 0x80 to 0x9F stand for; the others are those of Unicode.
  private static let upper: [UInt32] = [
    0x20AC, 0xFFFD, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039,
    0x0152, 0xFFFD, 0x017D, 0xFFFD, 0xFFFD, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
    0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0xFFFD, 0x017E, 0x0178,
  ]

  /// The text of bytes in it.
  static func decoded(_ bytes: ArraySlice<UInt8>) -> String {
    var text = String.UnicodeScalarView()
    for byte in bytes {
      let value = byte & 0xE0 == 0x80 ? upper[Int(byte & 0x1F)] : UInt32(byte)
      text.append(Unicode.Scalar(value) ?? "\u{FFFD}")
    }
    return String(text)
  }
}
