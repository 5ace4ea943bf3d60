/// A `.zip` archive as bytes: its entries, what is in them, and the same archive with other contents.
///
/// A value around the bytes it was opened from; nothing is unpacked before it is asked for, and names
/// are keys, never paths. The format is PKWARE's “.ZIP File Format Specification”.
package struct ZipArchive: Sendable {
  package let bytes: [UInt8]
  /// In the order of the directory.
  package let entries: [ZipEntry]
  package let limits: ZipLimits
  let end: EndRecord

  /// Opens an archive; nil where the bytes are something else.
  ///
  /// Every header is looked at, and nothing inflated. Costs one pass over the bytes and sorting the
  /// entries.
  /// - Throws: when it is damaged, cut off or encrypted, or when its parts are at odds, so that two
  ///   programs could read different things in it.
  package init?(_ bytes: [UInt8], limits: ZipLimits = ZipLimits()) throws(ZipFailure) {
    guard let end = try EndRecord(of: bytes) else { return nil }
    guard bytes.count <= ZipEntry.farthest else {
      throw ZipFailure("it is a .zip archive of more than 4 GB")
    }
    self.bytes = bytes
    self.end = end
    self.limits = limits
    entries = try Directory(end, of: bytes).entries
  }

  /// What an entry is called; bytes that are no UTF-8 are told as the sign for that.
  package func name(of entry: ZipEntry) -> String {
    String(decoding: nameBytes(of: entry), as: UTF8.self)
  }

  /// The bytes of an entry's name.
  package func nameBytes(of entry: ZipEntry) -> ArraySlice<UInt8> {
    bytes[entry.central + 46..<entry.central + 46 + entry.nameLength]
  }

  /// The place among the entries of one with a name; nil when there is none.
  package func index(named name: String) -> Int? {
    let wanted = Array(name.utf8)
    return entries.firstIndex { nameBytes(of: $0).elementsEqual(wanted) }
  }

  /// What is in an entry, whose sum is checked.
  /// - Throws: when it is damaged, larger than the limits allow, or packed in a way that is not known.
  package func content(of entry: ZipEntry) throws(ZipFailure) -> [UInt8] {
    let name = name(of: entry)
    guard limits.allows(entry.size, of: entry.data.count) else {
      throw ZipFailure(
        name, "says that \(entry.data.count) bytes unpack to \(entry.size), which is not opened")
    }
    let content: [UInt8]
    switch entry.method {
    case ZipEntry.stored: content = Array(bytes[entry.data])
    case ZipEntry.deflated:
      do throws(Deflate.Fault) {
        content = try Deflate.inflate(bytes[entry.data], to: entry.size)
      } catch {
        throw ZipFailure(name, error.words)
      }
    default: throw ZipFailure(name, "is packed by the method \(entry.method), which is not known")
    }
    guard Deflate.sum(of: content) == entry.crc else {
      throw ZipFailure(name, "is damaged: its CRC-32 is another one")
    }
    return content
  }
}
