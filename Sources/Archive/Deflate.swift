import CZip

/// Inflating, deflating and the sum archives use, all of it zlib's.
enum Deflate {
  enum Fault: Error {
    case broken
    case otherSize
    case noMemory

    var words: String {
      switch self {
      case .broken: "is damaged: its data cannot be unpacked"
      case .otherSize: "unpacks to another size than it says"
      case .noMemory: "cannot be unpacked: there is no memory for it"
      }
    }

    fileprivate init(_ result: Int) {
      switch result {
      case Int(zip_too_long): self = .otherSize
      case Int(zip_no_memory): self = .noMemory
      default: self = .broken
      }
    }
  }

  /// The CRC-32 of some bytes.
  static func sum(of bytes: [UInt8]) -> UInt32 { zip_crc(bytes, bytes.count) }

  /// Inflates data to what must be `size` bytes; no more memory than that is touched, and of a lie no
  /// more than the truth.
  static func inflate(_ data: ArraySlice<UInt8>, to size: Int) throws(Fault) -> [UInt8] {
    var result = 0
    let content = data.withUnsafeBufferPointer { data in
      [UInt8](unsafeUninitializedCapacity: size) { place, count in
        result = zip_inflate(data.baseAddress, data.count, place.baseAddress, size)
        count = max(0, result)
      }
    }
    guard result >= 0 else { throw Fault(result) }
    guard result == size else { throw .otherSize }
    return content
  }

  /// Deflates bytes.
  static func deflate(_ bytes: [UInt8], level: Int32) throws(Fault) -> [UInt8] {
    let room = zip_deflate_room(bytes.count)
    var result = 0
    let data = [UInt8](unsafeUninitializedCapacity: room) { place, count in
      result = zip_deflate(bytes, bytes.count, place.baseAddress, room, level)
      count = max(0, result)
    }
    guard result >= 0 else { throw Fault(result) }
    return data
  }
}
