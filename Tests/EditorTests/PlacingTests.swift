import Appearance
import Screen
import TaskSequence
import Testing

@testable import Editor

/// Choosing a place for what is moved: all moving about stays alive.
@Suite struct PlacingTests {
  /// Whatever leads somewhere in the tree leads there while a place is chosen, by the same keys.
  @Test func allMovingAboutIsThere() {
    let ways = ["go.", "fold.", "find.", "reference.next", "reference.previous"]
    for command in Commands.all where command.contexts.contains(.tree) {
      guard ways.contains(where: command.id.hasPrefix), command.id != "find.clear",
        command.id != "find.replace"
      else { continue }
      #expect(command.contexts.contains(.placing), "\(command.id)")
      for keys in Keymap.standard.keys(for: command.id, in: .tree) {
        #expect(Keymap.standard.match(keys, in: .placing) == .command(command.id), "\(keys)")
      }
    }
  }

  /// Letters of a search place nothing, and its hit is a place.
  @Test func aSearchFindsThePlace() throws {
    var robot = try Robot(smallSequence)
    try robot.press("<Home><Down><Down>m/Restart<Enter>")
    #expect(robot.xml == smallSequence && robot.state.file.placing != nil)
    #expect(robot.state.file.focus.name == "Restart")
    try robot.press("b")
    let names = robot.state.file.document.sequence.children.last?.children.map(\.name)
    #expect(names == ["Set name", "Restart"])
    try robot.press("<C-z>")
    #expect(robot.xml == smallSequence)
  }

  /// What is moved is marked and named for as long as the place is looked for.
  @Test func whatIsMovedIsSeen() throws {
    var robot = try Robot(smallSequence)
    try robot.press("<Home><Down><Down>m")
    for keys in ["", "<Down>", "<End>", "-+", "<PgUp>", "/Res<Enter>", "n", "<Home>"] {
      try robot.press(keys)
      #expect(robot.screen.contains("Moving “Set name”"), "\(keys): \(robot.screen)")
      #expect(robot.screen.contains("» 1"), "\(keys): \(robot.screen)")
    }
    try robot.press("<Down>")
    #expect(robot.screen.contains("Into “Prepare”"), "\(robot.screen)")
    try robot.press("<Down>i")
    #expect(robot.screen.contains("only a group takes something in"))
    try robot.press("<Esc>")
    #expect(robot.xml == smallSequence && robot.state.file.placing == nil)
  }

  /// A click points, a second one on the same row places.
  @Test func aClickPoints() throws {
    var robot = try Robot(smallSequence, size: Size(width: 120, height: 24))
    try robot.press("<Home><Down><Down>m")
    let lines = robot.screen.split(separator: "\n", omittingEmptySubsequences: false)
    let y = try #require(lines.firstIndex { $0.contains("Restart") })
    let row = Event.mouse(Mouse(.press(.left), at: Point(x: 20, y: y)))
    robot.take(.terminal(.mouse(Mouse(.press(.left), at: Point(x: 100, y: 5)))))
    #expect(robot.state.pane == .tree)
    robot.take(.terminal(row))
    #expect(robot.state.file.focus.name == "Restart" && robot.xml == smallSequence)
    robot.take(.terminal(row))
    let names = robot.state.file.document.sequence.children.last?.children.map(\.name)
    #expect(names == ["Restart", "Set name"], "\(robot.screen)")
  }
}
