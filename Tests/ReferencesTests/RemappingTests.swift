import ObjectCatalog
import Operations
import StepCatalog
import TaskSequence
import Testing

@testable import References

@Suite struct RemappingTests {
  private static func check(_ document: SequenceDocument, _ known: Catalog) -> ReferenceCheck {
    var check = ReferenceCheck(catalog: known)
    check.look(at: document)
    return check
  }

  private static func site(_ objects: [(String, String)]) -> Catalog {
    var catalog = Catalog()
    for (id, name) in objects {
      catalog.add(CatalogObject(kind: .package, id: id, name: name))
    }
    catalog.completeKinds()
    return catalog
  }

  @Test func idsThatChangePlacesChangeThemAtTheSameTime() throws {
    let document = try Sequences.document([
      Sequences.command("ABC00001"), Sequences.command("ABC00002"),
      Sequences.step(
        "SMS_TaskSequence_DownloadPackageContentAction",
        [("OSDDownloadDownloadPackages", "ABC00001,ABC00002")]),
    ])
    let remapping = Remapping(
      [("abc00001", "ABC00002"), ("ABC00002", "ABC00001")],
      of: Self.check(document, Catalog()), in: Catalog())
    let new = try document.applying(UseObjects(remapping.swaps, in: document)).document
    let list = "OSDDownloadDownloadPackages"
    let values = new.sequence.children.map { $0.variable(list) ?? $0.variables[0].value }
    #expect(values == ["ABC00002", "ABC00001", "ABC00002,ABC00001"])
  }

  @Test func objectsAreFoundByNameAndTheRestIsTold() throws {
    let document = try Sequences.document(
      ["ABC00001", "ABC00002", "ABC00003", "ABC00004", "ABC00005"].map { Sequences.command($0) })
    let here = Self.site([
      ("ABC00001", "Tools"), ("ABC00002", "Twice"), ("ABC00003", "Lost"), ("ABC00004", "Same"),
    ])
    let there = Self.site([
      ("XYZ00001", "tools"), ("XYZ00002", "Twice"), ("XYZ00003", "Twice"), ("ABC00004", "Same"),
    ])
    let remapping = Remapping(byNameIn: there, of: Self.check(document, here), document)
    #expect(remapping.swaps.map(\.object.id) == ["XYZ00001"])
    #expect(remapping.left.map(\.reference.id) == ["ABC00002", "ABC00003", "ABC00005"])
    #expect(remapping.left[0].reason.contains("2") && remapping.left[1].reason.contains("Lost"))
  }
}
