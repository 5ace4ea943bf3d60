import TaskSequence
import Testing
import Workspace

@testable import Editor

/// Opening the sequences around a file.
@Suite struct NearbyTests {
  private static let parent = """
    <sequence version="3.10"><subtasksequence name="Child" description="" disable="false" \
    continueOnError="false"><action>smsswd.exe</action><defaultVarList><variable \
    name="OSDSubTasksequencePackageID" property="TsPackageID">NBG00007</variable></defaultVarList>\
    </subtasksequence><step type="SMS_TaskSequence_RebootAction" name="Restart"><action>x</action>\
    </step></sequence>
    """

  private func found(_ id: String, _ path: String, children: [String] = []) -> NearbySequence {
    NearbySequence(path: path, name: "Called \(id)", id: id, origin: .beside, children: children)
  }

  @Test func aChildIsFoundByItsId() throws {
    var robot = try Robot(Self.parent)
    let id = try #require(Nearby.child(robot.state), "\(robot.screen)")
    try robot.press("E")
    #expect(robot.performed.last == .lookAround(robot.state.fileID, path: "case.xml", .child(id)))
    let sequences = [found("NBG00001", "a.xml"), found(id, "b.xml")]
    let effects = robot.state.handle(
      .outcome(.around(robot.state.fileID, sequences, .child(id.lowercased()))))
    #expect(effects.contains(.read(path: "b.xml")))
    _ = robot.state.handle(.outcome(.around(robot.state.fileID, [], .child(id))))
    #expect(robot.state.message?.text.contains(id) == true)
  }

  /// A list of what else there is does not offer the file itself.
  @Test func theFileItselfIsNotOffered() throws {
    var robot = try Robot(Self.parent, path: "/share/case.xml")
    let sequences = [found("NBG00001", "/share/case.xml"), found("NBG00002", "/share/b.xml")]
    _ = robot.state.handle(.outcome(.around(robot.state.fileID, sequences, .any)))
    #expect(robot.screen.contains("NBG00002") && !robot.screen.contains("NBG00001"))
  }

  /// Below the tree of a child stands the step it was opened from, and of that one's file the same.
  @Test func theWayToAChildIsShown() throws {
    var robot = try Robot(Self.parent, path: "/share/case.xml")
    for (name, next) in [("b.xml", "NBG00007"), ("c.xml", "NBG00007")] {
      let path = "/share/\(name)"
      robot.files[path] = Array(Self.parent.utf8)
      let file = robot.state.fileID
      robot.take(.outcome(.around(file, [found(next, path)], .child(next))))
    }
    robot.state.message = nil
    #expect(
      robot.state.callers == ["/share/case.xml: Child", "b.xml: Child"], "\(robot.state.callers)")
    #expect(robot.screen.contains("b.xml: Child › Child"), "\(robot.screen)")
    try robot.press("(")
    #expect(robot.state.file.title == "b.xml")
  }

  @Test func onlyAStepThatRunsOneHasAChild() throws {
    var robot = try Robot(Self.parent)
    try robot.press("<Down>E")
    #expect(robot.state.message?.text.contains("runs no other sequence") == true)
  }

  @Test func parentsAreThoseThatRunIt() throws {
    var robot = try Robot(Self.parent)
    let sequences = [found("A", "a.xml", children: ["nbg00007"]), found("B", "b.xml")]
    _ = robot.state.handle(.outcome(.around(robot.state.fileID, sequences, .parents("NBG00007"))))
    #expect(robot.screen.contains("Called A") && !robot.screen.contains("Called B"))
  }

  /// Files of one name are told apart by their folders.
  @Test func filesOfOneNameAreToldApart() throws {
    var robot = try Robot(Self.parent)
    let sequences = ["A", "B"].map { folder in
      NearbySequence(path: "/share/\(folder)/ts.xml", name: "ts.xml", id: "", origin: .recent)
    }
    _ = robot.state.handle(.outcome(.around(robot.state.fileID, sequences, .any)))
    #expect(robot.screen.contains("A/ts.xml") && robot.screen.contains("B/ts.xml"))
  }

  /// Whatever asks for a file completes its path.
  @Test(arguments: ["open …", "insert from file", "match by name"])
  func pathsAreCompleted(command: String) throws {
    var robot = try Robot(Self.parent)
    try robot.press("?\(command.replacing(" ", with: "<Space>"))<Enter>")
    #expect(robot.state.top?.completes == .path, "\(robot.screen)")
  }
}
