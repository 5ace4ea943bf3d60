import CZip

/// An archive to be written, byte by byte, in every shape there is: what the program reads and writes
/// is held against it.
package struct ZipRecipe: Sendable {
  package var entries: [ZipItem]
  /// What stands before the archive, and whether its offsets count it.
  package var prefix: [UInt8] = []
  package var countsPrefix = true
  /// What stands behind it.
  package var suffix: [UInt8] = []
  package var comment: [UInt8] = []
  /// Whether the end is that of Zip64.
  package var isLarge = false
  /// What stands before each entry that belongs to none.
  package var gap: [UInt8] = []
  /// The order of the directory; that of the entries without one.
  package var order: [Int]?

  package init(_ entries: [ZipItem]) { self.entries = entries }

  /// The archive.
  package var bytes: [UInt8] {
    var output = prefix
    let base = countsPrefix ? 0 : prefix.count
    var offsets: [Int] = []
    for entry in entries {
      output += gap
      offsets.append(output.count - base)
      output += entry.local
    }
    let start = output.count
    for index in order ?? Array(entries.indices) {
      output += entries[index].central(offsets[index])
    }
    let size = output.count - start
    if isLarge {
      let record = output.count - base
      output += number(0x0606_4B50, 4) + number(44, 8) + number(45, 2) + number(45, 2)
      output += number(0, 8) + number(entries.count, 8) + number(entries.count, 8)
      output += number(size, 8) + number(start - base, 8)
      output += number(0x0706_4B50, 4) + number(0, 4) + number(record, 8) + number(1, 4)
    }
    output += number(0x0605_4B50, 4) + number(0, 4)
    output += number(isLarge ? 0xFFFF : entries.count, 2)
    output += number(isLarge ? 0xFFFF : entries.count, 2)
    output += number(isLarge ? 0xFFFF_FFFF : size, 4)
    output += number(isLarge ? 0xFFFF_FFFF : start - base, 4)
    return output + number(comment.count, 2) + comment + suffix
  }
}

/// An entry to be written.
package struct ZipItem: Sendable {
  package var name: String
  package var content: [UInt8]
  package var isDeflated = false
  /// How sum and sizes stand behind the data: with the signature or without, in 4 bytes or in 8.
  package var descriptor: (isSigned: Bool, width: Int)?
  /// Whether the sizes stand in extra fields of Zip64.
  package var isLarge = false
  /// What the header before the data has besides, and that in the directory.
  package var localExtra: [UInt8] = []
  package var centralExtra: [UInt8] = []
  package var comment: [UInt8] = []
  package var time: UInt32 = 0x5A21_6B4C
  package var flags = 0
  /// What is claimed in the place of the truth, for archives that lie.
  package var claims: (size: Int?, sum: UInt32?, method: Int?, localName: String?) = (
    nil, nil, nil, nil
  )

  package init(_ name: String, _ content: [UInt8], isDeflated: Bool = false) {
    (self.name, self.content, self.isDeflated) = (name, content, isDeflated)
  }

  /// The data as it stands in the archive.
  package var data: [UInt8] {
    guard isDeflated else { return content }
    let room = zip_deflate_room(content.count)
    return [UInt8](unsafeUninitializedCapacity: room) { place, count in
      count = max(0, zip_deflate(content, content.count, place.baseAddress, room, 6))
    }
  }

  private var sum: UInt32 { claims.sum ?? zip_crc(content, content.count) }
  private var size: Int { claims.size ?? content.count }
  private var allFlags: Int { flags | (descriptor == nil ? 0 : 8) }

  private var head: [UInt8] {
    number(isLarge ? 45 : 20, 2) + number(allFlags, 2)
      + number(claims.method ?? (isDeflated ? 8 : 0), 2) + number(Int(time), 4)
  }

  /// The header, the data and what follows it.
  var local: [UInt8] {
    let data = data
    let name = Array((claims.localName ?? name).utf8)
    let isOpen = descriptor != nil
    let large =
      isLarge
      ? number(1, 2) + number(16, 2) + number(isOpen ? 0 : size, 8)
        + number(isOpen ? 0 : data.count, 8) : []
    var bytes = number(0x0403_4B50, 4) + head + number(isOpen ? 0 : Int(sum), 4)
    bytes += number(isLarge ? 0xFFFF_FFFF : isOpen ? 0 : data.count, 4)
    bytes += number(isLarge ? 0xFFFF_FFFF : isOpen ? 0 : size, 4)
    bytes += number(name.count, 2) + number(large.count + localExtra.count, 2)
    bytes += name + localExtra + large + data
    guard let descriptor else { return bytes }
    if descriptor.isSigned { bytes += number(0x0807_4B50, 4) }
    return bytes + number(Int(sum), 4) + number(data.count, descriptor.width)
      + number(size, descriptor.width)
  }

  /// The header in the directory.
  func central(_ offset: Int) -> [UInt8] {
    let large =
      isLarge
      ? number(1, 2) + number(24, 2) + number(size, 8) + number(data.count, 8) + number(offset, 8)
      : []
    var bytes = number(0x0201_4B50, 4) + number(45, 2) + head + number(Int(sum), 4)
    bytes += number(isLarge ? 0xFFFF_FFFF : data.count, 4)
    bytes += number(isLarge ? 0xFFFF_FFFF : size, 4)
    bytes += number(name.utf8.count, 2) + number(large.count + centralExtra.count, 2)
    bytes += number(comment.count, 2) + number(0, 2) + number(0, 2) + number(0x20, 4)
    bytes += number(isLarge ? 0xFFFF_FFFF : offset, 4)
    return bytes + Array(name.utf8) + centralExtra + large + comment
  }
}

/// A number, the low byte first.
private func number(_ value: Int, _ width: Int) -> [UInt8] {
  (0..<width).map { UInt8(truncatingIfNeeded: value >> (8 * $0)) }
}

extension ZipItem {
  /// What is in the entries of an archive of a plain shape, read from its headers alone: stored,
  /// without Zip64, without anything before it.
  package static func contents(of archive: [UInt8]) throws -> [String: [UInt8]] {
    var contents: [String: [UInt8]] = [:]
    func four(_ place: Int) -> Int {
      (0..<4).reduce(0) { $0 | Int(archive[place + $1]) << (8 * $1) }
    }
    func two(_ place: Int) -> Int { Int(archive[place]) | Int(archive[place + 1]) << 8 }
    var place = four(archive.count - 6)
    while place + 46 <= archive.count, four(place) == 0x0201_4B50 {
      let local = four(place + 42)
      let start = local + 30 + two(local + 26) + two(local + 28)
      let name = String(decoding: archive[place + 46..<place + 46 + two(place + 28)], as: UTF8.self)
      contents[name] = Array(archive[start..<start + four(place + 20)])
      place += 46 + two(place + 28) + two(place + 30) + two(place + 32)
    }
    return contents
  }
}
