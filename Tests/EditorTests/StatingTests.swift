import ObjectCatalog
import Storage
import TaskSequence
import Testing

@testable import Editor

/// The way out of a refusal by a catalogue that is too old.
@Suite struct StatingTests {
  private static let sequence = """
    <sequence version="3.10"><step type="SMS_TaskSequence_RunCommandLineAction" name="Tools">\
    <action>smsswd.exe /run:ABC00007 a</action><defaultVarList>\
    <variable name="CommandLine" property="CommandLine" hidden="true">a</variable>\
    <variable name="PackageID" property="PackageID" hidden="true">ABC00007</variable>\
    </defaultVarList></step></sequence>
    """

  private static var site: Catalog {
    var catalog = Catalog()
    catalog.add(CatalogObject(kind: .package, id: "ABC00001", name: "Other"))
    catalog.completeKinds()
    return catalog
  }

  @Test func statingSavesAndIsShown() throws {
    var robot = try Robot(Self.sequence, catalog: Self.site)
    try robot.press("jrx<Enter><C-s><Enter>")
    #expect(robot.screen.contains("state that it is there"), "\(robot.screen)")
    try robot.press("sNew tools<Enter>")
    #expect(robot.state.message?.text == "Saved “case.xml”.")
    #expect(robot.files["case.xml"] != Array(Self.sequence.utf8) && robot.state.top == nil)
    let object = CatalogObject(kind: .package, id: "ABC00007", name: "New tools")
    #expect(robot.performed.contains(.state(robot.state.file.id, object, path: "case.xml")))
    try robot.press("<Down>")
    #expect(robot.screen.contains("1 stated"), "\(robot.screen)")
    try robot.press("O")
    #expect(robot.screen.contains("Stated by you") && robot.screen.contains("New tools"))
  }

  @Test func whatCannotBeKeptHelpsNothing() throws {
    var robot = try Robot(Self.sequence, catalog: Self.site)
    robot.writeFailure = FileFailure(refusal: "no room")
    try robot.press("jrx<Enter><C-s><Enter>sNew tools<Enter>")
    #expect(robot.state.message?.text == "It could not be stated: no room.")
    #expect(robot.files["case.xml"] == Array(Self.sequence.utf8) && robot.state.top != nil)
  }

  @Test func leavingTheNameLeavesTheGate() throws {
    var robot = try Robot(Self.sequence, catalog: Self.site)
    try robot.press("jrx<Enter><C-s><Enter>s<Esc>")
    #expect(robot.screen.contains("1 reference must be resolved"), "\(robot.screen)")
    #expect(robot.files["case.xml"] == Array(Self.sequence.utf8))
  }
}
