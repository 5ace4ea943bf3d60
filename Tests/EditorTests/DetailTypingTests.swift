import Screen
import StepCatalog
import TaskSequence
import Testing
import Widgets

@testable import Editor

/// Letters in the details are text.
@Suite struct DetailTypingTests {
  /// Every character a keyboard types, but the two signs that lead to help and commands, and the blank
  /// that switches.
  private static let letters = (0x21...0x7E).map { Unicode.Scalar(UInt8($0)) }.filter {
    $0 != "?" && $0 != ":"
  }

  private static let types: [(dialect: Dialect, type: StepType)] =
    [Dialect.configurationManager, .mdt].flatMap { dialect in
      StepTypes.shared.all(in: dialect).filter(\.isOffered).map { (dialect, $0) }
    }

  private func kind(of row: DetailRow) -> String {
    guard case .field(let field) = row.content else {
      return "\(row.content)".prefix(5).description
    }
    return switch field.kind {
    case .step(let known): "step \(known.kind) \(field.isSecret)"
    case .row, .rule, .fixed: "\(field.kind)".prefix(4).description
    default: "\(field.kind) \(field.value.isEmpty)"
    }
  }

  /// No command of the step is run by a letter, on whatever row of whatever step: the document is as
  /// it was, the program still there, the cursor on the same node.
  @Test func noLetterIsACommand() throws {
    var seen: Set<String> = []
    var turn = 0
    for (dialect, type) in Self.types {
      var robot = try Robot(dialect == .mdt ? mdtGroup : smallSequence)
      try robot.press("<Down>")
      _ = StepAdding.add(&robot.state, type)
      robot.closeAll()
      let focus = robot.state.file.outline.focus
      let before = robot.xml
      for (row, line) in robot.state.file.detailRows.enumerated() where line.isSelectable {
        turn += 1
        let isNew = seen.insert(kind(of: line)).inserted
        // Each kind of row hears them all, every row one.
        let letters = isNew ? Self.letters : [Self.letters[turn % Self.letters.count]]
        for letter in letters {
          robot.state.pane = .details
          robot.state.file.details.selected = row
          robot.take(.terminal(.key(.character(letter))))
          let what = "\(letter) on \(line.field?.label ?? "words") of \(type.label)"
          #expect(robot.xml == before, "\(what)")
          #expect(robot.exitCode == nil && robot.state.file.outline.focus == focus, "\(what)")
          #expect(robot.state.layers.count < 2, "\(what)")
          if line.field?.takesText != true {
            #expect(robot.state.layers.isEmpty && robot.state.message != nil, "\(what)")
          }
          robot.closeAll()
          #expect(robot.xml == before, "\(what), left")
        }
      }
    }
    #expect(seen.count > 15, "\(seen)")
  }

  /// What is typed on a field is what stands in it, whatever stood there.
  @Test func theFirstLetterBeginsTheText() throws {
    var robot = try Robot(smallSequence)
    try robot.press("<Down><Down><Tab><Down><Down>Deploys the app<Enter>")
    #expect(robot.state.file.focus.value(of: .description) == "Deploys the app", "\(robot.screen)")
    try robot.press("dequ<Esc>")
    #expect(robot.state.file.focus.value(of: .description) == "Deploys the app")
    try robot.press("Another<Enter>")
    #expect(robot.state.file.focus.value(of: .description) == "Another")
    try robot.press("<C-z><C-z>")
    #expect(robot.xml == smallSequence)
  }

  /// What was there is one key away while it is typed.
  @Test func theOldTextComesBack() throws {
    var robot = try Robot(smallSequence)
    try robot.press("<Down><Down><Tab>x<C-z>")
    #expect(robot.state.activeText?.text == "Run it")
  }

  @Test func helpAndCommandsAndControlKeysKeepTheirMeaning() throws {
    for keys in ["?", ":", "<F1>", "<C-p>"] {
      var robot = try Robot(smallSequence)
      try robot.press("<Down><Down><Tab><Down><Down>\(keys)")
      #expect((robot.state.top as? PickerLayer)?.title == "Commands", "\(keys)")
    }
    var robot = try Robot(smallSequence)
    try robot.press("<Down><Down><Tab><Down><Down>x<Enter><C-z>")
    #expect(robot.xml == smallSequence)
  }

  /// The footer names no letter that would be typed.
  @Test func theFooterNamesNoLetters() throws {
    var robot = try Robot(smallSequence, size: Size(width: 160, height: 24))
    try robot.press("<Down><Down><Tab><Down><Down>d<Enter>")
    let hints = Footer.allHints(robot.state)
    #expect(hints.map(\.title).contains("Quit") && hints.map(\.title).contains("Help"))
    for hint in hints where hint.title != "Help" {
      #expect(hint.key.count > 1, "\(hint.key) \(hint.title)")
    }
  }

  /// A letter typed on a list opens it where that letter leads.
  @Test func aListIsFilteredByTheLetter() throws {
    var robot = try Robot(smallSequence)
    try robot.press("/Restart<Enter><Tab>")
    let rows = robot.state.file.detailRows
    let place = try #require(rows.firstIndex { $0.field?.kind == .place })
    robot.state.file.details.selected = place
    try robot.press("W")
    #expect((robot.state.top as? PickerLayer)?.filter.text == "W")
  }

  /// What is pasted goes where letters go.
  @Test func aPasteGoesIntoTheField() throws {
    var robot = try Robot(smallSequence)
    try robot.press("<Down><Down><Tab><Down><Down>")
    robot.paste("from a mail")
    try robot.press("<Enter>")
    #expect(robot.state.file.focus.value(of: .description) == "from a mail")
  }

  /// A letter does not answer what is asked before a secret is shown.
  @Test func aQuestionIsNotAnswered() throws {
    let xml = smallSequence.replacing(
      ">A</variable>", with: ">net use /user:x password=Tr0ub4dor</variable>")
    var robot = try Robot(xml)
    try robot.press("/Set name<Enter><Tab>")
    let rows = robot.state.file.detailRows
    for row in rows.indices where rows[row].field?.takesText == true {
      robot.state.pane = .details
      robot.state.file.details.selected = row
      try robot.press("e")
      #expect(!robot.screen.contains("Tr0ub4dor"))
      robot.closeAll()
    }
  }

  /// The cursor stays on its field from step to step; where the next has no such field, it is on the
  /// first, never on whatever happens to stand in the same line.
  @Test func theCursorFollowsItsField() throws {
    var robot = try Robot(smallSequence, size: Size(width: 120, height: 40))
    try robot.press("<Home><Down><Down><Down><Enter>")
    let rows = robot.state.file.detailRows
    let line = try #require(rows.firstIndex { $0.field?.label == "Command line" })
    robot.state.file.details.selected = line
    try robot.press("<Esc>")
    try robot.press("<Up>")
    #expect(robot.state.file.selectedField?.label == "Name", "\(robot.screen)")
    robot.state.pane = .details
    let timeout = try #require(
      robot.state.file.detailRows.firstIndex { $0.field?.label == "Success codes" })
    robot.state.file.details.selected = timeout
    try robot.press("<Esc><Down>")
    #expect(robot.state.file.selectedField?.label == "Success codes", "\(robot.screen)")
  }

  /// The name of a variable is typed, then its value: the second does not replace the first.
  @Test func whatIsTypedNextGoesToTheNextField() throws {
    var robot = try Robot(
      "<sequence version=\"3.10\"><group name=\"G\"></group></sequence>",
      size: Size(width: 100, height: 30))
    try robot.press("<Down>aSet Task Sequence Variable<Enter>OSDComputerName<Enter>PC1<Enter>")
    #expect(robot.xml.contains(">OSDComputerName<") && robot.xml.contains(">PC1<"), "\(robot.xml)")
  }
}
