import Appearance
import Screen
import TaskSequence
import Testing

@testable import Editor

/// The keys people know, and those a mouse stands for.
@Suite struct KeymapTests {
  /// These stay as they are: fingers and notes of users hold them.
  @Test(arguments: [
    ("<Down>", "go.down"), ("j", "go.down"), ("<Up>", "go.up"), ("k", "go.up"),
    ("<PgUp>", "go.pageUp"), ("<PgDn>", "go.pageDown"), ("<Home>", "go.first"),
    ("<End>", "go.last"), ("<Right>", "fold.open"), ("l", "fold.open"), ("<Left>", "fold.close"),
    ("h", "fold.close"), ("<Enter>", "pane.edit"), ("<Tab>", "pane.next"), ("<C-s>", "file.save"),
    ("<C-q>", "quit"), ("<C-z>", "history.undo"), ("<C-y>", "history.redo"),
    ("<C-x>", "clip.cut"), ("<C-c>", "clip.copy"), ("<C-v>", "clip.paste"),
    ("<Del>", "step.remove"), ("<Ins>", "step.add"), ("a", "step.add"), ("g", "step.addGroup"),
    ("<C-f>", "find.start"), ("/", "find.start"), ("<F3>", "find.next"), ("n", "find.next"),
    ("<Space>", "mark.toggle"), ("d", "option.disable"), ("e", "option.continue"),
    ("<F2>", "step.rename"), ("r", "step.rename"), ("<A-Up>", "move.up"), ("K", "move.up"),
    ("<A-Down>", "move.down"), ("J", "move.down"), ("<A-Left>", "move.out"),
    ("<lt>", "move.out"), ("<A-Right>", "move.in"), (">", "move.in"), ("<F1>", "help"),
    ("?", "help"), ("<C-p>", "palette"),
  ])
  func theFamiliarKeysStay(notation: String, command: String) throws {
    let keys = try Key.parse(notation)
    let here = Keymap.standard.match(keys, in: .tree)
    let match = here == .none ? Keymap.standard.match(keys, in: .global) : here
    #expect(match == .command(command))
  }

  @Test func aKeyWithoutAMeaningSaysSo() throws {
    var robot = try Robot(smallSequence)
    try robot.press("<F9>")
    #expect(robot.screen.contains("F9 means nothing here. ? lists all keys."))
    try robot.press("j")
    #expect(!robot.screen.contains("means nothing"))
  }

  @Test func theWheelAndClicksMoveTheCursor() throws {
    var robot = try Robot(smallSequence)
    let start = try #require(robot.cursor)
    func mouse(_ action: Mouse.Action, _ point: Point) {
      robot.take(.terminal(.mouse(Mouse(action, at: point))))
    }
    mouse(.wheelDown, start)
    #expect(robot.cursor?.y == start.y + 3)
    mouse(.wheelUp, start)
    #expect(robot.cursor?.y == start.y)
    mouse(.press(.left), Point(x: start.x, y: start.y + 1))
    #expect(robot.state.file.focus.name == "Set name")
    mouse(.press(.left), Point(x: start.x, y: start.y + 1))
    #expect(robot.state.pane == .details)
  }

  @Test func foldsAreNeverWritten() throws {
    let expanded = smallSequence.replacing("<group name", with: "<group expand=\"true\" name")
    var robot = try Robot(expanded)
    try robot.press("h+-<C-s>")
    #expect(robot.xml == expanded && !robot.state.file.history.isModified)
    #expect(robot.screen.contains("Nothing to save."))
  }
}
