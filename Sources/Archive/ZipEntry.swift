/// An entry of an archive: where its parts are, and what its headers say.
///
/// Some thirty bytes, for there may be 100,000; its name stays in the archive.
package struct ZipEntry: Sendable {
  private let places: (central: UInt32, local: UInt32, data: UInt32)
  private let counts: (data: UInt32, content: UInt32)
  package let crc: UInt32
  private let nameCount: UInt16
  let method: UInt16
  let flags: UInt16
  let descriptor: Descriptor

  /// The largest archive whose entries are told so.
  static let farthest = Int(UInt32.max)

  init(
    central: Int, local: Int, nameLength: Int, data: Range<Int>, size: Int, crc: UInt32,
    method: UInt16, flags: UInt16, descriptor: Descriptor
  ) {
    places = (UInt32(central), UInt32(local), UInt32(data.lowerBound))
    // A content that is larger is none that is read.
    counts = (UInt32(data.count), UInt32(clamping: size))
    nameCount = UInt16(nameLength)
    (self.crc, self.method, self.flags, self.descriptor) = (crc, method, flags, descriptor)
  }

  /// Where its header in the directory is, and the one before its data.
  var central: Int { Int(places.central) }
  var local: Int { Int(places.local) }
  var nameLength: Int { Int(nameCount) }
  /// Where its data is.
  var data: Range<Int> { Int(places.data)..<Int(places.data) + Int(counts.data) }
  /// Where it ends, with what may follow the data.
  var end: Int { data.upperBound + descriptor.length }
  /// How long its content is.
  package var size: Int { Int(counts.content) }

  /// How sum and sizes stand behind the data, where they do.
  enum Descriptor: UInt8, Sendable, CaseIterable {
    case none, signed, signedLarge, bare, bareLarge

    var length: Int {
      switch self {
      case .none: 0
      case .bare: 12
      case .signed: 16
      case .bareLarge: 20
      case .signedLarge: 24
      }
    }

    var isSigned: Bool { self == .signed || self == .signedLarge }
    var width: Int { self == .signedLarge || self == .bareLarge ? 8 : 4 }
  }

  /// Whether its content stands in the archive as it is.
  package var isStored: Bool { method == Self.stored }

  static let stored: UInt16 = 0
  static let deflated: UInt16 = 8
  /// Any way of encrypting: the content, by a stronger way, or the directory.
  static let encrypted: UInt16 = 1 | 1 << 6 | 1 << 13
  /// Sum and sizes follow the data.
  static let described: UInt16 = 1 << 3

  /// The level its flags say it was deflated with; that makes nothing else of it than a hint.
  var level: Int32 {
    switch flags >> 1 & 3 {
    case 1: 9
    case 2: 3
    case 3: 1
    default: 6
    }
  }
}
