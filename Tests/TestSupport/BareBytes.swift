import Storage

/// What tests and measurements write is nobody's sequence: bare bytes will do there, and there alone.
extension Array: FileContent where Element == UInt8 {
  package var bytes: [UInt8] { self }
}
