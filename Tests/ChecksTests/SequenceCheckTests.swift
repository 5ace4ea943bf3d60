import ObjectCatalog
import Operations
import References
import SequenceSpecimens
import TaskSequence
import TestSupport
import Testing

@testable import Checks

@Suite struct SequenceCheckTests {
  /// Looking again after an edit finds what a first look finds, whatever was looked at before.
  @Test(arguments: Seeded.seeds(20))
  func aSecondLookIsAFirst(seed: UInt64) throws {
    var seeded = Seeded(seed)
    var catalog = Catalog()
    catalog.add(CatalogObject(kind: .package, id: "ABC00001", name: "Tools", version: "1"))
    catalog.completeKinds()
    var history = History(try RandomSequence.document(&seeded))
    var check = SequenceCheck(catalog: catalog)
    for _ in 0..<60 {
      if seeded.chance(25) {
        history.go(to: seeded.below(history.revisions.count))
      } else if let operation = RandomSequence.operation(on: history.document, &seeded),
        let edit = try? check.applying(
          { (chain) throws(Refusal) in try chain.apply(operation) }, to: history.document,
          saved: history.revisions[0].document, label: nil)
      {
        history.record(edit, focusBefore: nil, focusAfter: nil)
      }
      let document = history.document
      check.look(at: document)
      var fresh = SequenceCheck(catalog: catalog)
      fresh.look(at: document)
      document.sequence.walk { node, _ in
        #expect(check.problem(of: node) == fresh.problem(of: node))
        #expect(check.problemCount(inside: node) == fresh.problemCount(inside: node))
        return true
      }
      let problems = check.problemNodes(in: document)
      #expect(problems == fresh.problemNodes(in: document))
      #expect(problems.isSuperset(of: check.references.blocking.map(\.node)))
      let inside = problems.subtracting([document.sequenceID])
      #expect(check.problemCount(inside: document.sequence) == inside.count)
    }
  }
}
