import ObjectCatalog
import Screen
import TaskSequence
import Testing

@testable import Editor

/// A save says what is known to be wrong in what it wrote, once a session, with the key that lists it.
@Suite struct SavedFaultTests {
  private func sequence(_ head: String, id: String = "") -> String {
    """
    <sequence version="3.10"><step type="SMS_TaskSequence_RunCommandLineAction" name="Setup"\(head)>\
    <action>smsswd.exe /run:\(id) a</action><defaultVarList><variable name="CommandLine" \
    property="CommandLine" hidden="true">a</variable><variable name="PackageID" \
    property="PackageID" hidden="true">\(id)</variable></defaultVarList></step>\
    <step type="SMS_TaskSequence_RunCommandLineAction" name="Other"><action>smsswd.exe /run: b\
    </action><defaultVarList><variable name="CommandLine" property="CommandLine" hidden="true">b\
    </variable></defaultVarList></step></sequence>
    """
  }

  private var said: (Robot) -> String { { $0.state.message?.text ?? "" } }

  @Test func whatIsWrongIsToldOnce() throws {
    var robot = try Robot(sequence(" timeout=\"soon\"", id: "ABC00001"))
    try robot.press("jjd<C-s>")
    #expect(
      said(robot) == "Saved “case.xml” with 1 problem and 1 reference not checked; ! lists them.")
    try robot.press("d<C-s>")
    #expect(said(robot) == "Saved “case.xml”.")
    // What is mended is not told, what is new is.
    try robot.press("kt<C-u>15<Enter><C-s>")
    #expect(said(robot) == "Saved “case.xml”.")
    #expect(robot.state.file.document.sequence.children[0].name == "Setup")
  }

  /// The list that came with the file is told apart from what nothing names.
  @Test func whatTheListAloneNamesIsTold() throws {
    let text = sequence("", id: "ABC00001").replacing(
      "version=\"3.10\">",
      with: "version=\"3.10\"><referenceList><reference package=\"ABC00001\"/></referenceList>")
    var robot = try Robot(text, size: Size(width: 100, height: 30))
    try robot.press("jjd<C-s>")
    #expect(said(robot) == "Saved “case.xml” with 1 reference not checked; ! lists them.")
    try robot.press("!")
    #expect(robot.screen.contains("Named by its own list alone"), "\(robot.screen)")
    try robot.press("<Enter>")
    #expect(robot.screen.contains("ABC00001  only its"), "\(robot.screen)")
    try robot.press("O")
    #expect(robot.screen.contains("Only listed"), "\(robot.screen)")
  }

  @Test func whatIsFineIsNotMentioned() throws {
    var robot = try Robot(sequence(""))
    try robot.press("jd<C-s>")
    #expect(said(robot) == "Saved “case.xml”.")
    try robot.press("!")
    #expect(said(robot).hasPrefix("Nothing is wrong here"))
  }

  @Test func theListGoesToTheNode() throws {
    var robot = try Robot(
      sequence(" timeout=\"soon\"", id: "ABC00001"), size: Size(width: 100, height: 30))
    try robot.press("!")
    #expect(robot.screen.contains("Errors") && robot.screen.contains("XML04"), "\(robot.screen)")
    #expect(robot.screen.contains("Nothing is known of"), "\(robot.screen)")
    try robot.press("<Enter>")
    #expect(robot.state.file.focus.name == "Setup" && robot.state.top == nil)
  }

  @Test func moreThanTheSiteTakesIsAskedAbout() throws {
    let long = String(repeating: "x", count: 2 * 1024 * 1024)
    let text = sequence("").replacing("</sequence>", with: "<!-- \(long) --></sequence>")
    var robot = try Robot(text)
    try robot.press("jd<C-s>")
    #expect(robot.screen.contains("2.0 MB") && robot.files["case.xml"] == Array(text.utf8))
    try robot.press("<Esc>")
    #expect(robot.state.top == nil && robot.files["case.xml"] == Array(text.utf8))
    try robot.press("<C-s>s")
    #expect(robot.files["case.xml"] != Array(text.utf8) && said(robot).hasPrefix("Saved"))
    let first = robot.files["case.xml"]
    try robot.press("d<C-s>")
    #expect(robot.files["case.xml"] != first, "it is asked once")
    // MDT has no such limit.
    var mdt = try Robot(
      text.replacing("version=\"3.10\"", with: "version=\"3.00\" name=\"M\""))
    try mdt.press("jd<C-s>")
    #expect(mdt.state.top == nil && mdt.files["case.xml"] != nil)
  }
}
