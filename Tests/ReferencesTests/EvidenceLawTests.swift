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

  // MARK: What the user states

  private static func stating(_ id: String, at moment: Int64, written: Int64) -> Catalog {
    var catalog = Catalog()
    catalog.add(CatalogObject(kind: .package, id: "ABC00001", name: "P"))
    catalog.completeKinds()
    catalog.add(source: CatalogSource(name: "site.csv", written: written, count: 1))
    var own = Catalog()
    let object = CatalogObject(kind: .package, id: id, name: "New")
    own.add(Statement(object, at: moment, folder: "").object, as: .stated)
    catalog.formUnion(own)
    return catalog
  }

  @Test func aStatementHelpsUntilANewerCatalogueDoesNot() throws {
    let document = try Sequences.document([Sequences.command("ABC00007")])
    func reference(_ catalog: Catalog) throws -> Reference {
      var check = ReferenceCheck(catalog: catalog)
      check.look(at: document)
      return try #require(check.references.first)
    }
    let fresh = try reference(Self.stating("abc00007", at: 86400, written: 100))
    #expect(fresh.status == .stated && !fresh.isContradicted)
    #expect(fresh.reason == "New (abc00007), stated by you on 1970-01-02")
    #expect(!fresh.stopsSaving(isStrict: false) && fresh.stopsSaving(isStrict: true))
    let old = try reference(Self.stating("ABC00007", at: 86400, written: 200_000))
    #expect(old.status == .stated && old.isContradicted)
    #expect(old.reason.hasSuffix("; site.csv of 1970-01-03, which is newer, does not know it"))
    #expect(try reference(Self.stating("ABC00008", at: 86400, written: 100)).status == .unresolved)
    // What a catalogue knows needs no statement, and a statement makes no kind complete.
    var known = Self.stating("ABC00007", at: 0, written: 100)
    known.add(CatalogObject(kind: .package, id: "ABC00007", name: "Old"))
    #expect(try reference(known).reason == "Old (ABC00007)")
    #expect(!Self.stating("X", at: 0, written: 0).isComplete(.driverPackage))
  }

  /// Only where the lack of an object is all that is wrong can it be stated.
  @Test(arguments: [("ABC00007", true), ("00000000", false), ("", false), ("%P%", false)])
  func whatCanBeStated(_ id: String, _ isPossible: Bool) throws {
    let document = try Sequences.document([
      Sequences.step(
        "SMS_TaskSequence_ApplyDriverPackageAction", [("OSDApplyDriverDriverPackageID", id)])
    ])
    for isStrict in [false, true] {
      var check = ReferenceCheck(catalog: Catalog(), isStrict: isStrict)
      check.look(at: document)
      let reference = try #require(check.references.first)
      #expect(check.canBeStated(reference, in: document) == (isPossible && !isStrict))
    }
  }
}
