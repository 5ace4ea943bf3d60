/// The characters of a file that is no XML, and how they go back into bytes.
///
/// Such a file says at best by a mark how it is encoded; what Windows PowerShell writes is UTF-16 with
/// a mark, UTF-8 with a mark, or the code page of the system (learn.microsoft.com,
/// “about_Character_Encoding”).
package struct FileText: Sendable {
  /// The characters as UTF-8, without a mark.
  package var text: [UInt8]
  /// How they are written.
  package let encoding: TextEncoding
  private let hasByteOrderMark: Bool

  /// Reads a file; nil when its bytes mean nothing in any encoding that is known.
  package init?(_ file: [UInt8]) {
    let marks: [(TextEncoding, [UInt8])] = [
      (.utf8, [0xEF, 0xBB, 0xBF]), (.utf16LittleEndian, [0xFF, 0xFE]),
      (.utf16BigEndian, [0xFE, 0xFF]),
    ]
    let mark = marks.first { file.starts(with: $0.1) }
    hasByteOrderMark = mark != nil
    let bytes = file.dropFirst(mark?.1.count ?? 0)
    guard let encoding = mark?.0 ?? TextEncoding.guess(bytes) else { return nil }
    let decoded = encoding.decode(bytes)
    guard decoded.fault == nil, encoding != .utf8 || UTF8Look(decoded.text[...]).isValid else {
      return nil
    }
    self.encoding = encoding
    text = decoded.text
  }

  /// The characters of a file of XML that no edit has touched.
  package init(of document: Document) {
    encoding = document.encoding
    hasByteOrderMark = document.hasByteOrderMark
    text = document.source.bytes
  }

  /// Whether the encoding is no more than likely: nothing in the file says it.
  package var isGuessed: Bool { encoding == .windows1252 }

  /// The bytes of the file with the characters as they are now; of an unchanged one the very bytes it
  /// was read from.
  package var bytes: [UInt8] {
    var file: [UInt8] = []
    if hasByteOrderMark { encoding.encode(Array("\u{FEFF}".utf8)[...], into: &file) }
    guard encoding != .utf8 else { return file + text }
    encoding.encode(text[...], into: &file)
    return file
  }
}

extension TextEncoding {
  /// What bytes without a mark most likely are; nil when they mean nothing in any that is known.
  ///
  /// UTF-16 has a zero beside its first character; what is no UTF-8 throughout is the code page of
  /// Windows in the West, unless some of it can only be UTF-8.
  static func guess(_ bytes: ArraySlice<UInt8>) -> TextEncoding? {
    let (first, second) = (bytes.first ?? 1, bytes.dropFirst().first ?? 1)
    if first != 0, second == 0 { return .utf16LittleEndian }
    if first == 0, second != 0 { return .utf16BigEndian }
    let look = UTF8Look(bytes)
    if look.isValid { return .utf8 }
    guard !look.hasCharacters, windows1252.decode(bytes).fault == nil else { return nil }
    return .windows1252
  }
}

/// Whether some bytes are UTF-8, and whether there is a character of several bytes among them.
struct UTF8Look {
  private(set) var isValid = true
  private(set) var hasCharacters = false

  init(_ bytes: ArraySlice<UInt8>) {
    let bytes = Array(bytes)
    let span = bytes.span
    var index = 0
    while index < span.count {
      guard span[index] >= 0x80 else {
        index += 1
        continue
      }
      let length = decodeScalar(span, at: index).length
      if length > 0 { hasCharacters = true } else { isValid = false }
      index += max(1, length)
    }
  }
}
