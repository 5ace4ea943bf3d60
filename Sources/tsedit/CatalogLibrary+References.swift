import ObjectCatalog
import References
import TaskSequence
import Workspace

extension CatalogLibrary {
  /// The lines of some sequences in their order, found on all processors; catalogues around them that
  /// cannot be read are told.
  ///
  /// - Parameter look: What is looked for in a sequence, among what is known around it.
  mutating func lines<Line: Sendable>(
    of sequences: [NamedSequence],
    _ look: @escaping @Sendable (NamedSequence, Catalog) -> [Line]
  ) -> [Line] {
    let told = faults.count
    take(sequences)
    let known = sequences.map { ($0, catalog(around: $0.path)) }
    for fault in faults.dropFirst(told) { Failure.say("tsedit: \(fault).") }
    return SequenceFiles.concurrently(known) { sequence, around in
      var catalog = around
      catalog.formUnion(SequenceKnowledge.read(sequence.document))
      return look(sequence, catalog)
    }.flatMap(\.self)
  }
}
