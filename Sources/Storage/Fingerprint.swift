/// A number that tells contents apart: 64 bits, in the manner of FNV-1a but eight bytes at a time.
///
/// It guards against accidents, not against somebody who wants two contents to look the same.
package struct Fingerprint: Hashable, Sendable {
  package private(set) var value: UInt64 = 0xCBF2_9CE4_8422_2325

  package init() {}

  package init(value: UInt64) { self.value = value }

  package init(of bytes: some Sequence<UInt8>) { add(bytes) }

  /// Goes on with more bytes; the same bytes in other portions give another number.
  package mutating func add(_ bytes: some Sequence<UInt8>) {
    let isDone: Void? = bytes.withContiguousStorageIfAvailable { add(UnsafeRawBufferPointer($0)) }
    guard isDone == nil else { return }
    Array(bytes).withUnsafeBytes { add($0) }
  }

  /// Goes on with bytes in two places, as if they were one portion.
  package mutating func add(_ head: [UInt8], _ tail: [UInt8]) {
    // The last word of the head is filled up from the tail.
    let whole = head.count & ~7
    let filling = tail.prefix((8 - head.count + whole) & 7)
    let seam = head[whole...] + filling
    guard seam.count == 8 || seam.isEmpty else { return add(head + tail) }
    (head[..<whole] + seam).withUnsafeBytes { mixWords(of: $0) }
    tail[filling.count...].withUnsafeBytes { add($0) }
  }

  /// Goes on with the whole words at the start of a portion and answers how many bytes these are.
  mutating func addWords(of bytes: [UInt8]) -> Int {
    let count = bytes.count & ~7
    bytes[..<count].withUnsafeBytes { mixWords(of: $0) }
    return count
  }

  private mutating func mixWords(of bytes: UnsafeRawBufferPointer) {
    for offset in stride(from: 0, to: bytes.count, by: 8) {
      mix(UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: offset, as: UInt64.self)))
    }
  }

  private mutating func add(_ bytes: UnsafeRawBufferPointer) {
    var offset = 0
    while offset + 8 <= bytes.count {
      mix(UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: offset, as: UInt64.self)))
      offset += 8
    }
    // The rest with its length, so that zeros at the end count.
    var rest = UInt64(bytes.count - offset) << 56
    for index in offset..<bytes.count { rest |= UInt64(bytes[index]) << (8 * (index - offset)) }
    mix(rest)
  }

  private mutating func mix(_ word: UInt64) {
    value = (value ^ word) &* 0x9E37_79B9_7F4A_7C15
    value ^= value >> 32
  }

  /// Sixteen hexadecimal digits.
  package var text: String {
    let digits = String(value, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }
}
