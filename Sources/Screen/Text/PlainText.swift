/// Text of printable ASCII alone, as nearly all is: one byte, one glyph, one column, so that it is
/// measured and drawn without looking at scalars.
extension String {
  /// Calls `body` with the bytes when all are printable ASCII; nil when some are not.
  @inline(__always)
  func withPlainText<Result>(_ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result? {
    let found = utf8.withContiguousStorageIfAvailable { bytes in
      // Without a way out in the middle it goes many bytes at a time.
      var others: UInt8 = 0
      for byte in bytes { others |= byte &- 0x20 < 0x5F ? 0 : 1 }
      return others == 0 ? body(bytes) : nil
    }
    return found ?? nil
  }
}
