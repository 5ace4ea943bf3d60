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

  /// - Parameter witness: Whom to believe where the bytes and the declaration contradict each other.
  init(
    of file: [UInt8], limit: Int = sizeLimit, believing witness: EncodingWitness = .both
  ) throws(ParseFailure) {
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
    let declared = declaredEncoding()
    switch witness {
    case .both: if let declared { try settle(declared, file) }
    case .bytes: try believeBytes(declared, file)
    }
  }

  /// A text that was a part of a file.
  init(text: [UInt8], in encoding: TextEncoding) {
    self.text = text
    self.encoding = encoding
    hasByteOrderMark = false
  }

  private var isWide: Bool { encoding.isWide }

  /// Passes over what the declaration says.
  private mutating func believeBytes(_ declared: String?, _ file: [UInt8]) throws(ParseFailure) {
    guard !hasByteOrderMark, !isWide else { return }
    if let declared, !TextEncoding.isWide(declared), TextEncoding(declared: declared) == nil {
      throw unsupported(declared)
    }
    let guessed = TextEncoding.guess(file[...]) ?? .utf8
    guard guessed != encoding else { return }
    encoding = guessed
    let decoded = guessed.decode(file[...])
    text = decoded.text
    setFault(decoded.fault)
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
    if TextEncoding.isWide(declared) {
      guard isWide else {
        throw refusal("the declaration says \(declared), but the bytes are not UTF-16")
      }
      return
    }
    guard let known = TextEncoding(declared: declared) else { throw unsupported(declared) }
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

  private func unsupported(_ declared: String) -> ParseFailure {
    refusal(
      "the encoding '\(declared)' is not supported; expected UTF-8, UTF-16, ISO-8859-1, US-ASCII "
        + "or windows-1252")
  }

  private func refusal(_ reason: String) -> ParseFailure {
    ParseFailure(line: 1, column: 1, reason: reason)
  }
}

/// Whom to believe about the encoding of a file.
package enum EncodingWitness: Sendable {
  /// Its bytes and its declaration; where they contradict each other it is refused.
  case both
  /// Its bytes alone, as far as they tell it.
  case bytes
}
