import Checks
import Conditions
import Containers
import TaskSequence
import Testing

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
    check.warnings(in: try ConditionText.parse(text)).map(\.reason)
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

  @Test func pointsAtTheOperand() throws {
    let operand = try ConditionText.parse("_SMSTSInWinPE = true and any(Zebra7 = x, Stage = NEW)")
    #expect(check.warnings(in: operand).map(\.place) == [[1, 0]])
    // What never holds inside is said once.
    let nested = try ConditionText.parse("_SMSTSInWinPE = true and all(Stage = NEW, Stage = OLD)")
    let never = check.warnings(in: nested).filter { $0.reason.contains("never") }
    #expect(never.map(\.place) == [[1]])
  }
}
