import Screen
import TaskSequence
import Testing
import Widgets

@testable import Editor

/// What the mouse does, wherever it is.
@Suite struct MouseTests {
  private func wheel(_ robot: inout Robot, _ count: Int) {
    let action: Mouse.Action = count < 0 ? .wheelUp : .wheelDown
    for _ in 0..<abs(count) {
      robot.take(.terminal(.mouse(Mouse(action, at: Point(x: 20, y: 10)))))
    }
  }

  /// Clicks where a text stands.
  private func click(_ robot: inout Robot, _ text: String, offset: Int = 1) throws {
    let lines = robot.screen.split(separator: "\n", omittingEmptySubsequences: false)
    let y = try #require(lines.firstIndex { $0.contains(text) }, "\(robot.screen)")
    let x = displayWidth(of: String(lines[y].prefix(upTo: lines[y].ranges(of: text)[0].lowerBound)))
    robot.take(.terminal(.mouse(Mouse(.press(.left), at: Point(x: x + offset, y: y)))))
  }

  // MARK: Panes

  @Test func aClickOnAFoldMarkClosesAndOpens() throws {
    var robot = try Robot(smallSequence)
    try click(&robot, "▾ Prepare", offset: 0)
    #expect(!robot.screen.contains("Set name"), "\(robot.screen)")
    try click(&robot, "▸ Prepare", offset: 0)
    #expect(robot.screen.contains("Set name"))
    // On its name it chooses the group and no more.
    try click(&robot, "Finish")
    #expect(robot.state.file.focus.name == "Finish" && robot.screen.contains("Restart"))
  }

  @Test func aSecondClickEditsAField() throws {
    var robot = try Robot(smallSequence, size: .init(width: 120, height: 30))
    try robot.press("<Down>")
    try click(&robot, "Description")
    #expect(robot.state.pane == .details && robot.state.selectedLabel == "Description")
    try click(&robot, "Description")
    #expect(robot.state.top is Prompt, "\(robot.screen)")
    try robot.press("said<Enter>")
    #expect(robot.xml.contains("description=\"said\""))
    try click(&robot, "Properties")
    #expect(robot.state.selectedLabel == "Description", "a heading takes no cursor")
    wheel(&robot, 2)
    #expect(robot.state.selectedLabel != "Description")
    try click(&robot, "Restart")
    #expect(robot.state.pane == .tree && robot.state.file.focus.name == "Restart")
  }

  @Test func aClickBesideEverythingDoesNothing() throws {
    var robot = try Robot(smallSequence)
    let focus = robot.state.file.focus.name
    for point in [Point(x: 3, y: 0), Point(x: 3, y: 23), Point(x: 3, y: 20), Point(x: 500, y: 500)]
    {
      robot.take(.terminal(.mouse(Mouse(.press(.left), at: point))))
      robot.take(.terminal(.mouse(Mouse(.press(.right), at: point))))
    }
    #expect(robot.state.file.focus.name == focus && robot.state.layers.isEmpty)
  }

  // MARK: Layers

  @Test func listsAreChosenFromByClicks() throws {
    var robot = try Robot(smallSequence)
    try robot.press("j:undo")
    try click(&robot, "Redo")
    #expect((robot.state.top as? PickerLayer)?.selectedItem?.title == "Redo", "\(robot.screen)")
    try click(&robot, "Redo")
    #expect(robot.screen.contains("nothing to redo"), "it cannot be: \(robot.screen)")
    try robot.press("<Esc>jw")
    try click(&robot, "Windows PE only")
    try click(&robot, "Windows PE only")
    #expect(robot.state.layers.isEmpty, "\(robot.screen)")
  }

  @Test func theWheelScrollsWhatIsOnTop() throws {
    var robot = try Robot(smallSequence, size: .init(width: 80, height: 16))
    try robot.press(":")
    wheel(&robot, 2)
    #expect((robot.state.top as? PickerLayer)?.selected == 7)
    wheel(&robot, -3)
    #expect((robot.state.top as? PickerLayer)?.selected == 0)
    try robot.press("<Esc>X")
    let first = robot.screen
    wheel(&robot, 1)
    #expect(robot.screen != first, "a text scrolls")
    wheel(&robot, -2)
    #expect(robot.screen == first)
  }

  @Test func theWheelMovesTheCursorInTextsAndConditions() throws {
    var robot = try Robot(smallSequence)
    try robot.press("jjc")
    let text = try #require(robot.state.top as? TextLayer).text
    wheel(&robot, 1)
    let moved = try #require(robot.state.top as? TextLayer).text
    #expect(moved.cursor == moved.characters.count && moved.text == text.text)
    try robot.press("<Esc><Esc>")
    robot.closeAll()
    try robot.press("<End>k&")
    #expect(robot.state.top is ConditionPane, "\(robot.screen)")
    wheel(&robot, 1)
    #expect(robot.state.uppermost(ConditionPane.self)?.selected == 1)
    try robot.press("<Esc>%e<Enter>x<Enter>")
    wheel(&robot, 1)
    let review = try #require(robot.state.top as? ReviewLayer).review
    #expect(review.focused?[0].place.node.id != review.chosen[0][0].place.node.id)
  }

  /// A question is answered by a click, beside its answers by none.
  @Test func questionsAreAnsweredByClicks() throws {
    var robot = try Robot(smallSequence)
    try robot.press("jdq")
    let question = robot.screen
    try click(&robot, "1 edit is not saved")
    #expect(robot.screen == question)
    try click(&robot, "cancel")
    #expect(robot.state.layers.isEmpty && robot.exitCode == nil)
    try robot.press("q")
    try click(&robot, "discard")
    #expect(robot.exitCode == nil && robot.screen.contains("go back"), "\(robot.screen)")
    try click(&robot, "go back")
    #expect(robot.screen == question)
    try click(&robot, "s    save")
    #expect(robot.exitCode == 0 && robot.files["case.xml"] != Array(smallSequence.utf8))
  }

  /// A line being typed stays as it is.
  @Test func promptsTakeNoClicks() throws {
    var robot = try Robot(smallSequence)
    try robot.press("jr!")
    let prompt = robot.state.activeText
    wheel(&robot, 1)
    robot.take(.terminal(.mouse(Mouse(.press(.left), at: Point(x: 20, y: 4)))))
    #expect(robot.state.activeText == prompt && robot.state.top is Prompt)
  }
}

extension EditorState {
  /// The label of the field under the cursor of the details.
  fileprivate var selectedLabel: String? { file.selectedField?.label }
}
