/// A number that tells contents apart, FNV-1a of 64 bits.
///
/// It guards against accidents, not against somebody who wants two contents to look the same.
package struct Fingerprint: Hashable, Sendable {
  package private(set) var value: UInt64 = 0xCBF2_9CE4_8422_2325

  package init(value: UInt64) { self.value = value }

  package init(of bytes: some Sequence<UInt8>) { add(bytes) }

  package mutating func add(_ bytes: some Sequence<UInt8>) {
    let isDone: Void? = bytes.withContiguousStorageIfAvailable { buffer in
      for index in buffer.indices { value = (value ^ UInt64(buffer[index])) &* 0x100_0000_01B3 }
    }
    guard isDone == nil else { return }
    for byte in bytes { value = (value ^ UInt64(byte)) &* 0x100_0000_01B3 }
  }

  /// Sixteen hexadecimal digits.
  package var text: String {
    let digits = String(value, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }
}
