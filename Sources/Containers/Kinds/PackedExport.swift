/// The `.zip` archive a console exports; it says how to come by the sequence in it.
package enum PackedExport: FileKind {
  package static func open(_ file: [UInt8]) throws(LoadFailure) -> (any Container)? {
    guard file.starts(with: Array("PK\u{3}\u{4}".utf8)) else { return nil }
    throw .notASequence(
      "it is a .zip archive; unpack it and open SMS_TaskSequencePackage/<ID>/object.xml")
  }
}
