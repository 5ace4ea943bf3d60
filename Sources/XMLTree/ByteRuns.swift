/// Passes over bytes eight and more at a time; reading a file spends most of its time here, and takes
/// 1.4 times as long with loops over single bytes.
///
/// Invariants: a word is read only where all of its eight bytes are inside the span, which the load
/// checks itself; the lowest byte of a word is the first in the file, whatever the machine; the rest
/// of a run, fewer than eight bytes, goes byte by byte.
extension Span<UInt8> {
  /// Where the first byte from `start` stands that is one of three; `end` when none does.
  @inline(__always)
  func firstIndex(
    of one: UInt8, _ two: UInt8, _ three: UInt8, from start: Int, to end: Int
  ) -> Int {
    var index = start
    while index + 8 <= end {
      let word = word(at: index)
      let found = marks(of: one, in: word) | marks(of: two, in: word) | marks(of: three, in: word)
      if found != 0 { return index + found.trailingZeroBitCount / 8 }
      index += 8
    }
    while index < end {
      let byte = self[index]
      if byte == one || byte == two || byte == three { return index }
      index += 1
    }
    return end
  }

  /// Where the first byte from `start` stands that is neither printable ASCII nor a line end; the end
  /// when none does.
  @inline(__always)
  func firstIndexOfOther(from start: Int) -> Int {
    var index = start
    while index + 64 <= count {
      var others: UInt8 = 0
      for offset in 0..<64 {
        let byte = self[unchecked: index &+ offset]
        others |= (byte &- 0x20 >= 0x60 ? 1 : 0) & (byte != 0x0A ? 1 : 0) & (byte != 0x0D ? 1 : 0)
      }
      if others != 0 { break }
      index += 64
    }
    while index < count, !isOther(self[index]) { index += 1 }
    return index
  }

  /// Where the first byte from `start` stands that is not an ASCII letter; `end` when none does.
  @inline(__always)
  func firstIndexOfNonLetter(from start: Int, to end: Int) -> Int {
    var index = start
    while index + 8 <= end {
      let word = word(at: index)
      // Capitals become small; below 0x80 no sum carries into the next byte, and a byte from 0x80 on
      // is no letter whatever its sum says.
      let small = (word & ~tops) | ones &* 0x20
      let isLetter = (small &+ ones &* 0x1F) & ~(small &+ ones &* 0x05) & ~word & tops
      if isLetter != tops { return index + (isLetter ^ tops).trailingZeroBitCount / 8 }
      index += 8
    }
    while index < end, UInt8(ascii: "a")...UInt8(ascii: "z") ~= self[index] | 0x20 { index += 1 }
    return index
  }

  /// Whether the `count` bytes at one place are those at another.
  @inline(__always)
  func hasSame(_ count: Int, at one: Int, and two: Int) -> Bool {
    guard max(one, two) + count <= self.count else { return false }
    var offset = 0
    while offset + 8 <= count {
      guard word(at: one + offset) == word(at: two + offset) else { return false }
      offset += 8
    }
    while offset < count {
      guard self[one + offset] == self[two + offset] else { return false }
      offset += 1
    }
    return true
  }

  private func isOther(_ byte: UInt8) -> Bool {
    (byte &- 0x20 >= 0x60) && byte != 0x0A && byte != 0x0D
  }

  private func word(at index: Int) -> UInt64 {
    UInt64(littleEndian: bytes.unsafeLoadUnaligned(fromByteOffset: index, as: UInt64.self))
  }

  /// The top bit of the lowest byte in `word` that is `byte`, and perhaps bits above it; 0 for none.
  private func marks(of byte: UInt8, in word: UInt64) -> UInt64 {
    let rest = word ^ (ones &* UInt64(byte))
    return (rest &- ones) & ~rest & tops
  }
}

private let ones: UInt64 = 0x0101_0101_0101_0101
private let tops: UInt64 = 0x8080_8080_8080_8080
