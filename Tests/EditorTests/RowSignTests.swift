import Screen
import TaskSequence
import Testing

@testable import Editor

/// What the rows of the tree tell beside names.
@Suite struct RowSignTests {
  private func row(_ robot: Robot, _ text: String) throws -> String {
    let lines = robot.screen.split(separator: "\n")
    return String(try #require(lines.first { $0.contains(text) }, "\(robot.screen)"))
  }

  // Law: a row has a sign of change exactly while it says something else than the file.
  @Test func whatChangedSinceTheSaveIsMarked() throws {
    var robot = try Robot(smallSequence)
    #expect(!(try row(robot, "Set name")).contains("│"))
    try robot.press("<Down>rOther<Enter>")
    #expect(try row(robot, "Other").contains("1│"))
    // What holds a changed step has not changed itself.
    #expect(!(try row(robot, "Prepare")).contains("│"))
    try robot.press("<C-z>")
    #expect(!(try row(robot, "Set name")).contains("│"))
    try robot.press("D")
    #expect(try robot.screen.split(separator: "\n").contains { $0.contains("2+") })
    try robot.press("<C-s>")
    #expect(!robot.screen.contains("2+"))
  }

  // A group that is disabled, and nothing else, is marked; what it holds is dim and keeps its bytes.
  @Test func whatHangsUnderADisabledGroupIsDim() throws {
    var robot = try Robot(smallSequence)
    try robot.press("d")
    let name = try row(robot, "Set name")
    #expect(!name.contains("–"), "\(name)")
    #expect(robot.looks.contains("tree.off"), "\(robot.looks)")
  }
}
