import Foundation
import Journaling
import Screen
import Storage
import TaskSequence
import Testing
import Widgets

@testable import Editor

/// What is asked of a file goes to that file, whichever is on the screen.
@Suite struct WhoseFileTests {
  /// A sequence that tells whose it is.
  private static func sequence(_ owner: String, package: String = "ABC00001") -> String {
    """
    <sequence version="3.10"><group name="All of \(owner)">\
    <step type="SMS_TaskSequence_RunCommandLineAction" name="Step of \(owner)">\
    <action>smsswd.exe /run:\(package) a</action><defaultVarList>\
    <variable name="CommandLine" property="CommandLine" hidden="true">a</variable>\
    <variable name="PackageID" property="PackageID" hidden="true">\(package)</variable>\
    </defaultVarList></step></group></sequence>
    """
  }

  private static let owners = ["a", "b", "c"]

  /// Three open files, each with an edit of its own; the first is on the screen.
  private static func three(
    pathOfSecond: String? = "b.xml", package: String = "ABC00001"
  ) throws -> Robot {
    var robot = try Robot(sequence("a"), path: "a.xml")
    try robot.open(sequence("b", package: package), path: pathOfSecond, title: "b.xml")
    try robot.open(sequence("c"), path: "c.xml")
    robot.take(.started)
    for _ in owners { try robot.press("jr!<Enter>]") }
    return robot
  }

  private static let theirs = sequence("b").replacing("Step", with: "Their step")

  /// How a question about the second file comes up while the first is on the screen.
  enum Trouble: String, CaseIterable {
    case goneAtSave, changedAtSave, changedMeanwhile, lockedAtStart, refusedByGate, leftWork
    case replaceWhileLeaving, nameWhileLeaving, twoAtOnce

    func robot() throws -> Robot {
      var robot = try three(
        pathOfSecond: [.replaceWhileLeaving, .nameWhileLeaving].contains(self) ? nil : "b.xml",
        package: self == .refusedByGate ? "00000000" : "ABC00001")
      let id = robot.state.files[1].id
      switch self {
      case .goneAtSave:
        robot.files["b.xml"] = nil
        try robot.press("<C-q>s")
      case .changedAtSave:
        robot.files["b.xml"] = Array(theirs.utf8)
        try robot.press("<C-q>s")
      case .changedMeanwhile:
        robot.files["b.xml"] = Array(theirs.utf8)
        robot.take(.outcome(try Self.changed(id)))
      case .lockedAtStart: robot.take(.outcome(.locked(id, path: "b.xml", by: .own)))
      case .refusedByGate, .nameWhileLeaving: try robot.press("<C-q>s")
      case .leftWork: robot.take(.outcome(.recoverable(id, try Self.recovery())))
      case .replaceWhileLeaving:
        robot.files["taken.xml"] = []
        try robot.press("<C-q>s<C-u>taken.xml<Enter>")
      case .twoAtOnce:
        robot.take(.outcome(.locked(id, path: "b.xml", by: .own)))
        robot.take(.outcome(.locked(robot.state.files[2].id, path: "c.xml", by: .own)))
      }
      return robot
    }

    private static func changed(_ id: FileID) throws -> Outcome {
      .changedOnDisk(id, path: "b.xml", .content(Array(theirs.utf8)), isSaving: false)
    }

    /// What was left of other work on the second file.
    private static func recovery() throws -> Recovery {
      let folder = NSTemporaryDirectory() + "tsedit-" + UUID().uuidString
      defer { try? FileManager.default.removeItem(atPath: folder) }
      var robot = try Robot(sequence("b"), path: "b.xml")
      try robot.press("jr?<Enter>")
      let journal = try Journal(of: "b.xml", robot.state.file.history, in: JournalFolder(folder))
      try journal.record(robot.state.file.history, focus: robot.state.file.outline.focus)
      return try Recovery(reading: journal.path)
    }
  }

  /// What holds whatever was answered: every file on the disk and in the editor is its own.
  private func check(_ robot: Robot, _ way: String) {
    for (path, bytes) in robot.files {
      let text = String(decoding: bytes, as: UTF8.self)
      let owner = Self.owners.first { path.hasPrefix($0) } ?? "b"
      for other in Self.owners where other != owner {
        #expect(!text.contains("of \(other)\""), "\(way): \(path) holds what is \(other)’s")
      }
    }
    for file in robot.state.files {
      let text = String(decoding: file.document.serialized(), as: UTF8.self)
      let owner = Self.owners.first { file.title.hasPrefix($0) } ?? "b"
      #expect(text.contains("of \(owner)\""), "\(way): “\(file.title)” is somebody else’s")
    }
    for path in ["a.xml", "c.xml"] where robot.state.files.contains(where: { $0.path == path }) {
      let file = robot.state.files.first { $0.path == path }
      #expect(file?.history.current == 1, "\(way): \(path) was edited")
    }
  }

  /// Every answer to every question, and every answer to the questions that follow.
  @Test(arguments: Trouble.allCases)
  func everyAnswerIsAboutItsOwnFile(_ trouble: Trouble) throws {
    let robot = try trouble.robot()
    #expect(!robot.state.layers.isEmpty, "\(robot.screen)")
    #expect(robot.screen.contains("b"), "\(robot.screen)")
    try answer(robot, trouble.rawValue, depth: 3)
  }

  private func answer(_ robot: Robot, _ way: String, depth: Int) throws {
    check(robot, way)
    guard depth > 0, robot.exitCode == nil, let layer = robot.state.top else { return }
    for keys in keys(of: layer) {
      var next = robot
      try next.press(keys)
      try answer(next, "\(way) \(keys)", depth: depth - 1)
    }
  }

  private func keys(of layer: any Layer) -> [String] {
    switch layer {
    case let question as QuestionLayer: question.choices.map { String($0.key) } + ["<Esc>"]
    case is Prompt: ["<C-u>b2.xml<Enter>", "<Enter>", "<Esc>"]
    default: ["<Enter>", "<Esc>"]
    }
  }

  @Test func aFileThatIsGoneIsSavedUnderAnotherName() throws {
    var robot = try Trouble.goneAtSave.robot()
    #expect(robot.screen.contains("“b.xml” is not there any more"), "\(robot.screen)")
    #expect(robot.screen.contains("b!"), "the file that is asked about is on the screen")
    try robot.press("a")
    #expect(robot.screen.contains("Save as: b.xml"), "\(robot.screen)")
    try robot.press("<C-u>b2.xml<Enter>")
    let saved = String(decoding: robot.files["b2.xml"] ?? [], as: UTF8.self)
    #expect(saved.contains("b!") && robot.files["b.xml"] == nil)
    #expect(robot.exitCode == 0, "leaving goes on: \(robot.screen)")
    #expect(String(decoding: robot.files["c.xml"] ?? [], as: UTF8.self).contains("c!"))
  }

  @Test func aDifferenceLookedAtDoesNotGiveLeavingUp() throws {
    var robot = try Trouble.changedAtSave.robot()
    try robot.press("l<Esc>k")
    #expect(robot.exitCode == 0, "\(robot.screen)")
    #expect(String(decoding: robot.files["b.xml"] ?? [], as: UTF8.self).contains("b!"))
  }

  @Test func whoAnswersIsBackAtTheFileOnTheScreen() throws {
    var robot = try Trouble.lockedAtStart.robot()
    #expect(robot.screen.contains("Somebody edits “b.xml”"), "\(robot.screen)")
    try robot.press("r")
    #expect(robot.state.file.path == "a.xml")
    #expect(robot.state.files.map(\.isReadOnly) == [false, true, false])
  }

  @Test func nodesOnTheirWayStayInTheirFile() throws {
    var robot = try Self.three()
    try robot.press("m")
    robot.files["b.xml"] = Array(Self.theirs.utf8)
    robot.take(
      .outcome(
        .changedOnDisk(
          robot.state.files[1].id, path: "b.xml", .content(Array(Self.theirs.utf8)), isSaving: false
        )))
    // Where nodes are on their way, the last key would put them before the row.
    try robot.press("rkb")
    #expect(robot.state.file.path == "b.xml" && robot.xml == Self.theirs, "\(robot.screen)")
  }

  @Test func aQuestionAboutAClosedFileIsGone() throws {
    var robot = try Self.three()
    let id = robot.state.files[1].id
    robot.take(.outcome(.locked(id, path: "b.xml", by: .own)))
    robot.take(.outcome(.locked(id, path: "b.xml", by: .own)))
    try robot.press("c")
    #expect(robot.state.files.map(\.title) == ["a.xml", "c.xml"])
    #expect(robot.state.layers.isEmpty && robot.state.file.path == "a.xml")
  }
}
