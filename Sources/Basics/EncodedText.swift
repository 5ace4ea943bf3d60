/// A text that stands in a value as the base64 of its bytes: as the whole value, or as words of it, as
/// behind `-EncodedCommand`.
///
/// What is known of such values stands in `Sources/StepCatalog/FACTS.md`, “Scripts”. Where a value cannot
/// be put back to the byte from what was read it is none.
package struct EncodedText: Equatable, Sendable {
  /// What a person reads: the text itself; where it is a word of a value, with `⟦` and `⟧` around it.
  package let text: String
  private let pieces: [Piece]

  private enum Piece: Equatable {
    case plain(String)
    case encoded(Form, String)
  }

  /// Reads a value; nil when nothing in it is such a text.
  package init?(_ value: String) {
    let bytes = Array(value.utf8)
    guard Self.mayBe(in: bytes.span) else { return nil }
    if let whole = EncodedText(whole: value) {
      self = whole
    } else if let pieces = Self.words(of: value, bytes) {
      self.init(pieces)
    } else {
      return nil
    }
  }

  /// Reads a value that is one such text and nothing else, however short.
  package init?(whole value: String) {
    guard let (form, text) = Form.read(whole: value) else { return nil }
    self.init([.encoded(form, text)])
  }

  private init(_ pieces: [Piece]) {
    self.pieces = pieces
    let isWhole = pieces.count == 1
    text = pieces.map { piece in
      switch piece {
      case .plain(let text): text
      case .encoded(_, let text): isWhole ? text : "⟦\(text)⟧"
      }
    }.joined()
  }

  /// Whether the value is nothing else.
  package var isWhole: Bool { pieces.count == 1 }

  /// A text as the product stores scripts.
  package static func script(of text: String) -> String {
    Form(units: .utf16, hasMark: true).spell(text)
  }

  /// The value for another text, in the form the old one had.
  ///
  /// - Returns: nil when the marks around a word are not what they were.
  package func value(of text: String) -> String? {
    if pieces.count == 1, case .encoded(let form, _) = pieces[0] { return form.spell(text) }
    let forms = pieces.compactMap { piece -> Form? in
      if case .encoded(let form, _) = piece { form } else { nil }
    }
    let parts = text.split(separator: "⟦", omittingEmptySubsequences: false)
    guard parts.count == forms.count + 1, !parts[0].contains("⟧") else { return nil }
    var value = String(parts[0])
    for (form, part) in zip(forms, parts.dropFirst()) {
      let halves = part.split(separator: "⟧", omittingEmptySubsequences: false)
      guard halves.count == 2 else { return nil }
      value += form.spell(String(halves[0])) + halves[1]
    }
    return value
  }

  // MARK: Finding

  /// Whether such a text may stand in a value: it begins as one with a mark does, or has so many letters
  /// of base64 side by side; false is certain.
  ///
  /// Costs a look at one byte in sixteen.
  package static func mayBe(in bytes: Span<UInt8>) -> Bool {
    if bytes.count >= 4, bytes[0] <= 0x20 || bytes[0] == UInt8(ascii: "/") || bytes[0] == 0x37 {
      var first = 0
      while first + 4 < bytes.count, bytes[first] <= 0x20 { first += 1 }
      let head = (bytes[first], bytes[first + 1], bytes[first + 2])
      if head.0 == UInt8(ascii: "/"), isLetter(head.1) { return true }
      if head == (UInt8(ascii: "7"), UInt8(ascii: "7"), UInt8(ascii: "u")) { return true }
    }
    var start = 0
    while start + shortest <= bytes.count {
      var last = start + shortest - 1
      while last >= start, isLetter(bytes[last]) { last -= 1 }
      if last < start { return true }
      start = last + 1
    }
    return false
  }

  /// The least letters that are looked at where no mark tells.
  private static let shortest = 16

  private static func isLetter(_ byte: UInt8) -> Bool {
    (byte | 0x20) &- UInt8(ascii: "a") < 26 || byte &- UInt8(ascii: "0") < 10
      || byte == UInt8(ascii: "+") || byte == UInt8(ascii: "/")
  }

  /// The value in pieces, of which at least one is encoded; nil when none is.
  private static func words(of value: String, _ bytes: [UInt8]) -> [Piece]? {
    // Both marks begin with this byte, which few values hold.
    if bytes.contains(0xE2), value.contains("⟦") || value.contains("⟧") { return nil }
    var pieces: [Piece] = []
    var (start, plain) = (0, 0)
    while start < bytes.count {
      guard isLetter(bytes[start]) else {
        start += 1
        continue
      }
      var end = start
      while end < bytes.count, isLetter(bytes[end]) { end += 1 }
      while end < bytes.count, bytes[end] == UInt8(ascii: "=") { end += 1 }
      if end - start >= shortest, let (form, text) = Form.read(bytes[start..<end]) {
        if plain < start {
          pieces.append(.plain(String(decoding: bytes[plain..<start], as: UTF8.self)))
        }
        pieces.append(.encoded(form, text))
        plain = end
      }
      start = end
    }
    guard !pieces.isEmpty else { return nil }
    pieces.append(.plain(String(decoding: bytes[plain...], as: UTF8.self)))
    return pieces
  }
}

extension EncodedText {
  /// How a text was made into bytes and letters.
  struct Form: Equatable, Sendable {
    enum Units { case utf8, utf16, utf16BigEndian }

    var units: Units
    var hasMark: Bool
    /// How many letters stand in a line, and what ends it; nil where it is one line.
    var line: (length: Int, end: String)?
    /// The blanks around it.
    var around = (head: "", tail: "")

    static func == (one: Form, other: Form) -> Bool {
      one.units == other.units && one.hasMark == other.hasMark
        && one.line?.length == other.line?.length && one.line?.end == other.line?.end
        && one.around == other.around
    }

    /// Reads a value that is nothing else, with blanks around it and line ends in it.
    static func read(whole value: String) -> (Form, String)? {
      let isBlank = { (byte: UInt8) in byte <= 0x20 }
      let bytes = Array(value.utf8)
      let inner = bytes.trimming(while: isBlank)
      guard !inner.isEmpty else { return nil }
      let letters = inner.filter { !isBlank($0) }
      guard let (found, text) = read(letters[...]) else { return nil }
      var form = found
      if letters.count < inner.count {
        let first = inner.prefix { !isBlank($0) }
        let end = inner[first.endIndex...].prefix(while: isBlank)
        form.line = (first.count, String(decoding: end, as: UTF8.self))
      }
      form.around = (
        String(decoding: bytes[..<inner.startIndex], as: UTF8.self),
        String(decoding: bytes[inner.endIndex...], as: UTF8.self)
      )
      return form.spell(text) == value ? (form, text) : nil
    }

    /// Reads letters alone.
    static func read(_ letters: ArraySlice<UInt8>) -> (Form, String)? {
      guard letters.count % 4 == 0,
        let bytes = Base64Text.decode(String(decoding: letters, as: UTF8.self))
      else { return nil }
      let marks: [(mark: [UInt8], units: Units)] = [
        ([0xFF, 0xFE], .utf16), ([0xFE, 0xFF], .utf16BigEndian), ([0xEF, 0xBB, 0xBF], .utf8),
      ]
      let marked = marks.first { bytes.starts(with: $0.mark) }
      let form: Form
      if let marked {
        form = Form(units: marked.units, hasMark: true)
      } else if let units = units(of: bytes) {
        form = Form(units: units, hasMark: false)
      } else {
        return nil
      }
      let body = bytes.dropFirst(marked?.mark.count ?? 0)
      guard let text = form.text(of: body), marked != nil || isReadable(text, form.units),
        form.spell(text).utf8.elementsEqual(letters)
      else { return nil }
      return (form, text)
    }

    /// What bytes without a mark are, by where the zeros of plain letters stand.
    private static func units(of bytes: [UInt8]) -> Units? {
      guard bytes.count >= 12 else { return nil }
      let zeros = bytes.indices.filter { bytes[$0] == 0 }
      guard !zeros.isEmpty else { return bytes.count >= 18 ? .utf8 : nil }
      guard bytes.count % 2 == 0, zeros.count * 8 >= bytes.count * 3 else { return nil }
      if zeros.allSatisfy({ $0 % 2 == 1 }) { return .utf16 }
      return zeros.allSatisfy { $0 % 2 == 0 } ? .utf16BigEndian : nil
    }

    /// Whether a person wrote it: no control characters, and of UTF-8 more than letters alone.
    private static func isReadable(_ text: String, _ units: Units) -> Bool {
      let isClean = text.unicodeScalars.allSatisfy { scalar in
        scalar.value >= 0x20 && scalar.value != 0x7F && scalar.value < 0xE000
          || "\t\r\n".unicodeScalars.contains(scalar) || scalar.value > 0xFFFF
      }
      return isClean && (units != .utf8 || text.contains { !$0.isLetter && !$0.isNumber })
    }

    private func text(of bytes: ArraySlice<UInt8>) -> String? {
      guard units != .utf8 else { return String(validating: bytes, as: UTF8.self) }
      guard bytes.count % 2 == 0 else { return nil }
      let units = stride(from: bytes.startIndex, to: bytes.endIndex, by: 2).map { index in
        let (one, two) = (UInt16(bytes[index]), UInt16(bytes[index + 1]))
        return self.units == .utf16 ? one | two << 8 : one << 8 | two
      }
      return String(validating: units, as: UTF16.self)
    }

    /// A text as the value spells it.
    func spell(_ text: String) -> String {
      var bytes: [UInt8] = []
      if units == .utf8 {
        bytes = (hasMark ? [0xEF, 0xBB, 0xBF] : []) + Array(text.utf8)
      } else {
        for unit in (hasMark ? [0xFEFF] : []) + Array(text.utf16) {
          let (low, high) = (UInt8(truncatingIfNeeded: unit), UInt8(truncatingIfNeeded: unit >> 8))
          bytes += units == .utf16 ? [low, high] : [high, low]
        }
      }
      var letters = String(decoding: Base64Text.encode(bytes), as: UTF8.self)
      if let line {
        let all = Array(letters.utf8)
        letters = stride(from: 0, to: all.count, by: max(line.length, 1)).map { start in
          String(decoding: all[start..<min(start + line.length, all.count)], as: UTF8.self)
        }.joined(separator: line.end)
      }
      return around.head + letters + around.tail
    }
  }
}
