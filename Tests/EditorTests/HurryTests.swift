import Screen
import TaskSequence
import Testing

@testable import Editor

/// While keys come faster than anybody reads, the cursor moves and the details wait.
@Suite struct HurryTests {
  private func details(_ robot: Robot) -> String {
    let lines = robot.screen.split(separator: "\n").dropFirst().dropLast(2)
    return lines.map { String($0.dropFirst(55)) }.joined(separator: "\n")
  }

  /// Presses keys so fast that each comes just behind another.
  private func press(_ keys: String, _ robot: inout Robot) throws {
    for key in try Key.parse(keys) { robot.take(.terminal(.key(key), isHurried: true)) }
  }

  @Test func detailsWaitForARest() throws {
    var robot = try Robot(smallSequence, size: Size(width: 100, height: 24))
    var calm = robot
    try robot.press("j")
    let before = details(robot)
    #expect(!robot.state.isBehind)
    try press("j", &robot)
    try calm.press("jj")
    #expect(robot.state.isBehind && robot.state.file.focus.name == "Run it")
    #expect(details(robot) == before && robot.screen != calm.screen)
    #expect(robot.state.handle(.rested).isEmpty)
    #expect(!robot.state.isBehind && robot.screen == calm.screen)
  }

  /// What is typed into is what is shown.
  @Test func nothingWaitsWhereItIsEdited() throws {
    var robot = try Robot(smallSequence, size: Size(width: 100, height: 24))
    try press("jj<Tab>", &robot)
    #expect(!robot.state.isBehind && details(robot).contains("Run it"))
    // Nor on a narrow screen, where nothing is behind.
    robot = try Robot(smallSequence)
    try press("jj", &robot)
    #expect(!robot.state.isBehind)
  }
}
