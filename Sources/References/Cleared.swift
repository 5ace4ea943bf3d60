package import Containers
import ObjectCatalog
import Storage
package import TaskSequence

/// Sequences of one file in which no reference stops a save; the gate alone makes them.
package struct ClearedSequences: Equatable, Sendable {
  private var documents: [MemberID: SequenceDocument]
  /// What is known of the objects that an export repeats, by their ids in small letters.
  private var objects: [String: ExportedObject]

  fileprivate init(
    _ document: SequenceDocument, _ member: MemberID, _ objects: [String: ExportedObject]
  ) {
    documents = [member: document]
    self.objects = objects
  }

  /// Which sequences of the file they are.
  package var members: Set<MemberID> { Set(documents.keys) }

  /// Adds others of the same file, to be written with these at once.
  package mutating func formUnion(_ others: ClearedSequences) {
    documents.merge(others.documents) { $1 }
    objects.merge(others.objects) { $1 }
  }

  /// The file with these sequences in the place of those that were in it; without one, a file of
  /// the only sequence alone.
  /// - Throws: when they cannot stand in the file.
  package func file(in container: (any Container)? = nil) throws(Refusal) -> Cleared {
    if let container { return Cleared(try container.putting(documents, knowing: objects)) }
    guard let document = documents.values.first, documents.count == 1 else {
      throw Refusal("several sequences need the file they were in")
    }
    return Cleared(SoleSequence(document))
  }

  package static func == (one: ClearedSequences, other: ClearedSequences) -> Bool {
    one.documents.count == other.documents.count
      && one.documents.allSatisfy { member, document in
        other.documents[member]?.isIdentical(to: document) ?? false
      }
  }
}

/// The bytes of a file of sequences in which no reference stops a save.
///
/// They reach a file or standard output as this alone: what writes files takes nothing else that a
/// sequence could be made into.
package struct Cleared: FileContent {
  /// The file.
  package let container: any Container
  package let bytes: [UInt8]

  fileprivate init(_ container: any Container) {
    self.container = container
    bytes = container.bytes
  }
}

/// The references for which a sequence may not be written.
package struct Unresolved: Error {
  /// Those that stop it, in document order.
  package let references: [Reference]
}

extension ReferenceCheck {
  /// The gate: looks at a document, and lets it pass when no reference stops a save.
  ///
  /// It decides on the states of references alone, whatever else is found.
  /// - Throws: the references that stop it.
  package mutating func clear(
    _ document: SequenceDocument, as member: MemberID = .only
  ) throws(Unresolved) -> ClearedSequences {
    look(at: document)
    let blocking = blocking
    guard blocking.isEmpty else { throw Unresolved(references: blocking) }
    return ClearedSequences(document, member, objects(of: document))
  }

  /// What is known of the objects that an export repeats from a document.
  private func objects(of document: SequenceDocument) -> [String: ExportedObject] {
    var objects: [String: ExportedObject] = [:]
    for reference in document.recordedReferences {
      let kinds: [ReferenceKind] =
        reference.isApplication ? [.application] : [.taskSequence, .content]
      let found = kinds.lazy.compactMap { kind in
        catalog.standing(of: kind, reference.id)?.object ?? catalog.record(kind, reference.id)
      }.first { $0.kind != .content }
      guard let found else { continue }
      objects[reference.id.lowercased()] = ExportedObject(
        id: reference.id, name: found.name, version: found.version,
        type: found.kind == .taskSequence ? 4 : found.kind.packageType)
    }
    return objects
  }
}
