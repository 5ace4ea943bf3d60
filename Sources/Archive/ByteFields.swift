/// Numbers in bytes, the low byte first, as archives have them.
struct ByteField: Sendable {
  let offset: Int
  /// 4 or 8.
  let width: Int
}

extension [UInt8] {
  /// The number of two bytes at a place that must be there.
  func two(_ offset: Int) -> Int { Int(self[offset]) | Int(self[offset + 1]) << 8 }

  /// The number of four bytes at a place that must be there.
  func four(_ offset: Int) -> UInt32 {
    UInt32(two(offset)) | UInt32(two(offset + 2)) << 16
  }

  /// The number in a field; nil when it is beyond any file.
  func number(_ field: ByteField) -> Int? {
    guard field.width == 8 else { return Int(four(field.offset)) }
    let high = four(field.offset + 4)
    return high > 0x7FFF_FFFF ? nil : Int(four(field.offset)) | Int(high) << 32
  }

  /// Whether four bytes stand at a place.
  func has(_ signature: UInt32, at offset: Int) -> Bool {
    offset >= 0 && offset + 4 <= count && four(offset) == signature
  }

  mutating func set(_ field: ByteField, _ number: Int) throws(ZipFailure) {
    guard field.width == 8 || number < 0xFFFF_FFFF else {
      throw ZipFailure("it would grow beyond what its kind of archive can hold, 4 GB")
    }
    for index in 0..<field.width {
      self[field.offset + index] = UInt8(truncatingIfNeeded: number >> (8 * index))
    }
  }
}

/// What the records of an archive begin with (PKWARE, “.ZIP File Format Specification”, 4.3).
enum Signature {
  static let local: UInt32 = 0x0403_4B50
  static let central: UInt32 = 0x0201_4B50
  static let end: UInt32 = 0x0605_4B50
  static let largeEnd: UInt32 = 0x0606_4B50
  static let largeLocator: UInt32 = 0x0706_4B50
  static let descriptor: UInt32 = 0x0807_4B50
}
