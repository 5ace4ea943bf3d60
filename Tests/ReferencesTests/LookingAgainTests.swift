import ObjectCatalog
import Operations
import SequenceSpecimens
import TaskSequence
import TestSupport
import Testing

@testable import References

/// Looking again after an edit finds what a first look finds, whatever was looked at before.
@Suite struct LookingAgainTests {
  @Test(arguments: Seeded.seeds(20))
  func aSecondLookIsAFirst(seed: UInt64) throws {
    var seeded = Seeded(seed)
    var catalog = Catalog()
    catalog.add(CatalogObject(kind: .package, id: "ABC00001", name: "Tools", version: "1"))
    catalog.completeKinds()
    var history = History(try RandomSequence.document(&seeded))
    var check = ReferenceCheck(catalog: catalog)
    for _ in 0..<60 {
      if seeded.chance(25) {
        history.go(to: seeded.below(history.revisions.count))
      } else if let operation = RandomSequence.operation(on: history.document, &seeded),
        let edit = try? history.document.applying(
          keeping: &check, saved: history.revisions[0].document,
          { (chain) throws(Refusal) in try chain.apply(operation) })
      {
        history.record(edit, focusBefore: nil, focusAfter: nil)
      }
      let document = history.document
      check.look(at: document)
      var fresh = ReferenceCheck(catalog: catalog)
      fresh.look(at: document)
      #expect(check.references == fresh.references)
      #expect(check.blocking == fresh.blocking)
      #expect(check.listed == fresh.listed)
      #expect(fresh.listed == ListedReferences(of: document))
      document.sequence.walk { node, _ in
        #expect(check.references(of: node) == fresh.references(of: node))
        return true
      }
    }
  }
}
