import Screen
import TaskSequence
import Testing
import XMLTree

@testable import Editor

/// Marks and filters: no edit reaches what is not seen, and what is shown is what is edited.
@Suite struct MarkedTests {
  /// Two groups: three restarts among five other steps, some in a group inside.
  private static let xml: String = {
    func step(_ name: String, _ type: String) -> String {
      "<step type=\"SMS_TaskSequence_\(type)\" name=\"\(name)\"><action>x.exe</action></step>"
    }
    return "<sequence version=\"3.10\"><group name=\"One\">"
      + step("Copy", "RunCommandLineAction") + step("First", "RebootAction")
      + "<group name=\"Inner\">" + step("Clean", "RunCommandLineAction")
      + step("Second", "RebootAction") + "</group></group><group name=\"Two\">"
      + step("Log", "RunCommandLineAction") + step("Third", "RebootAction")
      + step("End", "RunCommandLineAction") + "</group></sequence>"
  }()

  private func disabled(_ robot: Robot) -> Set<String> {
    var names: Set<String> = []
    robot.state.file.document.sequence.walk { node, _ in
      if node.isDisabled { names.insert(node.name) }
      return true
    }
    return names
  }

  private static let reboots: Set<String> = ["First", "Second", "Third"]

  /// A condition is worked on where it is written: of the node whose values are shown.
  @Test func aConditionIsWrittenToTheNodeItIsOf() throws {
    for keys in ["<Down><Space><Down>CPHASE = x<Enter>", "<Down><Space><Down>&a<Enter>"] {
      var robot = try Robot(Self.xml)
      try robot.press(keys)
      let title = "“Copy”"
      let isOpen = robot.screen.contains("Condition of") || robot.screen.contains("PHASE")
      #expect(isOpen && !robot.screen.contains("Condition of “First”"), "\(robot.screen)")
      robot.state.file.document.sequence.walk { node, _ in
        #expect(node.condition == nil || node.name == "Copy", "\(node.name), not \(title)")
        return true
      }
    }
    // What is opened from there, a group above, is not written to the marked node.
    var robot = try Robot(Self.xml)
    try robot.press(
      "<Home>CPHASE = x<Enter><Down><Space>&<Down><Down><Enter>ttrue<C-u>A = y<Enter>")
    robot.state.file.document.sequence.walk { node, _ in
      #expect(node.name != "Copy" || node.condition == nil)
      return true
    }
  }

  /// Differing secrets are told apart, and accepting none writes none.
  @Test func differingPasswordsStayWhatTheyAre() throws {
    func step(_ name: String, _ password: String) -> String {
      """
      <step type="SMS_TaskSequence_RunCommandLineAction" name="\(name)"><action>x.exe</action>\
      <defaultVarList><variable name="AdminPassword">\(password)</variable></defaultVarList></step>
      """
    }
    let xml = "<sequence version=\"3.10\">\(step("A", "Zq-one"))\(step("B", "Zq-two"))</sequence>"
    var robot = try Robot(xml, size: .init(width: 120, height: 40))
    try robot.press("<C-a>")
    let rows = robot.state.file.detailRows
    let row = try #require(rows.firstIndex { $0.field?.label == "AdminPassword" })
    #expect(rows[row].field?.differing != nil && !robot.screen.contains("Zq-"))
    try robot.press("<Tab>")
    robot.state.file.details.selected = row
    try robot.press("<Enter><Enter>")
    #expect(robot.xml == xml, "\(robot.screen)")
  }

  /// Whatever marks, and from wherever: with a filter set, an edit of the marked nodes reaches only
  /// what passes it.
  @Test(arguments: [
    "*", "<Home>v<End>v", "<Home><Down><Space><End>v", "<End><C-a>", "<Home><Down><C-a>*",
    "<Home><Down><Space><Space><Space><Space><Space><Space><Space>", "<End><S-Down>",
  ])
  func anEditReachesWhatIsShown(_ keys: String) throws {
    var robot = try Robot(Self.xml)
    try robot.press("frestart<Enter>")
    if robot.state.file.outline.filter == nil { try robot.press("<C-u>reboot<Enter>") }
    let shown = robot.state.file.outline.filter
    #expect(shown != nil, "\(robot.screen)")
    try robot.press(keys)
    let marked = robot.state.file.document.nodes(robot.state.file.outline.marks).map(\.name)
    #expect(!marked.isEmpty && Self.reboots.isSuperset(of: marked), "\(marked)")
    try robot.press("d")
    #expect(disabled(robot) == Set(marked))
    try robot.press("<C-z>")
    #expect(robot.xml == Self.xml)
  }

  /// All that a filter shows is marked by one key, and that is said.
  @Test func oneKeyMarksWhatIsShown() throws {
    var robot = try Robot(Self.xml)
    try robot.press("freboot<Enter>*")
    #expect(robot.screen.contains("3 marked (all that are shown). d disables them."))
    #expect(robot.state.file.outline.marks.count == 3)
  }

  /// What was marked before stays so, but out of reach while it is not shown.
  @Test func marksThatAreNotShownWait() throws {
    var robot = try Robot(Self.xml)
    try robot.press("/Log<Enter><Space><Esc>freboot<Enter>*")
    #expect(robot.screen.contains("3 marked (all that are shown)"), "\(robot.screen)")
    #expect(robot.screen.contains("1 more are not shown") || robot.screen.contains("1 hidden"))
    try robot.press("d")
    #expect(disabled(robot) == Self.reboots)
    try robot.press("<C-z><Esc>")
    #expect(robot.state.file.outline.marks.count == 4)
    try robot.press("<Esc><Esc>")
    #expect(robot.state.file.outline.marks.isEmpty)
  }

  // MARK: Values

  /// The details show the values of what is edited, and whose they are.
  @Test func theDetailsAreThoseOfTheMarked() throws {
    var robot = try Robot(smallSequence, size: Size(width: 120, height: 40))
    try robot.press("<Home><Down><Down><Space><Space>")
    #expect(robot.state.file.outline.marks.count == 2 && robot.state.file.focus.name == "Finish")
    #expect(robot.screen.contains("Values of the 2 marked nodes, where edits go"))
    #expect(robot.screen.contains("Set name · Run it"), "\(robot.screen)")
    #expect(robot.screen.contains("WinPE · FullOS"))
    // Enter on what differs takes none of the values over.
    try robot.press("<Tab><Enter><Enter>")
    #expect(robot.xml == smallSequence)
    let rows = robot.state.file.detailRows
    let row = try #require(rows.firstIndex { $0.field?.kind == .property(.description) })
    robot.state.file.details.selected = row
    try robot.press("Same<Enter>")
    #expect(robot.xml.ranges(of: "description=\"Same\"").count == 2)
    #expect(!robot.screen.contains("Same · Same"))
  }

  /// Every field whose values differ says so, whatever the kind, and none that is hidden shows.
  @Test func whatDiffersIsShownAsDiffering() throws {
    var robot = try Robot(smallSequence, size: Size(width: 120, height: 60))
    try robot.press("<Home><Down><Space><Space><Space><Space><Space>")
    let nodes = robot.state.file.document.nodes(robot.state.file.targets)
    for row in robot.state.file.detailRows {
      guard let field = row.field, case .property(let property) = field.kind else { continue }
      let values = nodes.filter {
        property == .name || robot.state.file.document.offers(property, $0)
      }.map { $0.value(of: property) ?? "" }
      #expect((Set(values).count > 1) == (field.differing != nil), "\(field.label) \(values)")
    }
  }

  /// Each press takes one more row; taking all marks away forgets where they began.
  @Test func shiftTakesOneRowMore() throws {
    var robot = try Robot(smallSequence)
    try robot.press("<Home><Down><S-Down><S-Down>")
    #expect(robot.state.file.outline.marks.count == 3, "\(robot.screen)")
    try robot.press("M<Home><Down><S-Down>")
    #expect(robot.state.file.outline.marks.count == 2, "\(robot.screen)")
    try robot.press("M<S-Up>")
    #expect(robot.state.file.outline.marks.count == 2, "\(robot.screen)")
  }

  /// What was marked when the file was left takes no edit before it is marked again.
  @Test func marksOfLastTimeAreTakenUpOnRequest() throws {
    var robot = try Robot(smallSequence)
    let text = "cursor Finish\nmarked Prepare/Set name\nmarked Prepare/Run it\n"
    robot.take(.outcome(.view(robot.state.fileID, text)))
    #expect(robot.screen.contains("2 rows were marked when this was left"), "\(robot.screen)")
    try robot.press("d")
    #expect(robot.state.file.document.node(at: NodePath("Finish"))?.isDisabled == true)
    #expect(robot.state.file.document.node(at: NodePath("Prepare/Run it"))?.isDisabled == false)
    try robot.press("<C-z>?marks of last time<Enter>")
    #expect(robot.state.file.outline.marks.count == 2, "\(robot.screen)")
  }
}
