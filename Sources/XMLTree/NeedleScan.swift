/// Looks for a needle in one element after the other, in the order of the file, passing over what
/// cannot have it 32 bytes at a time.
///
/// Raw bytes are looked at first: where they have neither two bytes of the needle nor anything that
/// could spell it in another way, no value does. What was passed over is remembered, so that a
/// group and the steps inside it are read once together.
package struct NeedleScan {
  private let needle: Needle
  private let stop: Stop
  /// Whether to read on to the next stop in the source; if not, to the end of each element.
  private let isOnward: Bool
  /// Of each source, a stretch without a stop, which ends at one or where nobody looked further.
  private var stretches: [ObjectIdentifier: Range<Int>] = [:]
  /// The source looked at last, and its stretch.
  private var current: ObjectIdentifier?
  private var stretch = 0..<0

  /// - Parameter isOnward: Whether all elements of a document are asked for, not a few of them.
  package init(_ needle: Needle, isOnward: Bool = true) {
    self.needle = needle
    stop = Stop(needle)
    self.isOnward = isOnward
  }

  /// Whether anything inside an element might have it; false is certain.
  package mutating func mayFind(in element: Element) -> Bool {
    guard element.isContiguous else { return true }
    return mayFind(
      in: element.source, Int(element.startTag.lowerBound),
      max(Int(element.startTag.upperBound), Int(element.endTag.upperBound)))
  }

  /// Whether a value of an attribute of the element itself has it.
  package mutating func find(inAttributesOf element: Element) -> Bool {
    let tag = element.startTag
    return mayFind(in: element.source, Int(tag.lowerBound), Int(tag.upperBound))
      && needle.isFound(inAttributesOf: element)
  }

  /// Whether a value anywhere in an element has it.
  package mutating func find(inside element: Element) -> Bool {
    guard mayFind(in: element) else { return false }
    if find(inAttributesOf: element) { return true }
    guard element.hasElements else { return needle.isFound(inTextOf: element) }
    for inner in element.elements where find(inside: inner) { return true }
    return false
  }

  private mutating func mayFind(in source: Source, _ start: Int, _ end: Int) -> Bool {
    let key = ObjectIdentifier(source)
    if key != current {
      if let current { stretches[current] = stretch }
      current = key
      stretch = stretches[key] ?? 0..<0
    }
    if stretch.lowerBound <= start, start <= stretch.upperBound { return stretch.upperBound < end }
    // What was moved may stand before what was read: it is looked at alone.
    let isNext = start > stretch.upperBound
    let bytes = source.bytes
    let next = stop.next(
      in: bytes.span, from: start, to: isOnward && isNext ? bytes.count : end)
    if isNext { stretch = start..<next }
    return next < end
  }
}

/// Where a closer look is needed: at two bytes of a needle that are rare, and at references, comments
/// and sections, behind which a value may look otherwise.
///
/// Invariants: a block is read only where all of its bytes, and the one behind it, are inside the
/// span, which the load checks itself; the lowest byte of a word is the first in the file; the rest
/// goes byte by byte. A walk through a long file takes half as long as byte by byte throughout, or less.
private struct Stop {
  private typealias Block = SIMD4<UInt64>

  /// The bytes wanted, and the bits in which capitals differ.
  private let first: UInt8
  private let firstCase: UInt8
  private let second: UInt8
  private let secondCase: UInt8
  /// Besides, where a line end becomes a blank.
  private let other: UInt8
  /// The bit of all that is not ASCII where that is a stop, which the needle then is not.
  private let foreign: UInt8

  init(_ needle: Needle) {
    // What may be any byte, or is none, has all bits set for good.
    let (first, second) = Self.rarestPair(in: needle.folded)
    firstCase = needle.isPlain ? first.map(Self.caseBit) ?? 0xFF : 0xFF
    self.first = needle.isPlain ? first ?? 0xFF : 0
    secondCase = second.map(Self.caseBit) ?? 0xFF
    self.second = second ?? 0xFF
    other = needle.folded.contains(0x20) ? 0x0D : UInt8(ascii: "&")
    foreign = needle.isPlain ? 0 : 0x80
  }

  /// The two bytes side by side that files have least of; one alone has no second.
  private static func rarestPair(in bytes: [UInt8]) -> (first: UInt8?, second: UInt8?) {
    let pairs = zip(bytes, bytes.dropFirst())
    let rarest = pairs.max { rarity($0.0) + rarity($0.1) < rarity($1.0) + rarity($1.1) }
    return (rarest?.0 ?? bytes.first, rarest?.1)
  }

  /// The place of a byte among those of sequences, the most frequent first.
  private static func rarity(_ byte: UInt8) -> Int {
    " aerist\"onlpcdb<>m=uv/fyg0wqhkx.".utf8.enumerated().first { $1 == byte }?.offset ?? 30
  }

  private static func caseBit(_ byte: UInt8) -> UInt8 {
    byte &- UInt8(ascii: "a") < 26 ? 0x20 : 0
  }

  func next(in bytes: Span<UInt8>, from start: Int, to end: Int) -> Int {
    let (first, firstCase) = (Self.block(first), Self.block(firstCase))
    let (second, secondCase) = (Self.block(second), Self.block(secondCase))
    let (other, foreign) = (Self.block(other), Self.block(foreign))
    let (reference, section) = (Self.block(UInt8(ascii: "&")), Self.block(UInt8(ascii: "!")))
    let (instruction, tops) = (Self.block(UInt8(ascii: "?")), Self.block(0x80))
    var index = start
    while index + 33 <= end {
      let here = bytes.bytes.unsafeLoadUnaligned(fromByteOffset: index, as: Block.self)
      let next = bytes.bytes.unsafeLoadUnaligned(fromByteOffset: index + 1, as: Block.self)
      let pair = ((here | firstCase) ^ first) | ((next | secondCase) ^ second)
      let zeros =
        Self.zeros(in: here ^ reference) | Self.zeros(in: here ^ section)
        | Self.zeros(in: here ^ instruction) | Self.zeros(in: here ^ other) | Self.zeros(in: pair)
      let found = (zeros & tops) | (here & foreign)
      if found[0] | found[1] | found[2] | found[3] != 0 {
        return index + Self.firstMark(of: found)
      }
      index += 32
    }
    while index < end, !isStop(bytes[index], index + 1 < end ? bytes[index + 1] : 0xFF) {
      index += 1
    }
    return index
  }

  private func isStop(_ byte: UInt8, _ next: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "&"), UInt8(ascii: "!"), UInt8(ascii: "?"), other: true
    default:
      byte | firstCase == first && next | secondCase == second || byte & foreign != 0
    }
  }

  private static func block(_ byte: UInt8) -> Block {
    Block(repeating: 0x0101_0101_0101_0101 &* UInt64(byte))
  }

  /// Sets the top bit of the lowest byte that is zero in each word, and perhaps of some above it.
  @inline(__always)
  private static func zeros(in block: Block) -> Block {
    (block &- Block(repeating: 0x0101_0101_0101_0101)) & ~block
  }

  /// The first byte that is marked; there is one.
  private static func firstMark(of block: Block) -> Int {
    var word = 0
    while word < 3, block[word] == 0 { word += 1 }
    return word * 8 + block[word].littleEndian.trailingZeroBitCount / 8
  }
}
