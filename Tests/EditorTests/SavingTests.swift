import Screen
import Storage
import TaskSequence
import Testing

@testable import Editor

/// Saving on the way to something else: leaving, or closing a file.
@Suite struct SavingTests {
  /// Two open files, both changed, the second one on the screen.
  private func twoChanged(pathOfFirst: String? = "case.xml") throws -> Robot {
    var robot = try Robot(smallSequence, path: pathOfFirst)
    robot.files["other.xml"] = Array(smallSequence.utf8)
    try robot.press("jd<C-o>other.xml<Enter>jd")
    #expect(robot.state.files.map(\.history.isModified) == [true, true])
    return robot
  }

  private func isSaved(_ path: String, _ robot: Robot) -> Bool {
    robot.files[path].map { String(decoding: $0, as: UTF8.self).contains("disable=") } ?? false
  }

  @Test func leavingSavesEveryFile() throws {
    var robot = try twoChanged()
    try robot.press("qs")
    #expect(robot.exitCode == 0)
    #expect(isSaved("case.xml", robot) && isSaved("other.xml", robot))
  }

  @Test func leavingAsksForTheNameOfAFileThatHasNone() throws {
    var robot = try twoChanged(pathOfFirst: nil)
    try robot.press("qs")
    #expect(robot.exitCode == nil)
    try robot.press("<C-u>new.xml<Enter>")
    #expect(robot.exitCode == 0)
    #expect(isSaved("new.xml", robot) && isSaved("other.xml", robot))
  }

  @Test func aNameNotGivenKeepsTheEditorOpenAndForgetsThePlan() throws {
    var robot = try twoChanged(pathOfFirst: nil)
    try robot.press("qs<Esc>")
    #expect(robot.exitCode == nil)
    try robot.press("]<C-s>")
    #expect(robot.exitCode == nil, "a later save must not leave")
    #expect(isSaved("other.xml", robot))
  }

  @Test func replacingAFileOnTheWayOutLeaves() throws {
    var robot = try twoChanged(pathOfFirst: nil)
    robot.files["taken.xml"] = []
    try robot.press("qs<C-u>taken.xml<Enter>")
    #expect(robot.exitCode == nil)
    try robot.press("o")
    #expect(robot.exitCode == 0)
    #expect(isSaved("taken.xml", robot) && isSaved("other.xml", robot))
  }

  @Test func closingOneSavesItAlone() throws {
    var robot = try twoChanged()
    try robot.press("<C-w>s")
    #expect(robot.state.files.map(\.title) == ["case.xml"])
    #expect(isSaved("other.xml", robot) && !isSaved("case.xml", robot))
    #expect(robot.state.file.history.isModified)
  }

  @Test func aFailedSaveKeepsEverythingOpen() throws {
    var robot = try twoChanged()
    robot.writeFailure = FileFailure("cannot write it", code: 28)
    try robot.press("qs")
    #expect(robot.exitCode == nil)
    #expect(robot.screen.contains("Not saved: case.xml: cannot write it"))
    #expect(robot.state.files.map(\.history.isModified) == [true, true])
    try robot.press("qs")
    #expect(robot.exitCode == 0)
  }

  @Test func aTildeIsTheHomeFolder() throws {
    var robot = try Robot(smallSequence)
    try robot.press("jdS<C-u>~/copy.xml<Enter>")
    #expect(isSaved("/home/user/copy.xml", robot))
    #expect(robot.state.file.title == "copy.xml")
    try robot.press("<C-o>~/copy.xml<Enter>")
    #expect(robot.screen.contains("was open already"))
  }
}
