/// What the first bytes of a file say about the rest: encoding and byte-order mark, and the text.
///
/// The mark decides, else the zero bytes of `<?` in UTF-16, else the declaration, else UTF-8
/// (XML 1.0 appendix F).
struct FileForm {
  var encoding: TextEncoding
  var hasByteOrderMark: Bool
  /// The characters as UTF-8, without the mark.
  var text: [UInt8]
  /// The first byte that means nothing in the encoding, as an offset in `text`.
  var fault: Parser.Fault?

  /// The most bytes a file may have, so that 32 bits hold any offset in its text.
  static let sizeLimit = 1 << 30

  init(of file: [UInt8], limit: Int = sizeLimit) throws(ParseFailure) {
    guard file.count <= limit else {
      let reason = "the file has \(file.count) bytes; at most \(limit) are accepted"
      throw ParseFailure(line: 1, column: 1, reason: reason)
    }
    var start = 0
    (encoding, hasByteOrderMark) = (.utf8, true)
    if file.starts(with: [0xEF, 0xBB, 0xBF]) {
      start = 3
    } else if file.starts(with: [0xFF, 0xFE]) {
      (encoding, start) = (.utf16LittleEndian, 2)
    } else if file.starts(with: [0xFE, 0xFF]) {
      (encoding, start) = (.utf16BigEndian, 2)
    } else {
      hasByteOrderMark = false
      if file.starts(with: [0x3C, 0, 0x3F, 0]) { encoding = .utf16LittleEndian }
      if file.starts(with: [0, 0x3C, 0, 0x3F]) { encoding = .utf16BigEndian }
    }
    let decoded = encoding.decode(file[start...])
    text = decoded.text
    setFault(decoded.fault)
    guard let declared = declaredEncoding() else { return }
    try settle(declared, file)
  }

  private mutating func setFault(_ offset: Int?) {
    let reason = "a byte here means nothing in \(encoding.rawValue)"
    fault = offset.map { Parser.Fault(offset: $0, reason: reason) }
  }

  private func declaredEncoding() -> String? {
    guard text.starts(with: Array("<?xml".utf8)), text.count > 5, isSpace(text[5]) else {
      return nil
    }
    return (try? XMLDeclaration.parse(text.span, from: 0, to: text.count))?.encoding
  }

  /// Holds what the declaration says against what the bytes are.
  private mutating func settle(_ declared: String, _ file: [UInt8]) throws(ParseFailure) {
    let isWide = encoding == .utf16LittleEndian || encoding == .utf16BigEndian
    if ["utf-16", "utf-16le", "utf-16be"].contains(declared.lowercased()) {
      guard isWide else {
        throw refusal("the declaration says \(declared), but the bytes are not UTF-16")
      }
      return
    }
    guard let known = TextEncoding(declared: declared) else {
      throw refusal(
        "the encoding '\(declared)' is not supported; expected UTF-8, UTF-16, ISO-8859-1, US-ASCII "
          + "or windows-1252")
    }
    if known == encoding || known == .utf8 { return }
    guard !hasByteOrderMark, !isWide else {
      let witness = hasByteOrderMark ? "byte-order mark says" : "bytes are"
      throw refusal(
        "the \(witness) \(encoding.rawValue), the declaration says \(declared); "
          + "correct one of them")
    }
    encoding = known
    let decoded = known.decode(file[...])
    text = decoded.text
    setFault(decoded.fault)
  }

  private func refusal(_ reason: String) -> ParseFailure {
    ParseFailure(line: 1, column: 1, reason: reason)
  }
}
