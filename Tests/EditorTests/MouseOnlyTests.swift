import Screen
import TaskSequence
import Testing

@testable import Editor

/// From opening a sequence to leaving it by the mouse alone; letters are typed for a name and no more.
@Suite struct MouseOnlyTests {
  /// Clicks on the last row in which a text stands: the footer, or a list over the tree.
  private func click(_ robot: inout Robot, _ text: String, _ button: Mouse.Button = .left) throws {
    let lines = robot.screen.split(separator: "\n", omittingEmptySubsequences: false)
    let y = try #require(lines.lastIndex { $0.contains(text) }, "\(text)\n\(robot.screen)")
    let range = try #require(lines[y].firstRange(of: text))
    let x = displayWidth(of: String(lines[y][..<range.lowerBound]))
    robot.take(.terminal(.mouse(Mouse(.press(button), at: Point(x: x + 1, y: y)))))
  }

  /// Clicks on a row of a list, and on it again to choose it.
  private func choose(_ robot: inout Robot, _ text: String) throws {
    try click(&robot, text)
    try click(&robot, text)
  }

  @Test func aSequenceIsEditedSavedAndLeft() throws {
    var robot = try Robot(smallSequence)
    try click(&robot, "Set name", .right)
    try choose(&robot, "Rename   ")
    try click(&robot, "Erase")
    try robot.press("Name it")
    try click(&robot, "Accept")
    #expect(robot.state.file.focus.name == "Name it", "\(robot.screen)")
    try click(&robot, "Disable")
    try click(&robot, "Restart")
    try click(&robot, "a Add")
    try choose(&robot, "Set Task Sequence Variable")
    while !robot.state.layers.isEmpty { try click(&robot, "Esc") }
    try click(&robot, "Save")
    let saved = try #require(robot.files["case.xml"].map { String(decoding: $0, as: UTF8.self) })
    #expect(saved.contains("name=\"Name it\"") && saved.contains("disable=\"true\""))
    #expect(saved.ranges(of: "SMS_TaskSequence_SetVariableAction").count == 2, "\(saved)")
    try click(&robot, "uit")
    #expect(robot.exitCode == 0, "\(robot.screen)")
  }
}
