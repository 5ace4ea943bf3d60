import TaskSequence
import Testing

@testable import Editor

/// Going back to where the cursor leapt from, and taking up how a file was looked at.
@Suite struct JumpTests {
  private func focus(_ robot: Robot) -> String { robot.state.file.focus.name }

  @Test func aSearchIsALeapAndRowsAreNone() throws {
    var robot = try Robot(smallSequence)
    try robot.press("<Down>")
    let start = focus(robot)
    try robot.press("/restart<Enter>")
    #expect(focus(robot) == "Restart")
    try robot.press("<Up><Up>(")
    #expect(focus(robot) == start, "\(robot.screen)")
    try robot.press(")")
    #expect(focus(robot) != start, "\(robot.screen)")
    try robot.press("((")
    #expect(robot.state.message?.text.contains("leapt nowhere") == true, "\(robot.screen)")
  }

  /// An edit is no leap, what it did is undone; a place that is gone is passed over.
  @Test func aPlaceThatIsGoneIsPassedOver() throws {
    var robot = try Robot(smallSequence)
    try robot.press("<Down>/restart<Enter>")
    try robot.press("<Up>/set name<Enter><Del>")
    try robot.press("(")
    #expect(robot.state.file.document.node(robot.state.file.outline.focus) != nil)
    #expect(focus(robot) != "Set name")
  }

  /// Cursor, closed groups and marks of one file come back, as far as its nodes are there.
  @Test func aViewComesBack() throws {
    var robot = try Robot(smallSequence)
    try robot.press("<Down><Space><End>-")
    let view = robot.state.file.view
    #expect(KeptView(text: view.text) == view && !view.folded.isEmpty && !view.marked.isEmpty)
    var again = try Robot(smallSequence.replacing("Restart", with: "Reboot"))
    again.take(.outcome(.view(again.state.fileID, view.text)))
    #expect(again.state.file.view.folded == view.folded)
    #expect(again.state.file.view.marked == view.marked)
    #expect(again.state.message?.text.contains("marked") == true)
  }

  /// What is discarded is in no file: the paths kept are those of the file.
  @Test func aViewIsOfTheFileNotOfWhatIsDiscarded() throws {
    var robot = try Robot(smallSequence)
    try robot.press("<Down>rOther<Enter>")
    #expect(robot.state.file.view.cursor?.description.contains("Set name") == true)
  }
}
