import Containers
import ObjectCatalog
import References
import TaskSequence
import TestSupport
import Testing

@testable import Checks

/// Children that an export names and does not hold.
@Suite struct ExportPartTests {
  private static let parent = """
    <INSTANCE CLASSNAME="SMS_TaskSequencePackage">
    <PROPERTY NAME="PackageID"><VALUE>ABC00040</VALUE></PROPERTY>
    <PROPERTY NAME="Sequence"><VALUE><![CDATA[<sequence version="3.10"><referenceList>\
    <reference package="ABC00041" program="*"/></referenceList>\
    <subtasksequence type="SMS_TaskSequence_SubTasksequence" name="Child">\
    <action>SubTasksequence.exe</action><defaultVarList>\
    <variable name="OSDSubTasksequencePackageID" property="TsPackageID">ABC00041</variable>\
    <variable name="OSDSubTasksequenceTsName" property="TsName">The child</variable>\
    </defaultVarList></subtasksequence></sequence>
    ]]></VALUE></PROPERTY>
    </INSTANCE>
    """

  private static func findings(
    _ bytes: [UInt8], _ catalog: Catalog, isStrict: Bool = false
  ) throws -> [Finding] {
    let document = try SequenceDocument(loading: bytes)
    var known = catalog
    known.formUnion(SequenceKnowledge.read(document))
    var check = SequenceCheck(catalog: known, isStrict: isStrict, rules: .marked)
    check.look(at: document)
    return check.findings(of: document).filter { $0.rule.hasPrefix("REF") }
  }

  private static func beside(_ ids: [String]) -> Catalog {
    var catalog = Catalog()
    catalog.add(beside: ids)
    for id in ids { catalog.add(CatalogObject(kind: .taskSequence, id: id, name: ""), as: .told) }
    return catalog
  }

  @Test func aChildThatIsNotThereIsTold() throws {
    let bytes = Array(Self.parent.utf8)
    let found = try Self.findings(bytes, Self.beside(["ABC00040"]))
    #expect(found.map(\.rule) == ["REF06"])
    #expect(
      found[0].references[0].reason == "“The child”, named by its own list, not in this export")
    #expect(try Self.findings(bytes, Self.beside(["ABC00041"])).isEmpty)
    #expect(try Self.findings(bytes, Catalog()).isEmpty, "nobody looked")
  }

  /// The import stops whatever somebody else knows of the child.
  @Test func aSiteThatHasItDoesNotHelp() throws {
    var catalog = Self.beside([])
    catalog.add(CatalogObject(kind: .taskSequence, id: "ABC00041", name: "The child"))
    catalog.completeKinds()
    #expect(
      try Self.findings(Array(Self.parent.utf8), catalog, isStrict: true).map(\.rule) == ["REF06"])
  }

  /// A step that does not run asks for nothing, and what is no export has no parts.
  @Test func whatDoesNotCount() throws {
    let off = Self.parent.replacing("name=\"Child\"", with: "name=\"Child\" disable=\"true\"")
    // What only it named should not be listed either.
    #expect(try Self.findings(Array(off.utf8), Self.beside([])).map(\.rule) == ["REF05"])
    let start = Self.parent.ranges(of: "<sequence ")[0].lowerBound
    let end = Self.parent.ranges(of: "</sequence>")[0].upperBound
    let bare = Array(Self.parent[start..<end].utf8)
    #expect(try Self.findings(bare, Self.beside([])).isEmpty)
    #expect(try Self.findings(bare, Self.beside([]), isStrict: true).map(\.rule) == ["REF03"])
  }

  @Test(.enabled(if: FieldCases.isThere, "\(FieldCases.skipped)"))
  func theFieldCase() throws {
    let bytes = FieldCases.bytes("20-parent.xml")
    #expect(try Self.findings(bytes, Self.beside([])).map(\.rule) == ["REF06"])
    let strict = try Self.findings(bytes, Self.beside([]), isStrict: true)
    #expect(strict.map(\.rule) == ["REF03", "REF06"])
  }
}
