/// The bytes a piece of a tree was read from or written into.
package final class Source: Sendable {
  /// The bytes, UTF-8.
  package let bytes: [UInt8]

  package init(_ bytes: [UInt8]) { self.bytes = bytes }
}
