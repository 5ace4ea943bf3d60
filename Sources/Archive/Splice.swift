extension ZipArchive {
  /// The bytes of the archive with other contents of some entries, by their places among the entries.
  ///
  /// A changed entry keeps its method, its times and all else; its data, its sum and its sizes, and the
  /// offsets behind it, are the only bytes that differ. A content that is the entry's own changes
  /// nothing, whatever had packed it. Costs one pass over the archive.
  /// - Throws: when an entry is packed in a way that is not known, or would not fit.
  package func replacing(_ contents: [Int: [UInt8]]) throws(ZipFailure) -> [UInt8] {
    var pieces: [Splice.Piece] = []
    for (index, content) in contents where try !holds(content, entries[index]) {
      pieces.append(try piece(entries[index], content))
    }
    guard !pieces.isEmpty else { return bytes }
    return try Splice(self, pieces).write()
  }

  private func holds(_ content: [UInt8], _ entry: ZipEntry) throws(ZipFailure) -> Bool {
    guard content.count == entry.size, Deflate.sum(of: content) == entry.crc else { return false }
    return try self.content(of: entry) == content
  }

  private func piece(_ entry: ZipEntry, _ content: [UInt8]) throws(ZipFailure) -> Splice.Piece {
    let sum = Deflate.sum(of: content)
    switch entry.method {
    case ZipEntry.stored:
      return Splice.Piece(entry: entry, data: content, size: content.count, sum: sum)
    case ZipEntry.deflated:
      do throws(Deflate.Fault) {
        let data = try Deflate.deflate(content, level: entry.level)
        return Splice.Piece(entry: entry, data: data, size: content.count, sum: sum)
      } catch {
        throw ZipFailure(name(of: entry), "cannot be packed")
      }
    default:
      throw ZipFailure(
        name(of: entry), "is packed by the method \(entry.method), which is not known")
    }
  }
}

/// Writes an archive anew around the entries that change.
private struct Splice {
  struct Piece {
    let entry: ZipEntry
    let data: [UInt8]
    let size: Int
    let sum: UInt32

    var growth: Int { data.count - entry.data.count }
  }

  private let archive: ZipArchive
  /// In the order of their places, with how much is added up to the end of each.
  private let pieces: [(piece: Piece, growth: Int)]

  init(_ archive: ZipArchive, _ pieces: [Piece]) {
    self.archive = archive
    var growth = 0
    self.pieces = pieces.sorted { $0.entry.local < $1.entry.local }.map { piece in
      growth += piece.growth
      return (piece, growth)
    }
  }

  /// Where what stood at a place outside of changed data stands now.
  private func place(of old: Int) -> Int {
    var (low, high) = (0, pieces.count)
    while low < high {
      let middle = (low + high) / 2
      if pieces[middle].piece.entry.data.upperBound <= old {
        low = middle + 1
      } else {
        high = middle
      }
    }
    return old + (low == 0 ? 0 : pieces[low - 1].growth)
  }

  private func place(of field: ByteField) -> ByteField {
    ByteField(offset: place(of: field.offset), width: field.width)
  }

  func write() throws(ZipFailure) -> [UInt8] {
    var output: [UInt8] = []
    output.reserveCapacity(archive.bytes.count + (pieces.last?.growth ?? 0))
    var position = 0
    for (piece, _) in pieces {
      output += archive.bytes[position..<piece.entry.data.lowerBound]
      output += piece.data
      position = piece.entry.data.upperBound
    }
    output += archive.bytes[position...]
    for (piece, _) in pieces { try describe(piece, in: &output) }
    try moveOffsets(in: &output)
    return output
  }

  /// Writes sum and sizes of an entry wherever they stand.
  private func describe(_ piece: Piece, in output: inout [UInt8]) throws(ZipFailure) {
    let (entry, bytes) = (piece.entry, archive.bytes)
    func write(
      _ sum: Int, _ length: ByteField, _ size: ByteField, _ output: inout [UInt8]
    ) throws(ZipFailure) {
      for (field, number) in [
        (ByteField(offset: sum, width: 4), Int(piece.sum)), (length, piece.data.count),
        (size, piece.size),
      ] {
        // A header that leaves them to what follows the data goes on doing so.
        let isOpen =
          field.offset < entry.data.lowerBound && entry.descriptor != .none
          && [0, 0xFFFF_FFFF].contains(bytes.number(field))
        if isOpen { continue }
        if field.offset == sum {
          output.set(place(of: field).offset, sum: piece.sum)
        } else {
          try output.set(place(of: field), number)
        }
      }
    }
    let central = CentralHeader(at: entry.central, in: bytes)
    try write(entry.central + 16, central.length, central.size, &output)
    if let local = LocalHeader(at: entry.local, in: bytes, before: bytes.count) {
      try write(local.sum, local.length, local.size, &output)
    }
    if entry.descriptor != .none {
      let fields = DescriptorFields(entry.descriptor, at: entry.data.upperBound)
      try write(fields.sum, fields.length, fields.size, &output)
    }
  }

  private func moveOffsets(in output: inout [UInt8]) throws(ZipFailure) {
    let bytes = archive.bytes
    let first = pieces.first?.piece.entry.data.lowerBound ?? 0
    for entry in archive.entries where entry.local >= first {
      let field = CentralHeader(at: entry.central, in: bytes).offset
      try move(field, by: place(of: entry.local) - entry.local, in: &output)
    }
    for (field, target) in archive.end.offsets {
      try move(field, by: place(of: target) - target, in: &output)
    }
  }

  private func move(
    _ field: ByteField, by growth: Int, in output: inout [UInt8]
  ) throws(ZipFailure) {
    guard growth != 0, let old = archive.bytes.number(field) else { return }
    try output.set(place(of: field), old + growth)
  }
}

extension [UInt8] {
  /// Writes a sum, which may be any number of 32 bits.
  fileprivate mutating func set(_ offset: Int, sum: UInt32) {
    for index in 0..<4 { self[offset + index] = UInt8(truncatingIfNeeded: sum >> (8 * index)) }
  }
}
