/// Reads the directory of an archive, and holds every entry against the header before its data.
struct Directory {
  private(set) var entries: [ZipEntry] = []
  private let bytes: [UInt8]
  private let end: EndRecord

  init(_ end: EndRecord, of bytes: [UInt8]) throws(ZipFailure) {
    (self.end, self.bytes) = (end, bytes)
    // What a count claims is bounded by what there is.
    entries.reserveCapacity(min(end.count, end.directory.count / 46))
    var place = end.directory.lowerBound
    while place < end.directory.upperBound, bytes.has(Signature.central, at: place) {
      place = try add(at: place)
    }
    guard entries.count == end.count || end.isCountShort && entries.count & 0xFFFF == end.count
    else {
      throw ZipFailure(
        "it is a damaged .zip archive: its directory has \(entries.count) entries and says "
          + "\(end.count)")
    }
    try checkNames()
    try checkPlaces()
  }

  // MARK: One entry

  /// Reads the header of an entry and answers where the next one is.
  private mutating func add(at place: Int) throws(ZipFailure) -> Int {
    let header = CentralHeader(at: place, in: bytes)
    guard header.end <= end.directory.upperBound else { throw Self.damaged }
    let name = String(decoding: bytes[header.name], as: UTF8.self)
    guard let size = bytes.number(header.size), let length = bytes.number(header.length),
      let offset = bytes.number(header.offset), offset <= end.directory.lowerBound - end.base
    else { throw ZipFailure(name, "is somewhere beyond the archive") }
    guard bytes.two(place + 34) == 0 || bytes.two(place + 34) == 0xFFFF else {
      throw ZipFailure(name, "is in another file of an archive in several files")
    }
    let flags = UInt16(bytes.two(place + 8))
    let method = UInt16(bytes.two(place + 10))
    guard flags & ZipEntry.encrypted == 0, method != 99 else {
      throw ZipFailure(
        name, "is encrypted; unpack the archive with its password, and pack it again")
    }
    guard method != ZipEntry.stored || size == length else {
      throw ZipFailure(name, "is not packed and has two different sizes")
    }
    let local = end.base + offset
    guard let data = LocalHeader(at: local, in: bytes, before: end.directory.lowerBound) else {
      throw ZipFailure(name, "is not where the directory says")
    }
    guard bytes[data.name] == bytes[header.name],
      bytes.two(local + 8) == bytes.two(place + 10),
      (bytes.two(local + 6) ^ bytes.two(place + 8)) & Self.meaning == 0,
      data.agrees(with: bytes.four(place + 16), length, size, flags, in: bytes)
    else { throw ZipFailure(name, "is not what the directory says") }
    let start = data.end
    guard length <= end.directory.lowerBound - start else {
      throw ZipFailure(name, "is cut off, or says a size that is not so")
    }
    let place = (data: start..<start + length, sum: bytes.four(place + 16))
    let isOpen = flags & ZipEntry.described != 0
    entries.append(
      ZipEntry(
        central: header.place, local: local, nameLength: header.name.count, data: place.data,
        size: size, crc: place.sum, method: method, flags: flags,
        descriptor: isOpen ? try descriptor(behind: place.data, place.sum, size, name) : .none))
    return header.end
  }

  /// The flags that say what the data means.
  private static let meaning = Int(ZipEntry.encrypted | ZipEntry.described)

  private static let damaged = ZipFailure(
    "it is a damaged .zip archive: its directory makes no sense")

  /// How the sum and the sizes stand behind some data, in whichever way they are true.
  private func descriptor(
    behind data: Range<Int>, _ sum: UInt32, _ size: Int, _ name: String
  ) throws(ZipFailure) -> ZipEntry.Descriptor {
    let start = data.upperBound
    for kind in [ZipEntry.Descriptor.signedLarge, .signed, .bareLarge, .bare] {
      guard kind.length <= end.directory.lowerBound - start else { continue }
      let fields = DescriptorFields(kind, at: start)
      if !kind.isSigned || bytes.has(Signature.descriptor, at: start),
        bytes.four(fields.sum) == sum, bytes.number(fields.length) == data.count,
        bytes.number(fields.size) == size
      {
        return kind
      }
    }
    throw ZipFailure(
      name, "is not what the directory says: what follows its data is something else")
  }

  // MARK: All of them

  /// Refuses two entries of one name: programs differ in which one they read.
  private func checkNames() throws(ZipFailure) {
    func name(_ index: Int32) -> ArraySlice<UInt8> {
      let entry = entries[Int(index)]
      return bytes[entry.central + 46..<entry.central + 46 + entry.nameLength]
    }
    // Sorted by a number no file can aim at, so that names are seldom compared.
    let keys = entries.indices.map { index -> (hash: Int, index: Int32) in
      var hasher = Hasher()
      name(Int32(index)).withUnsafeBytes { hasher.combine(bytes: $0) }
      return (hasher.finalize(), Int32(index))
    }.sorted { one, other in
      one.hash != other.hash
        ? one.hash < other.hash : name(one.index).lexicographicallyPrecedes(name(other.index))
    }
    for (one, other) in zip(keys, keys.dropFirst())
    where one.hash == other.hash && name(one.index) == name(other.index) {
      throw ZipFailure(String(decoding: name(one.index), as: UTF8.self), "is there twice")
    }
  }

  /// Refuses entries that share bytes.
  private func checkPlaces() throws(ZipFailure) {
    let order = entries.indices.map(Int32.init).sorted {
      entries[Int($0)].local < entries[Int($1)].local
    }
    for (one, other) in zip(order, order.dropFirst())
    where entries[Int(one)].end > entries[Int(other)].local {
      let entry = entries[Int(other)]
      let name = bytes[entry.central + 46..<entry.central + 46 + entry.nameLength]
      throw ZipFailure(
        String(decoding: name, as: UTF8.self), "has bytes that are another entry's, too")
    }
  }
}
