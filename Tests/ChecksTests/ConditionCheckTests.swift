import Conditions
import Containers
import StepCatalog
import TaskSequence
import Testing
import VariableCatalog
import XMLTree

@testable import Checks

/// What looks wrong in conditions.
@Suite struct ConditionCheckTests {
  private let check: ConditionCheck

  init() throws {
    let xml = """
      <sequence version="3.10">
        <step type="SMS_TaskSequence_SetVariableAction" name="Set">
          <action>tsenv.exe "Stage=NEW"</action>
          <defaultVarList>
            <variable name="VariableName" property="VariableName" hidden="true">Stage</variable>
            <variable name="VariableValue" property="VariableValue" hidden="true">NEW</variable>
          </defaultVarList>
        </step>
      </sequence>
      """
    check = ConditionCheck(of: try SequenceDocument(loading: Array(xml.utf8)))
  }

  private func reasons(_ text: String) throws -> [String] {
    check.findings(in: try ConditionText.parse(text)).map(\.message)
  }

  @Test(arguments: [
    "always", "Stage = NEW", "stage = new", "Stage exists", "_SMSTSInWinPE = true",
    "OSDComputerName like PC*", "OSDDiskIndex >= 10", "OSDDiskIndex > -1",
    "wmi \"select * from Win32_Battery\"",
    "wmi \"select * from X where a like 'b%'\" in root\\ccm\\Policy", "file %windir%\\x.exe exists",
    "any(Stage = NEW, _SMSTSInWinPE = true)", "not Stage = NEW",
    "folder C:\\Temp newer than 2024-01-31",
    "registry HKLM\\A \"B\" exists", "software this version product {A}",
  ])
  func findsNothing(_ text: String) throws {
    #expect(try reasons(text) == [])
  }

  @Test(arguments: [
    (
      "OSDComputrName = x",
      "OSDComputrName is set nowhere here and is not built in; did you mean OSDComputerName?"
    ),
    (
      "Zebra7 = x",
      "Zebra7 is set nowhere here and is not built in; a collection, a device or rules must set it"
    ),
    ("Stage = OLD", "no step sets Stage to “OLD”, only to “NEW”"),
    (
      "OSDDiskIndex >= 10.0",
      "only whole numbers are compared as numbers: “10.0” is text, and “10” stands before “9”"
    ),
    ("Stage = 1 and Stage = 2", "this can never hold, whatever Stage is"),
    ("Stage = NEW and Stage = OLD", "this can never hold, whatever Stage is"),
    ("Stage = NEW and Stage != new", "this can never hold, whatever Stage is"),
    ("Stage exists and Stage = \"\"", "this can never hold, whatever Stage is"),
    ("Stage = NEW or Stage != NEW", "this always holds, whatever Stage is"),
    ("none(Stage = NEW, Stage != NEW)", "this can never hold, whatever Stage is"),
    ("Stage exists or Stage exists", "“Stage exists” stands here twice"),
    (
      "wmi \"select * from X were a = 1\"",
      "the query cannot be read: at its column 17 WHERE, AND, OR or nothing must stand here"
    ),
    ("wmi \"select * from X where a like 'b'\"", "LIKE “b” has no wildcard; write ="),
    (
      "wmi \"select * from X where a like 'b*'\"",
      "the wildcards of a query’s LIKE are % and _, not *"
    ),
    ("wmi \"select * from X\" in cimv2", "“cimv2” is no namespace: write root\\cimv2"),
    ("OSDComputerName like PC", "“like” without * or ? compares the whole value; write ="),
    ("OSDComputerName like PC%", "the wildcards of “like” are * and ?, not %"),
    ("OSDComputerName = \"PC \"", "the value begins or ends with blanks"),
    ("file %windir\\x.exe exists", "a % in the path has no other one: variables are %NAME%"),
    ("registry HKLM\\%A \"B\" exists", "a % in the key has no other one: variables are %NAME%"),
    (
      "software any version name x",
      "without a product code or an upgrade code it cannot be told"
    ),
  ])
  func finds(_ text: String, _ reason: String) throws {
    let found = try reasons(text)
    #expect(found.contains(reason), "\(found)")
  }

  /// One with values of steps, for the checks of what conditions ask about them.
  private static func check(_ steps: [String]) throws -> ConditionCheck {
    ConditionCheck(of: try document(steps))
  }

  private static func document(
    _ steps: [String], version: String = "3.10"
  ) throws -> SequenceDocument {
    let xml = "<sequence version=\"\(version)\">\(steps.joined())</sequence>"
    return try SequenceDocument(loading: Array(xml.utf8))
  }

  private static func step(_ type: String, _ variables: [(String, String)]) -> String {
    let list = variables.map { "<variable name=\"\($0)\" property=\"\($0)\">\($1)</variable>" }
    return "<step type=\"\(type)\" name=\"S\"><action>x</action><defaultVarList>\(list.joined())"
      + "</defaultVarList></step>"
  }

  private static func setting(_ name: String, _ value: String, _ more: [(String, String)] = [])
    -> String
  {
    Self.step(
      "SMS_TaskSequence_SetVariableAction",
      [("VariableName", name), ("VariableValue", value)] + more)
  }

  /// A step that reads a variable gives it no other values, one that sets it does.
  @Test func onlyWhatSetsAVariableOpensIt() throws {
    let set = Self.setting("MyDisk", "C:")
    let destination = [("DestinationVariable", "MyDisk")]
    let reading = Self.step("SMS_TaskSequence_ApplyOperatingSystemAction", destination)
    let writing = Self.step(
      "SMS_TaskSequence_RunCommandLineAction", [("SMSTSRunCommandLineOutputVariableName", "MyDisk")]
    )
    let test = try ConditionText.parse("MyDisk = D:")
    #expect(
      try Self.check([set, reading]).findings(in: test).map(\.message)
        == ["no step sets MyDisk to “D:”, only to “C:”"])
    #expect(try Self.check([set, reading, writing]).findings(in: test).isEmpty)
  }

  /// What is not to be displayed is neither told nor offered.
  @Test func hiddenValuesAreNoValues() throws {
    let hidden = [("DoNotShowVariableValue", "true")]
    let check = try Self.check([
      Self.setting("Token", "hush", hidden), Self.setting("LocalPassword", "hush"),
    ])
    for name in ["Token", "LocalPassword"] {
      #expect(
        check.variables.values.of(name)?.assigned == []
          && check.variables.values.of(name)?.isOpen == true)
      #expect(check.findings(in: try ConditionText.parse("\(name) = x")).isEmpty)
    }
  }

  /// The list of variables and the checks of conditions, and so completion, have one answer to what a step does
  /// with the variable that a field names.
  @Test(arguments: [Dialect.configurationManager, .mdt])
  func oneAnswer(_ dialect: Dialect) throws {
    for type in StepTypes.shared.all(in: dialect) {
      let fields = type.fields + (type.table?.columns.map { $0.inRow(0) } ?? [])
      for field in fields where field.naming != nil {
        let version = dialect == .mdt ? "3.00" : "3.10"
        let step = Self.step(type.type ?? "", [(field.variable, "Mine")])
        let document = try Self.document([step], version: version)
        let check = ConditionCheck(of: document)
        let sets: Bool
        switch field.naming {
        case .sets, .setsNumbered: sets = true
        default: sets = false
        }
        let used = VariableUses(of: document).named("Mine")
        #expect(used?.sets == (sets ? 1 : 0) && used?.reads == (sets ? 0 : 1), "\(field.variable)")
        #expect((check.variables.values.of("Mine") != nil) == sets, "\(field.variable)")
      }
    }
  }

  @Test func pointsAtTheOperand() throws {
    let operand = try ConditionText.parse("_SMSTSInWinPE = true and any(Zebra7 = x, Stage = NEW)")
    #expect(check.findings(in: operand).map(\.operand) == [[1, 0]])
    // What never holds inside is said once.
    let nested = try ConditionText.parse("_SMSTSInWinPE = true and all(Stage = NEW, Stage = OLD)")
    let never = check.findings(in: nested).filter { $0.message.contains("never") }
    #expect(never.map(\.operand) == [[1]])
  }
}

extension ConditionCheck {
  /// What looks wrong in a condition of some node.
  fileprivate func findings(in operand: Operand?) -> [Finding] {
    findings(in: operand, of: NodeID(1))
  }
}
