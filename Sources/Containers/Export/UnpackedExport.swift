package import TaskSequence

/// The `object.xml` of an export that was unpacked, and the lists beside it that follow.
package struct UnpackedExport: Container {
  private let opened: SequenceDocument
  private var sole: SoleSequence
  private let lists: [ExportedList.Kind: [UInt8]]
  package private(set) var companions: [Companion] = []
  package private(set) var notes: [String] = []

  /// The file with the lists that lie beside it; nil where it is none of an export, or there are none.
  ///
  /// - Parameter beside: The bytes of a file beside it.
  package init?(_ container: any Container, beside: (_ name: String) -> [UInt8]?) {
    guard let sole = container as? SoleSequence,
      let document = try? sole.document(of: .only), document.carrier == .export
    else { return nil }
    let lists = ExportedList.Kind.allCases.compactMap { kind in
      beside(kind.fileName).map { (kind, $0) }
    }
    guard !lists.isEmpty else { return nil }
    (opened, self.sole) = (document, sole)
    self.lists = Dictionary(uniqueKeysWithValues: lists)
    companions = lists.map { Companion(name: $0.fileName, opened: $1, bytes: $1) }
  }

  package var members: [Member] { sole.members }

  package var bytes: [UInt8] { sole.bytes }

  package var remark: String? { sole.remark }

  package func document(of member: MemberID) throws(LoadFailure) -> SequenceDocument {
    try sole.document(of: member)
  }

  package func putting(_ documents: [MemberID: SequenceDocument]) throws(Refusal) -> UnpackedExport
  {
    try putting(documents, knowing: [:])
  }

  package func putting(
    _ documents: [MemberID: SequenceDocument], knowing objects: [String: ExportedObject]
  ) throws(Refusal) -> UnpackedExport {
    var copy = self
    copy.sole = try sole.putting(documents)
    guard let document = documents[.only] else { return copy }
    var following = ExportFollowing(from: opened, to: document, objects)
    following.know(lists.values.flatMap { (try? ExportedList($0))?.objects ?? [] })
    copy.companions = ExportedList.Kind.allCases.compactMap { kind in
      guard let list = lists[kind] else { return nil }
      let new = following.isNeeded(kind) ? following.list(kind, instead: list) : nil
      return Companion(name: kind.fileName, opened: list, bytes: new ?? list)
    }
    copy.notes = following.notes
    return copy
  }
}

/// A file beside one that holds a sequence, which follows it.
package struct Companion: Equatable, Sendable {
  /// What it is called, in the same folder.
  package let name: String
  /// What it was when the file was opened, and what it is to be.
  package let opened: [UInt8]
  package let bytes: [UInt8]
}
