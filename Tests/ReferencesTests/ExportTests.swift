import Containers
import ObjectCatalog
import StepCatalog
@_spi(Edits) import TaskSequence
import Testing
import XMLTree

@testable import Operations
@testable import References

/// An exported object: what its list says, its array and its count say too.
@Suite struct ExportTests {
  private static func recorded(_ id: String) -> String {
    func system(_ name: String, _ value: String = "", _ type: String = "string") -> String {
      let start =
        "          <PROPERTY NAME=\"__\(name)\" CLASSORIGIN=\"___SYSTEM\" TYPE=\"\(type)\">"
      return value.isEmpty
        ? "\(start)</PROPERTY>"
        : "\(start)\n            <VALUE>\(value)</VALUE>\n          </PROPERTY>"
    }
    func own(_ name: String, _ value: String, _ type: String) -> String {
      """
                <PROPERTY NAME="\(name)" CLASSORIGIN="SMS_TaskSequence_Reference" TYPE="\(type)">
                  <QUALIFIER NAME="CIMTYPE" PROPAGATED="true" TYPE="string" TOINSTANCE="true">
                    <VALUE>\(type)</VALUE>
                  </QUALIFIER>
                  <VALUE>\(value)</VALUE>
                </PROPERTY>
      """
    }
    let name = "SMS_TaskSequence_Reference"
    return [
      "      <VALUE.OBJECT>", "        <INSTANCE CLASSNAME=\"\(name)\">", system("PATH"),
      system("NAMESPACE"), system("SERVER"),
      "          <PROPERTY.ARRAY NAME=\"__DERIVATION\" CLASSORIGIN=\"___SYSTEM\" TYPE=\"string\">",
      "            <VALUE.ARRAY></VALUE.ARRAY>", "          </PROPERTY.ARRAY>",
      system("PROPERTY_COUNT", "3", "sint32"), system("RELPATH"), system("DYNASTY", name),
      system("SUPERCLASS"), system("CLASS", name), system("GENUS", "2", "sint32"),
      own("Package", id, "string"), own("Program", "*", "string"), own("Type", "0", "uint32"),
      "        </INSTANCE>", "      </VALUE.OBJECT>",
    ].joined(separator: "\n")
  }

  /// An export whose sequence runs these packages.
  private static func export(_ ids: [String], boot: String = "ABC00005") throws -> SequenceDocument
  {
    let sequence = try Sequences.document(ids.map { Sequences.command($0) })
    let array = (ids + [boot]).sorted().map(recorded).joined(separator: "\n")
    let text = """
      <INSTANCE CLASSNAME="SMS_TaskSequencePackage">
        <PROPERTY NAME="BootImageID" CLASSORIGIN="SMS_TaskSequencePackage" TYPE="string">
          <VALUE>\(boot)</VALUE>
        </PROPERTY>
        <PROPERTY NAME="PackageID" CLASSORIGIN="SMS_PackageBaseclass" TYPE="string">
          <VALUE>ABC00099</VALUE>
        </PROPERTY>
        <PROPERTY.OBJECTARRAY NAME="References" CLASSORIGIN="SMS_TaskSequencePackage" REFERENCECLASS="SMS_TaskSequence_Reference">
          <VALUE.OBJECTARRAY>
      \(array)
          </VALUE.OBJECTARRAY>
        </PROPERTY.OBJECTARRAY>
        <PROPERTY NAME="ReferencesCount" CLASSORIGIN="SMS_TaskSequencePackage" TYPE="uint32">
          <VALUE>\(ids.count + 1)</VALUE>
        </PROPERTY>
        <PROPERTY NAME="Sequence" CLASSORIGIN="SMS_TaskSequencePackage" TYPE="string">
          <VALUE><![CDATA[\(String(decoding: sequence.serialized(), as: UTF8.self))]]></VALUE>
        </PROPERTY>
      </INSTANCE>
      """.replacing("\n", with: "\r\n")
    return try SequenceDocument(loading: Array(text.utf8))
  }

  private static func swapped(
    _ document: SequenceDocument, _ old: String, by object: CatalogObject
  ) throws -> SequenceDocument {
    var check = ReferenceCheck(catalog: Catalog())
    check.look(at: document)
    let places = check.references.filter { $0.id == old }
    return try document.naming(object, in: places).document
  }

  @Test func theArrayAndTheCountAreThoseOfAnExportWithTheNewObject() throws {
    let document = try Self.export(["ABC00003", "ABC00007"])
    let new = CatalogObject(kind: .package, id: "ABC00006", name: "")
    let changed = try Self.swapped(document, "ABC00007", by: new)
    #expect(changed.serialized() == (try Self.export(["ABC00003", "ABC00006"])).serialized())
  }

  @Test func itShrinksWithTheListAndGrowsBackToTheSameBytes() throws {
    let document = try Self.export(["ABC00003", "ABC00007"])
    let step = try #require(document.sequence.children.last)
    let off = try document.following(document.setting(.disable, to: "true", on: [step.id])).document
    #expect(off.recordedReferences.map(\.id) == ["ABC00003", "ABC00005"])
    var check = ReferenceCheck(catalog: Catalog())
    let on = try off.setting(.disable, to: "false", on: [step.id])
    let back = try check.following(on, from: off, saved: document).document
    #expect(back.serialized() == document.serialized())
  }

  @Test func theBootImageIsAReferenceAndIsRecorded() throws {
    let document = try Self.export(["ABC00007"])
    let new = CatalogObject(kind: .bootImage, id: "ABC00001", name: "")
    let changed = try Self.swapped(document, "ABC00005", by: new)
    #expect(changed.packageProperty("BootImageID") == "ABC00001")
    #expect(changed.serialized() == (try Self.export(["ABC00007"], boot: "ABC00001")).serialized())
  }

  @Test func anArrayThatIsWrittenOtherwiseRefusesTheEdit() throws {
    let text = String(decoding: try Self.export(["ABC00007"]).serialized(), as: UTF8.self)
      .replacing("NAME=\"Package\" CLASSORIGIN", with: "NAME=\"Paket\" CLASSORIGIN")
    let document = try SequenceDocument(loading: Array(text.utf8))
    let step = try #require(document.sequence.children.first)
    #expect(throws: Refusal.self) {
      try document.following(document.setting(.disable, to: "true", on: [step.id]))
    }
    // What does not touch the references goes on.
    _ = try document.following(document.setting(.name, to: "N", on: [step.id]))
  }

  @Test func positionsAreThoseOfTheFile() throws {
    let document = try Self.export(["ABC00003", "ABC00007"])
    var check = ReferenceCheck(catalog: Catalog())
    check.look(at: document)
    let lines = String(decoding: document.serialized(), as: UTF8.self).replacing("\r\n", with: "\n")
      .split(separator: "\n", omittingEmptySubsequences: false)
    for reference in check.references {
      let place = try #require(ReferenceSite.sites(of: [reference], in: document).first?.position)
      let rest = lines[place.line - 1].dropFirst(place.column - 1)
      #expect(
        rest.hasPrefix("<va") || rest.hasPrefix("<VALUE>"), "\(reference.id): \(rest.prefix(30))")
      #expect(rest.drop { $0 != ">" }.dropFirst().hasPrefix(reference.id))
    }
    #expect(check.references.count == 3)
  }
}
