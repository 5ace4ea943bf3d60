/// Texts made ready to be searched again and again, known by their places.
///
/// They lie one after the other in a single piece of memory, and looking at one counts no references:
/// of 50,000 that is most of the time.
struct FuzzyTexts {
  /// The texts in small letters whose characters are one byte each.
  private(set) var bytes: [UInt8] = []
  /// Where each is in the bytes.
  private(set) var spans: [Span] = []
  /// Those with other characters, by their places.
  private(set) var wide: [Int: [Character]] = [:]

  struct Span {
    let start: UInt32
    let end: UInt32
    let letters: Letters
    let isWide: Bool
  }

  mutating func append(_ text: String) {
    let start = bytes.count
    var letters = Letters()
    var isWide = false
    for byte in text.utf8 {
      // CR LF would be one character of two bytes.
      isWide = isWide || byte >= 0x80 || byte == 0x0D
      let lower = (0x41...0x5A).contains(byte) ? byte | 0x20 : byte
      letters.insert(Letters(of: lower))
      bytes.append(lower)
    }
    if isWide {
      bytes.removeSubrange(start...)
      letters = .all
      let characters = Array(text.lowercased())
      // A letter that becomes two would shift the places of those after it.
      if characters.count == text.count { wide[spans.count] = characters }
    }
    spans.append(
      Span(
        start: UInt32(start), end: UInt32(bytes.count), letters: letters, isWide: isWide))
  }

  /// Which of a to z and 0 to 9 a text has: most texts are passed over for what they lack.
  struct Letters: OptionSet {
    let rawValue: UInt64
    static let all = Letters(rawValue: .max)

    init(rawValue: UInt64) { self.rawValue = rawValue }

    /// The one of a small letter or a digit; none of anything else.
    init(of byte: UInt8) {
      switch byte {
      case 0x61...0x7A: rawValue = 1 << (UInt64(byte) - 0x61)
      case 0x30...0x39: rawValue = 1 << (UInt64(byte) - 0x30 + 26)
      default: rawValue = 0
      }
    }

    init(in bytes: some Sequence<UInt8>) {
      self = bytes.reduce(into: []) { $0.insert(Letters(of: $1)) }
    }
  }
}
