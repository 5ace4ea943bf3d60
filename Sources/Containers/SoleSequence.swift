package import TaskSequence

/// A file that is one sequence and the record around it, and nothing else.
package struct SoleSequence: Container {
  private var document: SequenceDocument
  package let remark: String?

  /// The file of a sequence that was opened, or that was just made.
  ///
  /// - Parameter remark: What should be known of how it was read.
  package init(_ document: SequenceDocument, remark: String? = nil) {
    self.document = document
    self.remark = remark
  }

  package var members: [Member] { [Member(.only, name: document.name)] }

  package var bytes: [UInt8] { document.serialized() }

  package func document(of member: MemberID) throws(LoadFailure) -> SequenceDocument {
    guard member == .only else { throw .noMember(member) }
    return document
  }

  package func putting(
    _ documents: [MemberID: SequenceDocument]
  ) throws(Refusal) -> SoleSequence {
    try refuseStrangers(documents)
    return documents[.only].map { SoleSequence($0, remark: remark) } ?? self
  }
}
