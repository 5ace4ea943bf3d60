/// A header in the directory, at a place where one begins.
struct CentralHeader {
  let place: Int
  let name: Range<Int>
  let extra: Range<Int>
  /// Where the next one begins; beyond the bytes when it is cut off.
  let end: Int
  /// Where the size of the content, that of the data and the entry's offset stand.
  let size: ByteField
  let length: ByteField
  let offset: ByteField

  init(at place: Int, in bytes: [UInt8]) {
    self.place = place
    guard place + 46 <= bytes.count else {
      (name, extra, end) = (place..<place, place..<place, .max)
      let field = ByteField(offset: place, width: 4)
      (size, length, offset) = (field, field, field)
      return
    }
    let lengths = (bytes.two(place + 28), bytes.two(place + 30), bytes.two(place + 32))
    let start = place + 46
    name = start..<start + lengths.0
    extra = name.upperBound..<name.upperBound + lengths.1
    end = extra.upperBound + lengths.2
    var large = LargeFields(in: extra, of: bytes)
    size = large.next(ByteField(offset: place + 24, width: 4), in: bytes)
    length = large.next(ByteField(offset: place + 20, width: 4), in: bytes)
    offset = large.next(ByteField(offset: place + 42, width: 4), in: bytes)
  }
}

/// The header before an entry's data.
struct LocalHeader {
  let name: Range<Int>
  /// Where the data begins.
  let end: Int
  let sum: Int
  let size: ByteField
  let length: ByteField

  /// - Parameter limit: Where it must have ended.
  /// - Returns: nil when none is there.
  init?(at place: Int, in bytes: [UInt8], before limit: Int) {
    guard place + 30 <= limit, bytes.has(Signature.local, at: place) else { return nil }
    name = place + 30..<place + 30 + bytes.two(place + 26)
    end = name.upperBound + bytes.two(place + 28)
    guard end <= limit else { return nil }
    sum = place + 14
    var large = LargeFields(in: name.upperBound..<end, of: bytes)
    size = large.next(ByteField(offset: place + 22, width: 4), in: bytes)
    length = large.next(ByteField(offset: place + 18, width: 4), in: bytes)
  }

  /// Whether it says what the directory does, or leaves it to what follows the data.
  func agrees(
    with sum: UInt32, _ length: Int, _ size: Int, _ flags: UInt16, in bytes: [UInt8]
  ) -> Bool {
    let isOpen = flags & ZipEntry.described != 0
    func agrees(_ field: ByteField, _ number: Int) -> Bool {
      let said = bytes.number(field)
      // A tool that cannot know yet says nothing, or that there may be much.
      return said == number || isOpen && (said == 0 || field.width == 4 && said == 0xFFFF_FFFF)
    }
    let isSum = bytes.four(self.sum) == sum || isOpen && bytes.four(self.sum) == 0
    return isSum && agrees(self.length, length) && agrees(self.size, size)
  }
}

/// Sum and sizes behind an entry's data.
struct DescriptorFields {
  let sum: Int
  let length: ByteField
  let size: ByteField

  init(_ kind: ZipEntry.Descriptor, at place: Int) {
    sum = place + (kind.isSigned ? 4 : 0)
    length = ByteField(offset: sum + 4, width: kind.width)
    size = ByteField(offset: sum + 4 + kind.width, width: kind.width)
  }
}

/// The numbers of 64 bits that stand in a header's extra field for those that do not fit.
private struct LargeFields {
  private var rest: Range<Int>

  init(in extra: Range<Int>, of bytes: [UInt8]) {
    rest = extra.upperBound..<extra.upperBound
    guard extra.upperBound <= bytes.count else { return }
    var place = extra.lowerBound
    while place + 4 <= extra.upperBound {
      let end = place + 4 + bytes.two(place + 2)
      guard end <= extra.upperBound else { return }
      if bytes.two(place) == 1 {
        rest = place + 4..<end
        return
      }
      place = end
    }
  }

  /// Where a number stands; they come in one order, and only those that do not fit.
  mutating func next(_ field: ByteField, in bytes: [UInt8]) -> ByteField {
    guard bytes.four(field.offset) == .max, rest.count >= 8 else { return field }
    defer { rest = rest.lowerBound + 8..<rest.upperBound }
    return ByteField(offset: rest.lowerBound, width: 8)
  }
}
