import Foundation
import Journaling
import Screen
import Storage
import TaskSequence
import Testing

@testable import Editor

@Suite("What is said and asked when something went wrong before, or others write")
struct RecoveryTests {
  private let folder = NSTemporaryDirectory() + "tsedit-" + UUID().uuidString

  /// The work of a session in which keys were pressed.
  private func left(_ keys: String, xml: String = smallSequence) throws -> Recovery {
    var robot = try Robot(xml)
    try robot.press(keys)
    let journal = try Journal(
      of: "case.xml", robot.state.file.history, in: JournalFolder(folder))
    defer { try? FileManager.default.removeItem(atPath: folder) }
    try journal.record(robot.state.file.history, focus: robot.state.file.outline.focus)
    return try Recovery(reading: journal.path)
  }

  private func offered(_ recovery: Recovery, xml: String = smallSequence) throws -> Robot {
    var robot = try Robot(xml)
    robot.take(.outcome(.recoverable(robot.state.file.id, recovery)))
    return robot
  }

  @Test func everyEditIsGivenToTheJournal() throws {
    var robot = try Robot(smallSequence)
    let id = robot.state.file.id
    #expect(robot.state.handle(.terminal(.key(Key(.down)))) == [], "nothing was edited")
    try robot.press("<Down><Down>")
    let disable = try #require(Key.parse("d").first)
    #expect(robot.state.handle(.terminal(.key(disable))) == [.record(id)])
    let undo = try #require(Key.parse("<C-z>").first)
    #expect(robot.state.handle(.terminal(.key(undo))) == [.record(id)])
  }

  @Test func recoversContentHistoryAndPlace() throws {
    let recovery = try left("jjdjr!<Enter>")
    var robot = try offered(recovery)
    #expect(robot.screen.contains("2 edits are not in the file"), "\(robot.screen)")
    try robot.press("r")
    #expect(robot.state.file.document.serialized() == recovery.history.document.serialized())
    #expect(robot.state.file.focus.name == "Finish!", "\(robot.screen)")
    #expect(
      robot.performed.suffix(2) == [
        .record(robot.state.file.id), .discard(journal: recovery.journal),
      ])
    try robot.press("<C-z><C-z>")
    #expect(robot.xml == smallSequence && !robot.state.file.history.isModified)
    try robot.press("<C-y><C-y><C-s>")
    #expect(robot.files["case.xml"] == recovery.history.document.serialized())
  }

  @Test func showsWhatWouldComeBack() throws {
    var robot = try offered(try left("jjd"))
    try robot.press("l")
    #expect(robot.screen.contains("What would come back"), "\(robot.screen)")
    #expect(
      robot.screen.contains("disable=\"true\"") || robot.screen.contains("+ "), "\(robot.screen)")
    try robot.press("<Esc>")
    #expect(robot.screen.contains("Unsaved work"), "the question is still there")
    try robot.press("l<Enter>")
    #expect(robot.state.file.history.isModified && robot.state.layers.isEmpty)
  }

  @Test func keepsTheFile() throws {
    let recovery = try left("jjd")
    var robot = try offered(recovery)
    try robot.press("d")
    #expect(robot.performed.isEmpty && robot.screen.contains("For a week"), "it asks once more")
    try robot.press("d")
    #expect(robot.xml == smallSequence && robot.state.layers.isEmpty)
    #expect(robot.performed.contains(.setAside(journal: recovery.journal)))
  }

  @Test func escapeLeavesTheJournal() throws {
    var robot = try offered(try left("jjd"))
    try robot.press("<Esc>")
    #expect(robot.xml == smallSequence && robot.performed.isEmpty)
  }

  @Test func keepsBoth() throws {
    let recovery = try left("jjd")
    var robot = try offered(recovery)
    try robot.press("b")
    #expect(robot.state.files.count == 2)
    #expect(robot.xml != smallSequence && robot.state.file.history.isModified)
    #expect(robot.performed.first == .record(robot.state.file.id), "it has a journal of its own")
    try robot.press("]")
    #expect(robot.xml == smallSequence && !robot.state.file.history.isModified)
  }

  @Test func saysThatTheFileChangedMeanwhile() throws {
    let other = smallSequence.replacing("Restart", with: "Reboot")
    var robot = try offered(try left("jjd"), xml: other)
    #expect(robot.screen.contains("has changed since"), "\(robot.screen)")
    try robot.press("r")
    #expect(robot.state.file.history.saved == nil)
  }

  @Test func aClosedWindowKeepsTheWorkAndAQuitDoesNot() throws {
    var robot = try Robot(smallSequence)
    let id = robot.state.file.id
    try robot.press("jjd")
    var other = robot
    robot.take(.terminal(.interrupted(.hangUp)))
    #expect(robot.performed.suffix(1) == [.keepDraft(id)] && robot.exitCode == 0)
    try other.press("qd")
    #expect(other.exitCode == nil, "it asks once more")
    try other.press("d")
    #expect(other.performed.suffix(1) == [.forget(id)] && other.exitCode == 0)
  }

  @Test func aClosedWindowKeepsWhatWasBeingTyped() throws {
    for keys in ["jji<C-u>half a sent", "jji<C-u>half a sent<Esc>"] {
      var robot = try Robot(smallSequence)
      let id = robot.state.file.id
      try robot.press(keys)
      robot.take(.terminal(.interrupted(.hangUp)))
      let isKept = robot.state.file.document.serialized().contains(Array("half a sent".utf8))
      #expect(robot.performed.contains(.keepDraft(id)) == isKept && robot.exitCode == 0)
      #expect(isKept != keys.hasSuffix("<Esc>"), "a text that was left is left")
    }
    // What would do more than an edit is not done.
    for keys in ["jjd/Rest", "jjdSother.xml", "jjd%Restart<Enter>"] {
      var robot = try Robot(smallSequence)
      try robot.press(keys)
      let before = robot.state.file.document.serialized()
      robot.take(.terminal(.interrupted(.hangUp)))
      #expect(robot.state.file.document.serialized() == before && robot.files.count == 1, "\(keys)")
    }
  }

  @Test func aRefusedSaveCanBeLeftAsADraft() throws {
    let xml = smallSequence.replacing("ABC00001", with: "00000000")
    for keys in ["jjrx<Enter>qdraft<Enter>", "jjrx<Enter><C-s><Esc>q<End><Up><Enter>"] {
      var robot = try Robot(xml)
      let id = robot.state.file.id
      try robot.press(keys)
      #expect(robot.performed.suffix(1) == [.keepDraft(id)] && robot.exitCode == 0, "\(keys)")
      #expect(robot.files["case.xml"] == Array(xml.utf8))
    }
    // What has no place to be offered again at is not kept.
    var nowhere = try Robot(xml, path: nil)
    try nowhere.press("jjrx<Enter>q")
    #expect(!nowhere.screen.contains("draft"))
  }

  // MARK: Locks

  @Test func aLockedFileIsReadUntilItIsTakenOver() throws {
    var holder = ProcessMark.own
    (holder.host, holder.user) = ("elsewhere.example", "carol")
    var robot = try Robot(smallSequence)
    let id = robot.state.file.id
    robot.take(.outcome(.locked(id, path: "case.xml", by: holder)))
    #expect(robot.screen.contains("carol on elsewhere.example"), "\(robot.screen)")
    #expect(robot.state.file.isReadOnly)
    var reading = robot
    try reading.press("rjjd")
    #expect(reading.xml == smallSequence && reading.screen.contains("reading only"))
    var closing = robot
    try closing.press("c")
    #expect(closing.exitCode == 0)
    try robot.press("tjjd")
    #expect(robot.xml != smallSequence)
    #expect(robot.performed.first == .takeOver(id, path: "case.xml"))
  }

  // MARK: Changed on the disk

  private static let theirs = smallSequence.replacing("Restart", with: "Reboot")

  private func changed(_ keys: String) throws -> Robot {
    var robot = try Robot(smallSequence)
    try robot.press(keys)
    robot.files["case.xml"] = Array(Self.theirs.utf8)
    robot.take(
      .outcome(
        .changedOnDisk(
          robot.state.file.id, path: "case.xml", .content(Array(Self.theirs.utf8)), isSaving: true))
    )
    return robot
  }

  @Test func showsTheirsReloadsAndUndoesThat() throws {
    var robot = try changed("jjd")
    let mine = robot.xml
    try robot.press("l")
    #expect(robot.screen.contains("Reboot"), "\(robot.screen)")
    try robot.press("<Esc>r")
    #expect(robot.xml == Self.theirs && !robot.state.file.history.isModified)
    try robot.press("<C-z>")
    #expect(robot.xml == mine && robot.state.file.history.isModified)
  }

  @Test func keepsMineAndTheirsBecomesABackup() throws {
    var robot = try changed("jjd")
    try robot.press("k")
    #expect(robot.files["case.xml"].map { String(decoding: $0, as: UTF8.self) } == robot.xml)
    #expect(robot.files["case.xml~"] == Array(Self.theirs.utf8))
    #expect(!robot.state.file.history.isModified)
  }

  @Test func savesMineElsewhere() throws {
    var robot = try changed("jjd")
    try robot.press("a<C-u>mine.xml<Enter>")
    #expect(robot.files["case.xml"] == Array(Self.theirs.utf8))
    #expect(robot.files["mine.xml"].map { String(decoding: $0, as: UTF8.self) } == robot.xml)
  }

  @Test func aFileThatIsGoneIsUnsavedWork() throws {
    var robot = try Robot(smallSequence)
    let change = FileStamp.Change.gone(FileFailure("cannot find it", code: 2))
    robot.take(
      .outcome(.changedOnDisk(robot.state.file.id, path: "case.xml", change, isSaving: false)))
    #expect(robot.screen.contains("not on the disk any more"))
    try robot.press("q")
    #expect(robot.exitCode == nil, "it asks")
  }
}
