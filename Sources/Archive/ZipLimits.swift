/// How much an archive may ask for: what its headers say is a claim, and a small file can be made that
/// inflates to any size.
///
/// Real exports hold parts below 1 MB, and XML deflates to a tenth or a thirtieth. The largest ratio
/// deflating reaches is 1,032 (RFC 1951: 258 bytes for two bits).
package struct ZipLimits: Sendable {
  /// The largest content of an entry that is read, as large as a file that is opened may be.
  package var content = 128 << 20
  /// What all entries that are read of one archive may have together.
  package var total = 256 << 20
  /// How many times its data a content may be beyond `free`.
  package var ratio = 250
  /// What a content may be whatever its data is.
  package var free = 1 << 20

  package init() {}

  /// Whether a content may be so large.
  func allows(_ size: Int, of data: Int) -> Bool {
    size <= content && (size <= free || size / ratio <= data)
  }
}
