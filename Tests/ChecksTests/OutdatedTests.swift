import Containers
import ObjectCatalog
import References
import TaskSequence
import TestSupport
import Testing

@testable import Checks

/// Applications that nobody should install any more, as a site's list tells.
@Suite struct OutdatedTests {
  private static func findings(_ document: SequenceDocument, _ catalog: Catalog) -> [Finding] {
    var check = SequenceCheck(catalog: catalog, rules: .marked)
    check.look(at: document)
    return check.findings(of: document)
  }

  @Test(arguments: [
    ("", nil), ("retired", "retired"), ("superseded", "superseded"), ("disabled", nil),
    ("retired, superseded", "retired and superseded"),
    ("superseded, disabled", "superseded"), ("not retired", nil),
  ])
  func theRemarkSaysIt(_ remark: String, _ fate: String?) throws {
    let id = "ScopeId_1/Application_1"
    let text = """
      <sequence version="3.10"><step type="SMS_TaskSequence_InstallApplicationAction" name="S">\
      <action>smsappinstall.exe /app:\(id) /basevar: /continueOnError:False</action>\
      <defaultVarList><variable name="ApplicationName" property="ApplicationName" \
      hidden="true">\(id)</variable></defaultVarList></step></sequence>
      """
    var catalog = Catalog()
    catalog.add(CatalogObject(kind: .application, id: id, name: "Reader", remark: remark))
    let document = try SequenceDocument(loading: Array(text.utf8))
    let found = Self.findings(document, catalog).filter { $0.rule.hasPrefix("REF") }
    #expect(found.map(\.rule) == (fate == nil ? [] : ["REF04"]))
    #expect(found.allSatisfy { $0.message.hasSuffix("it is \(fate ?? "")") })
    // A step that does not run installs nothing.
    let off = try SequenceDocument(
      loading: Array(text.replacing("name=\"S\"", with: "name=\"S\" disable=\"true\"").utf8))
    #expect(!Self.findings(off, catalog).contains { $0.rule.hasPrefix("REF") })
  }

  @Test(.enabled(if: FieldCases.isThere, "\(FieldCases.skipped)"))
  func theFieldCase() throws {
    let file = CatalogFile(FieldCases.bytes("23-apps.json"), name: "apps.json")
    let document = try SequenceDocument(loading: FieldCases.bytes("23-superseded-app.xml"))
    let found = Self.findings(document, file.catalog)
    #expect(found.map(\.rule) == ["REF04"])
    #expect(found.first?.message.contains("Reader 7") == true, "\(found)")
  }
}
