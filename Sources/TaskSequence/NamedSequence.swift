/// A sequence with the path it was read at, or another name people know it by.
package struct NamedSequence: Sendable {
  package let path: String
  package let document: SequenceDocument

  /// Names a sequence.
  package init(path: String, document: SequenceDocument) {
    self.path = path
    self.document = document
  }
}
