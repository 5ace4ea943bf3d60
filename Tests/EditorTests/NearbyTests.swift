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
}
