/// Puts the bytes of one UTF-8 scalar together.
///
/// Garbage is told as Unicode recommends: one U+FFFD for the longest beginning of a scalar.
struct ScalarDecoder: Sendable {
  private var value: UInt32
  /// How many bytes are missing.
  private var missing: Int
  /// What the next byte may be, narrower after some first bytes.
  private var allowed: ClosedRange<UInt8>

  /// Begins with a byte above ASCII; nil when no scalar begins with it.
  init?(first byte: UInt8) {
    allowed = 0x80...0xbf
    switch byte {
    case 0xc2...0xdf: (value, missing) = (UInt32(byte & 0x1f), 1)
    case 0xe0...0xef: (value, missing) = (UInt32(byte & 0x0f), 2)
    case 0xf0...0xf4: (value, missing) = (UInt32(byte & 0x07), 3)
    default: return nil
    }
    switch byte {
    case 0xe0: allowed = 0xa0...0xbf
    case 0xed: allowed = 0x80...0x9f
    case 0xf0: allowed = 0x90...0xbf
    case 0xf4: allowed = 0x80...0x8f
    default: break
    }
  }

  /// What a byte does to a scalar.
  enum Step {
    case unfinished
    case finished(Unicode.Scalar)
    /// The byte does not belong to it.
    case broken
  }

  /// Adds the next byte.
  mutating func take(_ byte: UInt8) -> Step {
    guard allowed.contains(byte) else { return .broken }
    allowed = 0x80...0xbf
    value = value << 6 | UInt32(byte & 0x3f)
    missing -= 1
    guard missing == 0 else { return .unfinished }
    return Unicode.Scalar(value).map(Step.finished) ?? .broken
  }
}
