import Screen
import TaskSequence
import Testing
import Widgets

@testable import Editor

/// Keys in a value that is typed, in a text that is read, and on rows.
@Suite struct TypingKeyTests {
  private func name(_ robot: Robot) -> String { robot.state.file.focus.name }

  @Test func whatIsCutComesBack() throws {
    var robot = try Robot(smallSequence)
    try robot.press("<Home><Down><Down>r<A-a><C-x>")
    #expect(robot.state.activeText?.text == "")
    #expect(robot.copied.last == Array("Set name".utf8))
    try robot.press("<C-v><C-v><Enter>")
    #expect(name(robot) == "Set nameSet name")
    try robot.press("<C-z>")
    #expect(robot.xml == smallSequence)
  }

  @Test func aCopyLeavesWhatItTook() throws {
    var robot = try Robot(smallSequence)
    try robot.press("<Home><Down><Down>r<Home><S-Right><S-Right><S-Right><C-c><End><C-v>")
    #expect(robot.copied.last == Array("Set".utf8))
    #expect(robot.state.activeText?.text == "Set nameSet")
    // Nothing chosen: nothing is cut, and all of it is copied.
    try robot.press("<C-x><C-c>")
    #expect(robot.state.activeText?.text == "Set nameSet")
    #expect(robot.copied.last == Array("Set nameSet".utf8))
  }

  /// Undo inside a text leads back to what it began with, redo to what it was, whatever was done.
  @Test(arguments: ["<C-u>abc", "<BS><BS>x<Left>y", "<A-a><C-x>a b<C-w>", "<Home><Del><C-k>z"])
  func aTextGoesThereAndBack(_ keys: String) throws {
    var robot = try Robot(smallSequence)
    try robot.press("<Home><Down><Down>r")
    let before = robot.state.activeText?.text
    try robot.press(keys)
    let after = robot.state.activeText?.text
    #expect(after != before)
    try robot.press(String(repeating: "<C-z>", count: 20))
    #expect(robot.state.activeText?.text == before)
    try robot.press(String(repeating: "<A-z>", count: 20))
    #expect(robot.state.activeText?.text == after)
  }

  @Test(arguments: [("<PgDn>", "<PgUp>"), ("<End>", "<Home>"), ("j", "k"), ("<Right>", "<Left>")])
  func aWindowIsReadThereAndBack(_ there: String, _ back: String) throws {
    let steps = (1...60).map { "<step name=\"\($0) \(String(repeating: "long ", count: 40))\"/>" }
    var robot = try Robot(
      "<sequence version=\"3.10\"><group name=\"G\">\(steps.joined())</group></sequence>")
    try robot.press("<Home><Down>X")
    #expect(robot.state.top != nil)
    let before = robot.screen
    try robot.press(there)
    let isMoved = robot.screen != before
    try robot.press(back)
    #expect(robot.screen == before, "\(there)\(back)")
    #expect(isMoved, "\(before)")
  }

  @Test func rowsAreOpenedClosedAndMarked() throws {
    var robot = try Robot(smallSequence)
    try robot.press("<Home><Down><Left>")
    #expect(!robot.screen.contains("Run it"), "\(robot.screen)")
    try robot.press("<Right>")
    #expect(robot.screen.contains("Run it"), "\(robot.screen)")
    try robot.press("<Right>")
    #expect(name(robot) == "Set name")
    try robot.press("<C-a>")
    #expect(robot.state.file.outline.marks.count == 2)
    try robot.press("<Left>")
    #expect(name(robot) == "Prepare")
    try robot.press("<End><PgUp>")
    #expect(robot.state.file.outline.focus == robot.state.file.document.sequenceID)
    let marks = robot.state.file.outline.marks
    try robot.press("<Home><Space>")
    #expect(robot.state.file.outline.marks == marks)
    try robot.press("<Down><Down><Right>")
    #expect(robot.state.pane == .details)
  }
}
