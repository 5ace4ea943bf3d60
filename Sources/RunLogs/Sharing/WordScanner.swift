/// The words of a text that may be names of machines, users and the like.
struct WordScanner {
  struct Word {
    let range: Range<Int>
    /// What it is, as far as its form and what stands before it tell.
    let kind: AssumedNames.Kind?
  }

  private let bytes: [UInt8]
  private let range: Range<Int>

  init(_ bytes: [UInt8], _ range: Range<Int>) { (self.bytes, self.range) = (bytes, range) }

  /// Calls `visit` with every word, in order.
  func each(_ visit: (Word) -> Void) {
    var place = range.lowerBound
    while place < range.upperBound {
      guard Self.isWord(bytes[place]) else {
        place += 1
        continue
      }
      if let end = hardware(at: place) {
        visit(Word(range: place..<end, kind: .hardware))
        place = end
        continue
      }
      var end = place
      while end < range.upperBound, Self.isWord(bytes[end]) { end += 1 }
      let next = end
      // A full stop at the end belongs to the sentence.
      while end > place + 1, bytes[end - 1] == UInt8(ascii: ".") || bytes[end - 1] == 0x2D {
        end -= 1
      }
      visit(Word(range: place..<end, kind: kind(of: place..<end)))
      place = max(next, end)
    }
  }

  private static func isWord(_ byte: UInt8) -> Bool {
    byte | 0x20 >= 0x61 && byte | 0x20 <= 0x7A || byte &- 0x30 < 10 || byte >= 0x80
      || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "_") || byte == UInt8(ascii: ".")
      || byte == UInt8(ascii: "$")
  }

  private func kind(of word: Range<Int>) -> AssumedNames.Kind? {
    if isAddress(word) { return .address }
    if isGUID(word) { return .guid }
    if ends(word.lowerBound, with: "://") { return .host }
    if ends(word.lowerBound, with: "\\\\"), !ends(word.lowerBound - 2, with: "\\"),
      !(word.lowerBound - 2 > range.lowerBound && Self.isWord(bytes[word.lowerBound - 3])),
      !ends(word.lowerBound - 2, with: ":"), word.upperBound < range.upperBound,
      bytes[word.upperBound] == UInt8(ascii: "\\")
    {
      return .host
    }
    if ends(word.lowerBound, with: "\\users\\") || ends(word.lowerBound, with: "\\users\\\\") {
      return .user
    }
    let isBefore =
      word.upperBound + 1 < range.upperBound
      && bytes[word.upperBound] == UInt8(ascii: "@") && Self.isWord(bytes[word.upperBound + 1])
    if isBefore { return .user }
    if word.lowerBound > range.lowerBound + 1, bytes[word.lowerBound - 1] == UInt8(ascii: "@"),
      Self.isWord(bytes[word.lowerBound - 2]), bytes[word].contains(UInt8(ascii: "."))
    {
      return .domain
    }
    if word.count > 12, starts(word, with: "s-1-5-21-") { return .sid }
    return nil
  }

  /// Whether what ends before a place ends with a word in small letters.
  private func ends(_ place: Int, with word: StaticString) -> Bool {
    let start = place - word.utf8CodeUnitCount
    return start >= range.lowerBound && matches(start, word)
  }

  private func starts(_ range: Range<Int>, with word: StaticString) -> Bool {
    range.count >= word.utf8CodeUnitCount && matches(range.lowerBound, word)
  }

  private func matches(_ start: Int, _ word: StaticString) -> Bool {
    word.withUTF8Buffer { word in
      for (offset, byte) in word.enumerated() {
        let own = bytes[start + offset]
        let small = own &- 0x41 < 26 ? own | 0x20 : own
        if small != byte { return false }
      }
      return true
    }
  }

  /// Four numbers up to 255 with full stops between.
  private func isAddress(_ word: Range<Int>) -> Bool {
    guard (7...15).contains(word.count) else { return false }
    var (parts, number, digits) = (1, 0, 0)
    for place in word {
      let byte = bytes[place]
      if byte == UInt8(ascii: ".") {
        guard digits > 0 else { return false }
        (parts, number, digits) = (parts + 1, 0, 0)
      } else {
        guard byte &- 0x30 < 10 else { return false }
        number = number * 10 + Int(byte - 0x30)
        digits += 1
        guard number <= 255 else { return false }
      }
    }
    return parts == 4 && digits > 0
  }

  private func isGUID(_ word: Range<Int>) -> Bool {
    guard word.count == 36 else { return false }
    for (offset, place) in word.enumerated() {
      let isDash = offset == 8 || offset == 13 || offset == 18 || offset == 23
      if isDash ? bytes[place] != 0x2D : !isHex(bytes[place]) { return false }
    }
    return true
  }

  /// The end of an address of a network adapter that stands at a place: six pairs with `:` or `-`.
  private func hardware(at place: Int) -> Int? {
    let end = place + 17
    guard end <= range.upperBound, bytes[place + 2] == 0x3A || bytes[place + 2] == 0x2D,
      place == range.lowerBound || !Self.isWord(bytes[place - 1]) && bytes[place - 1] != 0x3A,
      end == range.upperBound || !isHex(bytes[end]) && bytes[end] != bytes[place + 2]
    else { return nil }
    for offset in 0..<17 {
      let byte = bytes[place + offset]
      if offset % 3 == 2 ? byte != bytes[place + 2] : !isHex(byte) { return nil }
    }
    return end
  }

  private func isHex(_ byte: UInt8) -> Bool {
    byte &- 0x30 < 10 || byte | 0x20 >= 0x61 && byte | 0x20 <= 0x66
  }
}
