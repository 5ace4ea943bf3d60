import Containers
import ObjectCatalog
import TaskSequence
import TestSupport
import Testing

@testable import References

/// What the program wrote is no evidence.
@Suite struct EvidenceLawTests {
  private static func catalog(_ seeded: inout Seeded) -> Catalog {
    var catalog = Catalog()
    for number in 0..<4 where seeded.chance(40) {
      catalog.add(CatalogObject(kind: .package, id: "ABC0000\(number)", name: "P"))
    }
    if seeded.chance(50) { catalog.completeKinds() }
    return catalog
  }

  /// What is resolved, and what stops a strict save, is so by what others know, whatever edits have
  /// listed, a save has written and an opening has read.
  @Test(arguments: Seeded.seeds(40))
  func savingProvesNothing(seed: UInt64) throws {
    var seeded = Seeded(seed)
    let catalog = Self.catalog(&seeded)
    var document = try Sequences.document(Sequences.random(&seeded))
    var listed = 0
    for _ in 0..<6 {
      if let edit = Sequences.edit(document, &seeded),
        let whole = try? document.following(edit)
      {
        document = whole.document
      }
      let reopened = try SequenceDocument(loading: document.serialized())
      var bare = ReferenceCheck(catalog: catalog, isStrict: true)
      bare.look(at: reopened)
      var known = catalog
      known.formUnion(SequenceKnowledge.read(reopened))
      var check = ReferenceCheck(catalog: known, isStrict: true)
      check.look(at: reopened)
      #expect(check.references.count == bare.references.count)
      for (mine, others) in zip(check.references, bare.references) {
        #expect((mine.status == .resolved) == (others.status == .resolved), "\(mine) \(others)")
        #expect(mine.stopsSaving(isStrict: true) == others.stopsSaving(isStrict: true), "\(mine)")
        #expect(mine.stopsSaving(isStrict: false) == others.stopsSaving(isStrict: false), "\(mine)")
        if mine.status == .listed { listed += 1 }
      }
      #expect(
        check.count(.listed)
          == check.references.count { $0.isActive && $0.status == .listed })
    }
    // Packages that a catalogue holds or lacks are not listed; applications and children are.
    #expect(listed > 0 || !check(document, names: .application))
  }

  private func check(_ document: SequenceDocument, names kind: ReferenceKind) -> Bool {
    var check = ReferenceCheck(catalog: Catalog())
    check.look(at: document)
    return check.references.contains { $0.isActive && $0.kind == kind && !$0.id.isEmpty }
  }

  /// An export may know of an object what the list does not, and a site what the export does not.
  @Test func betterEvidenceWins() throws {
    let document = try Sequences.document([Sequences.applications("S/A")])
    func status(_ catalog: Catalog) -> Reference.Status? {
      var known = catalog
      known.formUnion(SequenceKnowledge.read(document))
      var check = ReferenceCheck(catalog: known)
      check.look(at: document)
      return check.references.first?.status
    }
    var catalog = Catalog()
    #expect(status(catalog) == .listed)
    catalog.add(CatalogObject(kind: .application, id: "S/A", name: "A"), as: .told)
    #expect(status(catalog) == .resolved)
    catalog.add(CatalogObject(kind: .application, id: "S/B", name: "B"))
    catalog.completeKinds()
    #expect(status(catalog) == .unresolved)
  }
}
