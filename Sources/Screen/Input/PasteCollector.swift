/// Collects the bytes between the marks of a bracketed paste.
struct PasteCollector: Sendable {
  /// The most bytes kept.
  let limit: Int
  private var bytes: [UInt8] = []
  private var isTruncated = false
  /// How much of the end mark has been seen.
  private var matched = 0

  init(limit: Int) { self.limit = limit }

  private static let end: [UInt8] = [0x1b, 0x5b, 0x32, 0x30, 0x31, 0x7e]

  /// Takes a byte; true when it completes the end mark.
  mutating func take(_ byte: UInt8) -> Bool {
    if byte == Self.end[matched] {
      matched += 1
      return matched == Self.end.count
    }
    for byte in Self.end[..<matched] { keep(byte) }
    // The mark begins with its only escape.
    matched = byte == 0x1b ? 1 : 0
    if matched == 0 { keep(byte) }
    return false
  }

  /// What was pasted; another paste can follow.
  mutating func finish() -> Paste {
    let paste = Paste(cleaning: bytes, isTruncated: isTruncated)
    self = PasteCollector(limit: limit)
    return paste
  }

  private mutating func keep(_ byte: UInt8) {
    if isTruncated { return }
    if bytes.count < limit { return bytes.append(byte) }
    isTruncated = true
    // Half a character at the end would look like garbage.
    guard byte & 0xc0 == 0x80 else { return }
    while bytes.popLast().map({ $0 & 0xc0 == 0x80 }) == true {}
  }
}
