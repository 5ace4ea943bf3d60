/// The end of an archive: where its directory is, and where that is said.
struct EndRecord: Sendable {
  /// Where the directory is.
  let directory: Range<Int>
  /// How many entries it says it has.
  let count: Int
  /// Whether `count` may have lost what is beyond 16 bits.
  let isCountShort: Bool
  /// How many bytes are before the archive that its offsets do not count.
  let base: Int
  /// The offsets in it that move with what they point at: where they are, and where they point.
  private(set) var offsets: [(field: ByteField, target: Int)] = []
  /// Where the last record ends, with its comment.
  let end: Int

  static let length = 22
  /// The longest comment.
  private static let farthest = 0xFFFF

  /// Looks for the end of an archive; nil where the bytes are none.
  ///
  /// What does not begin as one is one where the end of a usual one is at its end. Costs a pass over
  /// the bytes at most.
  /// - Throws: when they begin as an archive and have no sound end.
  init?(of bytes: [UInt8]) throws(ZipFailure) {
    let isArchive = bytes.has(Signature.local, at: 0) || bytes.has(Signature.end, at: 0)
    let lowest = isArchive ? 0 : max(0, bytes.count - Self.length - Self.farthest)
    var isPromised = false
    var place = bytes.count - Self.length
    while place >= lowest {
      if bytes[place] == 0x50, bytes.has(Signature.end, at: place) {
        isPromised = true
        if let found = EndRecord(at: place, in: bytes) {
          self = found
          try checkNeighbours(in: bytes)
          return
        }
      }
      place -= 1
    }
    guard isArchive else { return nil }
    throw ZipFailure(
      isPromised
        ? "it is a damaged .zip archive: its directory is not where it says"
        : "it is a .zip archive that was cut off: the directory at its end is missing")
  }

  /// Reads the record at a place; nil when it is none, or has no directory.
  private init?(at place: Int, in bytes: [UInt8]) {
    let end = place + Self.length + bytes.two(place + 20)
    guard end <= bytes.count else { return nil }
    // An archive in several files has its directory elsewhere.
    guard bytes.two(place + 4) % 0xFFFF == 0, bytes.two(place + 6) % 0xFFFF == 0 else {
      return nil
    }
    let large = Self.large(before: place, in: bytes)
    let fields =
      large?.fields ?? (
        ByteField(offset: place + 12, width: 4),
        ByteField(offset: place + 16, width: 4)
      )
    let limit = large?.start ?? place
    guard let size = bytes.number(fields.0), let offset = bytes.number(fields.1),
      size <= limit, offset <= limit - size
    else { return nil }
    // Offsets may count from what is before the archive; or something is behind the directory.
    let count = large?.count ?? bytes.two(place + 10)
    let bases = [limit - size - offset, 0].filter {
      size == 0 && count == 0 || bytes.has(Signature.central, at: $0 + offset)
    }
    guard let base = bases.first else { return nil }
    (self.base, self.end, self.count) = (base, end, count)
    isCountShort = large == nil
    directory = base + offset..<base + offset + size
    let start = directory.lowerBound
    if let large {
      offsets = [(large.fields.1, start), (large.locator, large.start)]
    }
    let own = ByteField(offset: place + 16, width: 4)
    if large == nil || bytes.four(own.offset) != .max { offsets.append((own, start)) }
  }

  /// The record of an archive that needs more than 32 bits somewhere, or says so.
  private static func large(
    before place: Int, in bytes: [UInt8]
  ) -> (start: Int, count: Int, fields: (ByteField, ByteField), locator: ByteField)? {
    let locator = place - 20
    guard bytes.has(Signature.largeLocator, at: locator) else { return nil }
    let field = ByteField(offset: locator + 8, width: 8)
    let said = bytes.number(field) ?? -1
    let start = [said, locator - 56].first {
      $0 <= locator - 56 && bytes.has(Signature.largeEnd, at: $0)
    }
    guard let start, let count = bytes.number(ByteField(offset: start + 32, width: 8)) else {
      return nil
    }
    let size = ByteField(offset: start + 40, width: 8)
    return (start, count, (size, ByteField(offset: start + 48, width: 8)), field)
  }

  /// Refuses what is a part of something larger: the archive inside one that was cut off, two archives
  /// in one file.
  private func checkNeighbours(in bytes: [UInt8]) throws(ZipFailure) {
    if base > 0, bytes.has(Signature.local, at: 0) || bytes.has(Signature.end, at: 0) {
      throw ZipFailure(
        "it is a .zip archive that was cut off, or two of them one after the other")
    }
    if bytes.has(Signature.local, at: end) {
      throw ZipFailure("it is a .zip archive that another one follows, which is cut off")
    }
  }
}
