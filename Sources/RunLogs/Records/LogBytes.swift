/// The bytes of one log, in UTF-8 or in the encoding of a Windows without it.
///
/// Texts are places in the bytes; they become strings only where somebody wants one.
struct LogBytes: Sendable {
  let bytes: [UInt8]
  /// Where the text begins, behind a byte order mark.
  let start: Int

  /// Takes the bytes of a file: UTF-8, UTF-16 with or without its mark, or Windows-1252.
  ///
  /// Costs a copy only for UTF-16.
  init(_ bytes: [UInt8]) {
    if let text = WideText.decoded(bytes) {
      (self.bytes, start) = (text, 0)
    } else {
      (self.bytes, start) = (bytes, bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0)
    }
  }

  /// A byte of a place; 0 behind the end.
  subscript(place: Int) -> UInt8 { place < bytes.count ? bytes[place] : 0 }

  /// Whether a word stands at a place, all of it before an end.
  @inline(__always)
  func has(_ word: StaticString, at place: Int, before end: Int) -> Bool {
    let count = word.utf8CodeUnitCount
    guard place + count <= end else { return false }
    return word.withUTF8Buffer { word in
      for offset in 0..<count where bytes[place + offset] != word[offset] { return false }
      return true
    }
  }

  /// What follows a word that a range begins with; nil where it does not.
  @inline(__always)
  func rest(of range: Range<Int>, after word: StaticString) -> Range<Int>? {
    guard has(word, at: range.lowerBound, before: range.upperBound) else { return nil }
    return range.lowerBound + word.utf8CodeUnitCount..<range.upperBound
  }

  /// What stands before a word that a range ends with; nil where it does not.
  func rest(of range: Range<Int>, before word: StaticString) -> Range<Int>? {
    let end = range.upperBound - word.utf8CodeUnitCount
    guard end >= range.lowerBound, has(word, at: end, before: range.upperBound) else { return nil }
    return range.lowerBound..<end
  }

  /// Where a byte stands first.
  @inline(__always)
  func first(_ byte: UInt8, in range: Range<Int>) -> Int? {
    var place = range.lowerBound
    while place < range.upperBound {
      if bytes[place] == byte { return place }
      place += 1
    }
    return nil
  }

  /// Where a word stands first.
  func first(_ word: StaticString, in range: Range<Int>) -> Int? {
    let head = word.withUTF8Buffer { $0[0] }
    var from = range.lowerBound
    while let place = first(head, in: from..<max(from, range.upperBound)) {
      if has(word, at: place, before: range.upperBound) { return place }
      from = place + 1
    }
    return nil
  }

  /// Where a word stands last.
  func last(_ word: StaticString, in range: Range<Int>) -> Int? {
    var place = range.upperBound - word.utf8CodeUnitCount
    while place >= range.lowerBound {
      if has(word, at: place, before: range.upperBound) { return place }
      place -= 1
    }
    return nil
  }

  /// A range without blanks and line ends around it.
  func trimmed(_ range: Range<Int>) -> Range<Int> {
    var (lower, upper) = (range.lowerBound, range.upperBound)
    while lower < upper, bytes[lower] <= 0x20 { lower += 1 }
    while upper > lower, bytes[upper - 1] <= 0x20 { upper -= 1 }
    return lower..<upper
  }

  /// The first line of a range.
  func firstLine(of range: Range<Int>) -> Range<Int> {
    var place = range.lowerBound
    while place < range.upperBound, bytes[place] != 10, bytes[place] != 13 { place += 1 }
    return range.lowerBound..<place
  }

  /// Whether a range is a word, whatever the capitals of its Latin letters.
  func isSame(_ range: Range<Int>, as word: StaticString) -> Bool {
    guard range.count == word.utf8CodeUnitCount else { return false }
    return word.withUTF8Buffer { word in
      for (offset, place) in range.enumerated() where bytes[place] | 0x20 != word[offset] | 0x20 {
        return false
      }
      return true
    }
  }

  /// The text of a range, read as Windows-1252 where it is no UTF-8.
  func text(_ range: Range<Int>) -> String {
    let piece = bytes[range]
    return String(validating: piece, as: UTF8.self) ?? NarrowText.decoded(piece)
  }

  /// The whole number a range is, with a sign or without; nil when it is none, or too large.
  func number(_ range: Range<Int>) -> Int? {
    guard !range.isEmpty, range.count <= 18 else { return nil }
    let isNegative = bytes[range.lowerBound] == UInt8(ascii: "-")
    let digits = isNegative ? range.dropFirst() : range
    guard !digits.isEmpty else { return nil }
    var number = 0
    for place in digits {
      let digit = bytes[place] &- UInt8(ascii: "0")
      guard digit < 10 else { return nil }
      number = number * 10 + Int(digit)
    }
    return isNegative ? -number : number
  }

  /// The hexadecimal number a range is, with `0x` before it or without; nil when it is none.
  func hexadecimal(_ range: Range<Int>) -> Int? {
    let digits = rest(of: range, after: "0x") ?? range
    guard !digits.isEmpty, digits.count <= 8 else { return nil }
    return Int(text(digits), radix: 16)
  }
}
