import Containers
import StepCatalog
@_spi(Edits) import TaskSequence
import Testing

@testable import Editor
@testable import Operations

@Suite("The folder a command starts in stands where the product keeps it")
struct StartFolderTests {
  private static let run = """
    <step type="SMS_TaskSequence_RunCommandLineAction" name="Run" description="" \
    runIn="WinPEandFullOS" successCodeList="0 3010" retryCount="0" runFromNet="false">
        <action>smsswd.exe /run: cmd.exe /c a.cmd</action>
        <defaultVarList>
          <variable name="CommandLine" property="CommandLine" hidden="true">cmd.exe /c a.cmd</variable>
          <variable name="SuccessCodes" property="SuccessCodes" hidden="true">0 3010</variable>
        </defaultVarList>
      </step>
    """

  /// The step is followed by one of MDT's, as a paste leaves it.
  private static func file(_ start: String, _ more: String = "") -> String {
    "<sequence version=\"\(start)\">\n  \(run)\n  \(more)</sequence>"
  }

  private static func saved(_ text: String, keys: String) throws -> String {
    var robot = try Robot(text)
    try robot.press(keys)
    return String(decoding: robot.files["case.xml"] ?? [], as: UTF8.self)
  }

  /// A version says it, or the hidden variables alone do.
  @Test(arguments: ["3.10", "3.00"]) func configurationManager(_ version: String) throws {
    let keys = ":folder the command<Enter>C:\\temp<Enter><C-s>"
    let text = try Self.saved(Self.file(version), keys: keys)
    #expect(
      text.contains(
        "<variable name=\"WorkingDirectory\" property=\"WorkingDirectory\">C:\\temp</variable>"))
    #expect(!text.contains("startIn"))
    // What is opened again is what it was, and a new step is its product's.
    let added = try Self.saved(text, keys: "aSet Task Sequence Variable<Enter>A<Enter><Esc><C-s>")
    #expect(added.contains("<action>tsenv.exe "), "\(added)")
    #expect(try SequenceDocument(loading: Array(added.utf8)).dialect == .configurationManager)
    // The same command takes it away again.
    let gone = try Self.saved(text, keys: ":folder the command<Enter><C-k><Enter><C-s>")
    #expect(gone == Self.file(version), "\(gone)")
  }

  @Test func mdt() throws {
    let file =
      "<sequence version=\"3.00\" name=\"n\">\r\n  <step name=\"s\" startIn=\"\">\r\n"
      + "    <action>a</action>\r\n  </step>\r\n</sequence>"
    let text = try Self.saved(file, keys: ":folder the command<Enter>C:\\temp<Enter><C-s>")
    #expect(text == file.replacing("startIn=\"\"", with: "startIn=\"C:\\temp\""))
  }

  /// A step of the other product is no model for a new one, and what it brought can be taken away.
  @Test func whatAPasteBrought() throws {
    let stray = "<step type=\"SMS_TaskSequence_RunCommandLineAction\" name=\"Run\" startIn=\"\"/>"
    let file = Self.file("3.10", String(repeating: stray, count: 3))
    let added = try Self.saved(file, keys: "aRun Command Line<Enter>b.cmd<Enter><Esc><C-s>")
    #expect(added.contains("b.cmd"))
    #expect(added.ranges(of: "startIn").count == 3)
    let document = try SequenceDocument(loading: Array(file.utf8))
    let edit = try document.settingStartFolder(
      nil, on: Set(document.sequence.children.map(\.id)))
    #expect(!String(decoding: edit.document.serialized(), as: UTF8.self).contains("startIn"))
    #expect(throws: Refusal.self) {
      try document.setting(.startIn, to: "C:\\temp", on: [document.sequence.children[0].id])
    }
  }
}
