package import TaskSequence

/// An opened file that holds sequences: what it is made of, and how sequences go back into it.
///
/// A value. Saving, journals, locks and recovery speak of a container's path and of a member in it,
/// and so know no kind of file; a new kind is one type that is one of these.
package protocol Container: Sendable {
  /// The sequences in it, in the order of the file; at least one.
  var members: [Member] { get }

  /// The bytes of the file; of one that nothing was put into, the very bytes that were opened.
  var bytes: [UInt8] { get }

  /// What should be known of how the file was read, as a sentence; nil where nothing should.
  var remark: String? { get }

  /// The sequence of a member; its `serialized()` alone is a file that can be opened, too.
  /// - Throws: when it cannot be read, though the file can; or when there is no such member.
  func document(of member: MemberID) throws(LoadFailure) -> SequenceDocument

  /// The same file with the sequences of some members as these documents are.
  ///
  /// What repeats elsewhere in the file what a sequence says follows. Every other byte stays, and a
  /// document that is as it was changes none.
  /// - Throws: when a document cannot stand in this file, or is of no member of it.
  func putting(_ documents: [MemberID: SequenceDocument]) throws(Refusal) -> Self

  /// The same, where what follows may need what is known of objects, by their ids in small letters.
  func putting(
    _ documents: [MemberID: SequenceDocument], knowing objects: [String: ExportedObject]
  ) throws(Refusal) -> Self

  /// What should be known of what followed when sequences were put in last, each a sentence.
  var notes: [String] { get }

  /// The files beside it that follow, as they are to be.
  var companions: [Companion] { get }
}

extension Container {
  package var remark: String? { nil }

  package var notes: [String] { [] }

  package var companions: [Companion] { [] }

  package func putting(
    _ documents: [MemberID: SequenceDocument], knowing objects: [String: ExportedObject]
  ) throws(Refusal) -> Self { try putting(documents) }

  /// - Throws: when a document is of no member.
  package func refuseStrangers(_ documents: [MemberID: SequenceDocument]) throws(Refusal) {
    let own = Set(members.map(\.id))
    guard let stranger = documents.keys.first(where: { !own.contains($0) }) else { return }
    throw Refusal(LoadFailure.noMember(stranger).sentence)
  }
}

/// A sequence in a file, as one chooses it.
package struct Member: Identifiable, Equatable, Sendable {
  package let id: MemberID
  /// What the file calls it; nil where it does not say.
  package let name: String?

  package init(_ id: MemberID, name: String?) {
    self.id = id
    self.name = name
  }
}

/// Names a sequence in a file for as long as the file holds it.
package struct MemberID: Hashable, Sendable {
  package let text: String

  package init(_ text: String) { self.text = text }

  /// The sequence of a file that holds one and needs no name for it.
  package static let only = MemberID("")
}
