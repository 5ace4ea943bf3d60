import Containers
import ObjectCatalog
import Operations
import References
import TaskSequence
import TestSupport
import Testing

@testable import Checks

/// Lists of references that edits of the text left behind.
@Suite struct StaleListTests {
  private static func step(_ id: String, _ more: String = "") -> String {
    """
    <step type="SMS_TaskSequence_RunCommandLineAction" name="\(id)"\(more)>\
    <action>smsswd.exe /run:\(id) x</action><defaultVarList>\
    <variable name="CommandLine" property="CommandLine" hidden="true">x</variable>\
    <variable name="PackageID" property="PackageID" hidden="true">\(id)</variable>\
    </defaultVarList></step>
    """
  }

  private static func findings(_ text: String, _ catalog: Catalog = Catalog()) throws -> [String] {
    let document = try SequenceDocument(loading: Array(text.utf8))
    var check = SequenceCheck(catalog: catalog, rules: RuleSelection { $0.id == "REF05" })
    check.look(at: document)
    return check.findings(of: document).map(\.message)
  }

  private static func sequence(_ list: String?, _ steps: String) -> String {
    let list = list.map { "<referenceList>\($0)</referenceList>" } ?? ""
    return "<sequence version=\"3.10\">\(list)\(steps)</sequence>"
  }

  @Test func eachEntryIsTold() throws {
    let steps = Self.step("ABC00001") + Self.step("ABC00002", " disable=\"true\"")
    let list = "<reference package=\"abc00002\"/><reference package=\"ABC00003\" program=\"p\"/>"
    #expect(
      try Self.findings(Self.sequence(list, steps)) == [
        "the list of references names package abc00002, which no step that runs does",
        "the list of references names program “p” of ABC00003, which no step that runs does",
        "the list of references lacks package ABC00001, which “ABC00001” names",
      ])
  }

  /// The order, letters' case, the placeholder, and no list at all.
  @Test func whatIsNoFault() throws {
    let steps = Self.step("ABC00001") + Self.step("ABC00002") + Self.step("00000000")
    let list = "<reference package=\"abc00002\"/><reference package=\"ABC00001\"/>"
    #expect(try Self.findings(Self.sequence(list, steps)).isEmpty)
    let placeholder = "<reference package=\"00000000\"/>"
    #expect(try Self.findings(Self.sequence(list + placeholder, steps)).isEmpty)
    #expect(try Self.findings(Self.sequence(nil, steps)).isEmpty)
  }

  /// A step of a type that is not known may name what the list does.
  @Test func aStrangeStepMayNameIt() throws {
    let strange = """
      <step type="Vendor_Action" name="V"><action>v.exe /p:ABC00009</action></step>
      """
    let list = "<reference package=\"ABC00009\"/>"
    #expect(try Self.findings(Self.sequence(list, strange)).isEmpty)
    let off = strange.replacing("name=\"V\"", with: "name=\"V\" disable=\"true\"")
    #expect(try Self.findings(Self.sequence(list, off)).count == 1)
  }

  /// Every edit keeps the lists, so that none is stale after one.
  @Test func anEditBringsThemBack() throws {
    let text = Self.sequence("<reference package=\"ABC00003\"/>", Self.step("ABC00001"))
    let document = try SequenceDocument(loading: Array(text.utf8))
    let fixed = try document.applying(ListReferences()).document
    #expect(try Self.findings(String(decoding: fixed.serialized(), as: UTF8.self)).isEmpty)
  }

  // MARK: Exports

  private static func export(_ array: [String]) -> String {
    let objects = array.map { id in
      """
      <VALUE.OBJECT><INSTANCE CLASSNAME="SMS_TaskSequence_Reference">\
      <PROPERTY NAME="Package" TYPE="string"><VALUE>\(id)</VALUE></PROPERTY>\
      <PROPERTY NAME="Program" TYPE="string"><VALUE>*</VALUE></PROPERTY>\
      <PROPERTY NAME="Type" TYPE="uint32"><VALUE>0</VALUE></PROPERTY></INSTANCE></VALUE.OBJECT>
      """
    }
    return """
      <INSTANCE CLASSNAME="SMS_TaskSequencePackage">
      <PROPERTY NAME="BootImageID"><VALUE>ABC00100</VALUE></PROPERTY>
      <PROPERTY NAME="PackageID"><VALUE>ABC00040</VALUE></PROPERTY>
      <PROPERTY.OBJECTARRAY NAME="References"><VALUE.OBJECTARRAY>\(objects.joined())\
      </VALUE.OBJECTARRAY></PROPERTY.OBJECTARRAY>
      <PROPERTY NAME="Sequence"><VALUE><![CDATA[\
      \(sequence("<reference package=\"ABC00001\"/>", step("ABC00001")))
      ]]></VALUE></PROPERTY>
      </INSTANCE>
      """
  }

  private static func catalog(_ lists: [String: Set<String>]) -> Catalog {
    var around = Catalog()
    for (name, ids) in lists { around.add(list: name, naming: ids) }
    var catalog = Catalog()
    catalog.formUnion(around)
    return catalog
  }

  @Test func whatRepeatsTheListOfAnExport() throws {
    let good = Self.export(["ABC00001", "ABC00100"])
    let lists: [String: Set<String>] = [
      "ReferencesInfo.xml": ["abc00001", "abc00100"], "AppReferencesInfo.xml": [],
    ]
    #expect(try Self.findings(good, Self.catalog(lists)).isEmpty)
    // What the site has lost is left out of the array.
    #expect(try Self.findings(Self.export(["ABC00100"])).isEmpty)
    #expect(
      try Self.findings(Self.export(["ABC00001", "ABC00005", "ABC00100"])) == [
        "the export’s array of references names package ABC00005, which the sequence does not"
      ])
    let behind: [String: Set<String>] = [
      "ReferencesInfo.xml": ["abc00001", "abc00007"], "AppReferencesInfo.xml": ["scope/a"],
    ]
    #expect(
      try Self.findings(good, Self.catalog(behind)) == [
        "AppReferencesInfo.xml beside it names application scope/a, which the sequence does not",
        "ReferencesInfo.xml beside it names package abc00007, which the sequence does not",
        "ReferencesInfo.xml beside it lacks package ABC00100",
      ])
  }
}
