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
    var scalars = String.UnicodeScalarView()
    var previous: Unicode.Scalar?
    for scalar in String(decoding: bytes, as: UTF8.self).unicodeScalars {
      switch scalar {
      case "\r": scalars.append("\n")
      case "\n" where previous == "\r": break
      case "\n", "\t": scalars.append(scalar)
      case "\0"..<" ", "\u{7f}"..."\u{9f}": break
      default: scalars.append(scalar)
      }
      previous = scalar
    }
    self.init(String(scalars), isTruncated: isTruncated)
  }
}
