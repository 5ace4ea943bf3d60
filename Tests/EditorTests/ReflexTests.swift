import Appearance
import Screen
import TaskSequence
import Testing
import Widgets

@testable import Editor

/// Keys that fingers know from elsewhere do what they do there, or nothing.
@Suite struct ReflexTests {
  @Test(arguments: [
    ("G", "go.last"), ("<C-End>", "go.last"), ("<C-Home>", "go.first"), ("u", "history.undo"),
    ("ZZ", "file.saveAndQuit"), ("<C-l>", "redraw"), ("<F10>", "quit"), ("D", "step.duplicate"),
  ])
  func aKeyIsBound(_ notation: String, _ command: String) throws {
    let keys = try Key.parse(notation)
    let here = Keymap.standard.match(keys, in: .tree)
    let match = here == .none ? Keymap.standard.match(keys, in: .global) : here
    #expect(match == .command(command))
  }

  /// What goes half a page down elsewhere duplicates nothing here.
  @Test func halfAPageIsNoDuplicate() throws {
    var robot = try Robot(smallSequence)
    try robot.press("<Down><C-d><C-b>")
    #expect(robot.xml == smallSequence)
  }

  @Test func undoIsOneLetter() throws {
    var robot = try Robot(smallSequence)
    try robot.press("<Down>du")
    #expect(robot.xml == smallSequence && robot.screen.contains("Undone"))
  }

  // MARK: Numbers

  /// Every number that stands beside a node leads to it, however nodes are numbered, open or closed.
  @Test(arguments: ["", "#", "-", "-#"]) func aNumberLeadsToItsNode(_ keys: String) throws {
    var robot = try Robot(smallSequence)
    try robot.press("#" + (keys.contains("#") ? "" : "#"))
    let rows = robot.state.file.outline.rows(from: 1, count: 100)
    if keys.hasPrefix("-") { try robot.press("-") }
    var seen = 0
    for row in rows {
      guard let number = row.number(robot.state.numbering) else { continue }
      seen += 1
      for value in [number.first, number.last] where value > 0 {
        for way in ["\(value)<Enter>", "\(value)G", ":\(value)<Enter>"] {
          var other = robot
          try other.press(way)
          #expect(other.state.file.outline.focus == row.node.id, "\(way)")
          #expect(other.xml == smallSequence && other.state.layers.isEmpty)
        }
      }
    }
    #expect(seen > 2)
  }

  @Test func aNumberThatIsNotThereSaysSo() throws {
    var robot = try Robot(smallSequence)
    try robot.press("<Down>99<Enter>")
    #expect(robot.screen.contains("There is no 99; the last step is 3."), "\(robot.screen)")
    try robot.press("9<BS>2")
    #expect(robot.screen.contains("Enter goes to 2 “Run it”."), "\(robot.screen)")
    let focus = robot.state.file.outline.focus
    try robot.press("<Esc>")
    #expect(robot.state.file.outline.focus == focus)
    // Any other key means what it means.
    try robot.press("3d")
    #expect(robot.state.file.focus.isDisabled)
  }

  // MARK: Words

  @Test func theWordsOfViDoWhatTheySay() throws {
    var robot = try Robot(smallSequence)
    try robot.press("<Down>d:w<Enter>")
    #expect(robot.files["case.xml"] == Array(robot.xml.utf8) && robot.exitCode == nil)
    try robot.press("d:q<Enter>")
    #expect(robot.state.top is QuestionLayer && robot.exitCode == nil)
    for word in [":wq", ":x", ":wqa"] {
      var other = try Robot(smallSequence)
      try other.press("<Down>d\(word)<Enter>")
      #expect(other.exitCode == 0 && other.files["case.xml"] == Array(other.xml.utf8), "\(word)")
    }
    var other = try Robot(smallSequence)
    try other.press("<Down>dZZ")
    #expect(other.exitCode == 0 && other.files["case.xml"] == Array(other.xml.utf8))
    other = try Robot(smallSequence)
    try other.press("ZZ")
    #expect(other.exitCode == 0 && !other.performed.contains(.suspend))
  }

  /// Each word is a command there is, and the first row when it is typed.
  @Test func eachWordIsFirst() throws {
    for (word, command) in SpokenCommand.words {
      var robot = try Robot(smallSequence)
      try robot.press(":\(word)")
      let picker = try #require(robot.state.top as? PickerLayer)
      #expect(picker.selectedItem?.title == Commands.table[command]?.title, "\(word)")
    }
  }

  @Test func aNameLeadsToItsNode() throws {
    for name in ["Run it", "run it", "Prepare/Run", "Restart"] {
      var robot = try Robot(smallSequence)
      // What is written out comes first, what may mean a command last.
      let way = name.contains(" ") ? "" : "<End>"
      try robot.press(":\(name.replacing(" ", with: "<Space>"))\(way)<Enter>")
      let expected = name == "Restart" ? "Restart" : "Run it"
      #expect(robot.state.file.focus.name == expected, "\(name) \(robot.screen)")
    }
  }

  /// A command stays before a node that is called alike.
  @Test func aCommandComesBeforeANode() throws {
    var robot = try Robot(smallSequence.replacing("name=\"Restart\"", with: "name=\"Rename\""))
    try robot.press(":rename")
    let picker = try #require(robot.state.top as? PickerLayer)
    #expect(picker.selectedItem?.title == "Rename")
    #expect(picker.matches.last.map { picker.items[$0].title } == "Go to “Rename”")
    try robot.press("<BS>")
    #expect(picker.items.count == (robot.state.top as? PickerLayer)?.items.count)
  }
}
