import ObjectCatalog
import References
import Reports
import TaskSequence
import Workspace

extension CatalogLibrary {
  /// The references of some sequences as lines, in their order, found on all processors; catalogues
  /// around them that cannot be read are told.
  ///
  /// - Parameter isWanted: Which references become lines.
  mutating func lines(
    of sequences: [NamedSequence], isStrict: Bool,
    where isWanted: @escaping @Sendable (Reference) -> Bool = { _ in true }
  ) -> [ReferenceLine] {
    let told = faults.count
    take(sequences)
    let known = sequences.map { ($0, catalog(around: $0.path)) }
    for fault in faults.dropFirst(told) { Failure.say("tsedit: \(fault).") }
    return SequenceFiles.concurrently(known) { sequence, around in
      var catalog = around
      catalog.formUnion(SequenceKnowledge.read(sequence.document))
      var check = ReferenceCheck(catalog: catalog, isStrict: isStrict)
      check.look(at: sequence.document)
      return ReferenceLine.lines(for: check.references.filter(isWanted), sequence, check)
    }.flatMap(\.self)
  }
}
