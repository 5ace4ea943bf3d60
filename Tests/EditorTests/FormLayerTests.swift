import Conditions
import Screen
import StepCatalog
import TaskSequence
import Testing
import Widgets

@testable import Editor

/// Forms with fixed fields: what is typed stands in the row, and nothing is written before the button.
@Suite struct FormLayerTests {
  private static func form(_ robot: Robot) -> FormLayer? { robot.state.top as? FormLayer }

  /// A robot on a form: of a new row, of a row that is there, of a test.
  private static let ways: [(name: String, keys: String)] = [
    ("new row", "<Home>aformat<Enter>"), ("test", "<Home><Down>&a<Enter>"),
    ("file test", "<Home><Down>&afile<Enter>"), ("folder", "<Home><Down>&afolder<Enter>"),
  ]

  /// Every letter goes into the row under the cursor where that is text; nowhere does it filter, jump
  /// or write.
  @Test(arguments: ways.indices) func lettersGoIntoTheRow(_ way: Int) throws {
    var robot = try Robot(smallSequence)
    try robot.press(Self.ways[way].keys)
    let before = robot.xml
    let count = try #require(Self.form(robot), "\(robot.screen)").model.entries.count
    for row in 0...count {
      for scalar in 0x20...0x7E {
        var other = robot
        other.state.changeTop { (form: inout FormLayer) in form.select(row) }
        let entry = Self.form(other)?.entry
        let letter = Character(Unicode.Scalar(UInt8(scalar)))
        if letter == " ", entry?.completes == nil { continue }
        other.take(.terminal(.key(.character(Unicode.Scalar(UInt8(scalar))))))
        #expect(other.xml == before, "\(letter)")
        if entry?.completes != nil {
          let form = try #require(Self.form(other), "\(letter) \(other.screen)")
          #expect(form.selected == row && form.typed?.text == String(letter))
        }
      }
    }
  }

  /// Whatever was filled in: leaving a new row leaves nothing behind.
  @Test(arguments: ["<Esc>", "500<Esc>", "500<Tab><Tab><Esc>", "<Up><Up><Esc>"])
  func aNewRowThatIsLeftIsGone(_ keys: String) throws {
    var robot = try Robot(smallSequence)
    try robot.press("<Home>aformat<Enter>")
    let before = robot.xml
    let entries = try #require(Self.form(robot)).model.entries
    let text = try #require(entries.indices.first { entries[$0].completes != nil })
    robot.state.changeTop { (form: inout FormLayer) in form.select(text) }
    try robot.press(keys)
    #expect(robot.xml == before && robot.state.layers.isEmpty, "\(robot.screen)")
  }

  /// The button writes all that was filled in as one edit.
  @Test func aRowIsOneEdit() throws {
    var robot = try Robot(smallSequence, size: Size(width: 100, height: 40))
    try robot.press("<Home>aformat<Enter>")
    let before = robot.xml
    #expect(robot.screen.contains("[ Add ]"), "\(robot.screen)")
    let entries = try #require(Self.form(robot)).model.entries
    let texts = entries.indices.filter {
      entries[$0].completes != nil && entries[$0].idleness == nil
    }
    for row in texts.prefix(2) {
      robot.state.changeTop { (form: inout FormLayer) in form.select(row) }
      try robot.press("7<Tab>")
    }
    try robot.press("<C-s>")
    let rows = try #require(robot.state.file.focusedRows)
    #expect(rows.rows.count == 1 && robot.state.layers.isEmpty, "\(robot.screen)")
    try robot.press("<C-z>")
    #expect(robot.xml == before)
  }

  /// What is there and was changed is not lost by one key.
  @Test func aChangedRowAsks() throws {
    var robot = try Robot(smallSequence)
    try robot.press("<Home>aformat<Enter><C-s>")
    let before = robot.xml
    let rows = robot.state.file.detailRows
    robot.state.file.details.selected = try #require(
      rows.firstIndex { $0.field?.kind == .row(0) }, "\(robot.screen)")
    try robot.press("<Enter>")
    let entries = try #require(Self.form(robot)).model.entries
    let text = try #require(entries.indices.first { entries[$0].completes != nil })
    robot.state.changeTop { (form: inout FormLayer) in form.select(text) }
    try robot.press("7<Esc>")
    #expect(robot.state.top is QuestionLayer && robot.xml == before, "\(robot.screen)")
    try robot.press("<Esc><Esc>d")
    #expect(robot.state.layers.isEmpty && robot.xml == before)
    try robot.press("<Enter><Esc>")
    #expect(robot.state.layers.isEmpty, "nothing was changed")
  }

  /// Nothing is wrong before the first letter; all that is wrong is said when the button is pressed.
  @Test func nothingIsWrongBeforeTheFirstLetter() throws {
    var robot = try Robot(smallSequence)
    try robot.press("<Home><Down>&a<Enter>")
    #expect(!robot.screen.contains("must not be empty") && !robot.screen.contains("Nothing fits"))
    try robot.press("<C-s>")
    let form = try #require(Self.form(robot), "it stays open")
    #expect(form.entry?.label == "Variable", "on the field that lacks something")
    try robot.press("Model<Enter><Enter>Latitude<Enter><Enter>")
    #expect(robot.state.file.focus.condition?.text == "Model = Latitude", "\(robot.screen)")
  }

  /// A form that does not fit scrolls, and every row can be clicked.
  @Test func everyRowIsThere() throws {
    var robot = try Robot(smallSequence, size: Size(width: 60, height: 16))
    try robot.press("<Home>aformat<Enter>")
    let count = try #require(Self.form(robot)).model.entries.count
    for row in 0...count {
      robot.state.changeTop { (form: inout FormLayer) in form.select(row) }
      let label = Self.form(robot)?.entry?.label ?? "[ Add ]"
      #expect(robot.screen.contains(label.prefix(12)), "\(robot.screen)")
      let cursor = try #require(robot.cursor)
      var other = robot
      let size = other.state.size
      other.state.changeTop { (form: inout FormLayer) in
        _ = form.click(at: cursor, in: size)
      }
      #expect(Self.form(other)?.selected == row)
    }
  }
}
