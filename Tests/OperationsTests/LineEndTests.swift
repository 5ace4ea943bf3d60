import Containers
import TaskSequence
import TestSupport
import Testing

@testable import Operations

/// New text of several lines has the line ends of the file, whichever operation brings it.
@Suite struct LineEndTests {
  private static func file(_ newline: String) -> String {
    """
    <sequence version="3.10">
      <group name="G" description="d">
        <condition>
          <expression type="SMS_TaskSequence_WMIConditionExpression">
            <variable name="Namespace">root\\cimv2</variable>
            <variable name="Query">select * from Win32_Battery</variable>
          </expression>
        </condition>
        <step type="SMS_TaskSequence_RunCommandLineAction" name="S" description="">
          <action>smsswd.exe /run: cmd</action>
          <defaultVarList>
            <variable name="CommandLine" property="CommandLine" hidden="true">cmd</variable>
          </defaultVarList>
        </step>
        <step type="SMS_TaskSequence_SetVariableAction" name="V" description="">
          <action>tsenv.exe "A=one"</action>
          <defaultVarList>
            <variable name="VariableName" property="VariableName" hidden="true">A</variable>
            <variable name="VariableValue" property="VariableValue" hidden="true">one</variable>
          </defaultVarList>
        </step>
      </group>
    </sequence>
    """.replacing("\n", with: newline)
  }

  private static let lines = [
    "set G/S variable CommandLine = \"cmd\\n/c\\nx\"", "set G/S variable New = \"a\\nb\"",
    "set G/S option description = \"a\\nb\"", "set G/V \"Value\" = \"a\\nb\"",
    "set G/S command = \"smsswd.exe /run: a\\nb\"", "rename G/S to \"a\\nb\"",
    "add \"Run Command Line\" with \"Command line\" = \"a\\nb\" after G/S",
    "add \"Set Task Sequence Variable\" with \"Value\" = \"a\\n\\nb\" after G/S",
    "add group \"a\\nb\" after G/S", "group G/S as \"a\\nb\"", "duplicate G/S",
    "add xml \"<group name='x'>\\n<step name='y'>\\r\\n<action>a\\nb</action>\\n</step></group>\" after G",
    "add xml \"<step name='y'><action>a\\r\\nb</action></step>\" into G",
  ]

  @Test(arguments: Seeded.seeds(30))
  func everyEndIsTheFiles(seed: UInt64) throws {
    var seeded = Seeded(seed)
    let newline = seeded.pick(["\n", "\r\n"])
    var document = try SequenceDocument(loading: Array(Self.file(newline).utf8))
    for _ in 0..<4 {
      let line = seeded.pick(Self.lines)
      guard let edit = try? document.applying(try OperationVerbs.read(line)) else { continue }
      document = edit.document
      let bytes = document.serialized()
      let wrong = bytes.indices.filter { index in
        switch bytes[index] {
        case 0x0A: (index > 0 && bytes[index - 1] == 0x0D) != (newline == "\r\n")
        case 0x0D: index + 1 == bytes.count || bytes[index + 1] != 0x0A
        default: false
        }
      }
      #expect(wrong.isEmpty, "\(line): \(String(decoding: bytes, as: UTF8.self).debugDescription)")
      guard wrong.isEmpty else { return }
    }
  }

  /// Every one of them can be done.
  @Test(arguments: lines) func theyAreDone(_ line: String) throws {
    let document = try SequenceDocument(loading: Array(Self.file("\n").utf8))
    _ = try document.applying(try OperationVerbs.read(line))
  }
}
