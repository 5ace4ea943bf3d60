/// The bytes a piece of a tree was read from or written into: UTF-8, never changed, shared by all
/// pieces that came with it.
package final class Source: Sendable {
  /// The bytes, UTF-8.
  package let bytes: [UInt8]

  /// Keeps `bytes`, which must be fewer than 4 GiB because offsets have 32 bits.
  package init(_ bytes: [UInt8]) {
    precondition(bytes.count < Int(UInt32.max), "a source holds fewer than 4 GiB")
    self.bytes = bytes
  }
}

/// A run of bytes in a source; two words, copied freely.
package struct ByteSlice: Sendable {
  let source: Source
  let start: UInt32
  let length: UInt32

  init(_ source: Source, _ start: Int, _ end: Int) {
    self.source = source
    self.start = UInt32(truncatingIfNeeded: start)
    self.length = UInt32(truncatingIfNeeded: end - start)
  }

  /// A slice over the whole of `bytes`, which get a source of their own.
  package init(_ bytes: [UInt8]) {
    self.init(Source(bytes), 0, bytes.count)
  }

  /// No bytes at all.
  static let empty = ByteSlice([])

  /// How many bytes there are.
  package var count: Int { Int(length) }

  /// The bytes, as a view into the source.
  package var bytes: ArraySlice<UInt8> {
    source.bytes[Int(start)..<Int(start) + Int(length)]
  }

  /// Whether there is nothing but blanks, tabs and line ends; true for no bytes at all.
  package var isWhitespace: Bool {
    let all = source.bytes
    for index in Int(start)..<Int(start) + Int(length) where !isSpace(all[index]) { return false }
    return true
  }
}

/// Whether a byte is white space in the sense of XML 1.0 (production S).
@inline(__always)
package func isSpace(_ byte: UInt8) -> Bool {
  byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09
}
