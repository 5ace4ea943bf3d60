/// A text the terminal pasted in one piece.
package struct Paste: Hashable, Sendable {
  /// Its lines, ended by line feeds; of control characters only line feed and tab are left.
  package let text: String
  /// Whether it was longer than allowed and lost its end.
  package let isTruncated: Bool

  /// A paste of clean text.
  package init(_ text: String, isTruncated: Bool = false) {
    self.text = text
    self.isTruncated = isTruncated
  }

  /// Cleans raw bytes: line ends become line feeds, other control characters go, what is not UTF-8
  /// becomes U+FFFD.
  init(cleaning bytes: [UInt8], isTruncated: Bool) {
    var clean: [UInt8] = []
    clean.reserveCapacity(bytes.count)
    var previous: UInt8 = 0
    for byte in bytes {
      switch byte {
      case 0x0d: clean.append(0x0a)
      case 0x0a: if previous != 0x0d { clean.append(byte) }
      case 0x09, 0x20..<0x7f: clean.append(byte)
      case ..<0x20, 0x7f: break
      // The second byte of a C1 control character takes the first along.
      case 0x80..<0xa0 where previous == 0xc2: clean.removeLast()
      default: clean.append(byte)
      }
      previous = byte
    }
    self.init(String(decoding: clean, as: UTF8.self), isTruncated: isTruncated)
  }
}
