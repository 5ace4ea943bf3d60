import Storage
package import TaskSequence

/// The bytes of a sequence in which no reference stops a save.
///
/// The gate alone makes one, and the bytes of a sequence reach a file or standard output as one alone:
/// what writes files takes nothing else that a sequence could be made into.
package struct Cleared: FileContent, Equatable {
  package let bytes: [UInt8]

  fileprivate init(_ document: SequenceDocument) { bytes = document.serialized() }
}

/// The references for which a sequence may not be written.
package struct Unresolved: Error {
  /// Those that stop it, in document order.
  package let references: [Reference]
}

extension ReferenceCheck {
  /// The gate: looks at a document, and lets its bytes pass when no reference stops a save.
  ///
  /// It decides on the states of references alone, whatever else is found.
  /// - Throws: the references that stop it.
  package mutating func clear(_ document: SequenceDocument) throws(Unresolved) -> Cleared {
    look(at: document)
    let blocking = blocking
    guard blocking.isEmpty else { throw Unresolved(references: blocking) }
    return Cleared(document)
  }
}
