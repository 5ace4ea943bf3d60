import FoundationEssentials
import ObjectCatalog
import Screen
import TaskSequence
import Testing
import Widgets
import XMLTree

@testable import Editor

/// What is said after an edit names what, how many and where, and how to take it back.
@Suite struct MessageTests {
  /// Whatever a key press does to a sequence, its message names something and says how to undo it.
  @Test(arguments: CaseTests.cases) func everyEditNamesItself(_ name: String) throws {
    let folder = CaseTests.folder + "/" + name
    func read(_ file: String) -> String? {
      (try? Data(contentsOf: URL(filePath: "\(folder)/\(file)"))).map {
        String(decoding: $0, as: UTF8.self)
      }
    }
    func catalog(_ file: String) -> Catalog {
      read(file).map { CatalogFile(Array($0.utf8), name: file).catalog } ?? Catalog()
    }
    var robot = try Robot(read("in.xml") ?? smallSequence, catalog: catalog("catalog.csv"))
    robot.other = catalog("other.csv")
    if let other = read("other.xml") { robot.files["other.xml"] = Array(other.utf8) }
    for line in try #require(read("keys")).split(separator: "\n") where !line.hasPrefix("#") {
      guard !line.hasPrefix("size "), !line.hasPrefix("paste ") else { continue }
      for key in try Key.parse(String(line)) {
        let before = robot.state.file
        robot.take(.terminal(.key(key)))
        let after = robot.state.files.first { $0.id == before.id }
        guard let after, after.history.revisions.count > before.history.revisions.count,
          after.history.revisions.last?.cause != .reload
        else { continue }
        let said = robot.state.message?.text ?? ""
        #expect(said.contains("“") || said.contains(where: \.isNumber), "\(name): \(said)")
        #expect(said.hasSuffix("undoes it.") || said.contains(" undoes it."), "\(name): \(said)")
      }
    }
  }

  @Test(arguments: [
    ("<Down><Del>", "Removed “Set name”."),
    ("<Del>", "Removed “Prepare” with its 2 steps."),
    ("<Space><Down><Down><Space><Del>", "Removed 2 groups with their 3 steps."),
    ("<C-x>", "Cut “Prepare” with its 2 steps."),
    ("D", "Duplicated “Prepare” with its 2 steps."),
    ("arestart comp<Enter>", "Added “Restart Computer” in “Prepare”."),
    ("<Left>arestart comp<Enter>", "Added “Restart Computer” after “Prepare”."),
    ("<Down>arestart comp<Enter>", "Added “Restart Computer” after “Set name”."),
    ("<Home>arestart comp<Enter>", "Added “Restart Computer” at the start of the sequence."),
    ("gNew<Enter>", "Added “New” in “Prepare”."),
    ("<Down><C-c><Down><C-v>", "Pasted “Set name” after “Run it”."),
    ("<Down>m<Down>a", "Moved “Set name” after “Run it”."),
    ("<Down>m<Down><Down>i", "Moved “Set name” in “Finish”."),
  ])
  func theyAreExact(keys: String, words: String) throws {
    var robot = try Robot(smallSequence)
    try robot.press(keys)
    #expect(
      robot.state.message?.text.hasPrefix(words + " ") == true,
      "\(String(describing: robot.state.message))")
  }

  /// A new step lands where the row below is: in a group that is open.
  @Test func aNewStepLandsInAnOpenGroup() throws {
    var robot = try Robot(smallSequence)
    try robot.press("arestart comp<Enter>")
    let group = robot.state.file.document.sequence.children[0]
    #expect(group.children.map(\.name).first == "Restart Computer")
    #expect(group.children.count == 3)
  }

  /// What groups lack is refused before anything is asked.
  @Test(arguments: [
    ("t", "a group has no time-out"), ("x", "a group has no success codes"),
    ("w", "a group has no run in"), ("c", "a group has no command line"),
    ("V", "a group has no variables of its own"), (":retries<Enter>", "a group has no retry count"),
    (":start in<Enter>", "a group has no start in"),
  ])
  func groupsRefuseBeforeAsking(keys: String, reason: String) throws {
    var robot = try Robot(smallSequence)
    try robot.press(keys)
    let said = robot.state.message?.text ?? ""
    #expect(said.contains(reason), "\(said)")
    #expect(robot.state.layers.allSatisfy { $0 is PickerLayer })
  }

  @Test func discardingGoesBackToTheFile() throws {
    var robot = try Robot(smallSequence)
    try robot.press("<Down>dD:discard changes<Enter>")
    #expect(robot.xml == smallSequence && !robot.state.file.history.isModified)
    #expect(robot.state.message?.text.hasPrefix("Discarded 2 changes of “case.xml”.") == true)
    try robot.press("<C-y><C-y>")
    #expect(robot.xml != smallSequence)
  }

  @Test func reloadingReadsTheFileAgain() throws {
    var robot = try Robot(smallSequence)
    try robot.press("d")
    robot.files["case.xml"] = Array(smallSequence.replacing("Run it", with: "Run that").utf8)
    try robot.press(":reload<Enter>")
    #expect(robot.xml.contains("Run that"))
    #expect(robot.state.message?.text.hasPrefix("Reloaded “case.xml”.") == true)
    try robot.press("<C-z>")
    #expect(robot.xml.contains("Run it"))
  }
}
