import Screen
import StepCatalog
import TaskSequence
import Testing

@testable import Editor

/// The rules of Set Dynamic Variables, by keys.
@Suite struct RuleTests {
  private static func sequence(_ rules: String) -> String {
    let text = "<Rules>\(rules)</Rules>".replacing("<", with: "&lt;").replacing(">", with: "&gt;")
    return """
      <sequence version="3.10"><step type="SMS_TaskSequence_SetDynamicVariablesAction" name="Facts">\
      <action>OSDSetDynamicVariables.exe</action><defaultVarList>\
      <variable name="OSDSetDynamicVariablesRules" property="Rules">\(text)</variable>\
      </defaultVarList></step></sequence>
      """
  }

  private static let one =
    "<Rule><Variables><Variable Name=\"Room\" IsSecret=\"false\">None</Variable></Variables></Rule>"
  private static let two = one.replacing("Room", with: "Floor").replacing("None", with: "2")

  /// The details with the cursor on the first rule.
  private func robot(_ rules: String = one) throws -> Robot {
    var robot = try Robot(Self.sequence(rules), size: .init(width: 120, height: 40))
    try robot.press("<Down><Tab>")
    let row = robot.state.file.detailRows.firstIndex { $0.field?.kind == .rule(0) }
    robot.state.file.details.selected = try #require(row)
    return robot
  }

  private func rules(_ robot: Robot) -> [DynamicRules.Rule] {
    robot.state.file.focusedRules?.rules ?? []
  }

  /// Every edit of rules is one edit, and undoing it gives the bytes back.
  private func undo(_ robot: inout Robot, _ edits: Int, to rules: String = one) throws {
    robot.closeAll()
    #expect(robot.state.file.history.revisions.count == edits + 1, "\(robot.screen)")
    for _ in 0..<edits { try robot.press("<C-z>") }
    #expect(robot.xml == Self.sequence(rules))
  }

  /// What one rule hides is hidden in the form of another, where it is set and where it is tested.
  @Test func whatAnotherRuleHidesIsNotShown() throws {
    let hidden =
      "<Rule><Variables><Variable Name=\"Room\" IsSecret=\"true\">Zq-one</Variable></Variables></Rule>"
    let plain = hidden.replacing("true", with: "false").replacing("Zq-one", with: "Zq-two")
    var robot = try robot(plain + hidden)
    try robot.press("<Enter>")
    #expect(robot.state.top is FormLayer, "\(robot.screen)")
    #expect(!robot.screen.contains("Zq-"), "\(robot.screen)")
  }

  @Test func aConditionIsSetReplacedAndRemoved() throws {
    var robot = try robot()
    // The shape, then its fields: a variable, a comparison, what it is held against.
    try robot.press("<Enter>task<Enter>Model<Enter>notequals<Enter>x<C-s>")
    let test = try #require(rules(robot)[0].test, "\(robot.screen)")
    #expect(
      test.values["Variable"] == "Model" && test.values["Operator"] == "notEquals"
        && test.values["Value"] == "x", "\(test.values)")
    try robot.press("<Enter>always<Enter><C-s>")
    #expect(rules(robot)[0].condition(.byName).isEmpty, "\(robot.screen)")
    try undo(&robot, 2)
  }

  @Test func aVariableIsRenamedHiddenAndRemoved() throws {
    var robot = try robot()
    try robot.press("<Enter><Down>Hall<Tab>3<Tab><Space><Tab><Space>Desk<Tab>7<C-s>")
    #expect(rules(robot)[0].settings.map(\.name) == ["Hall", "Desk"], "\(robot.screen)")
    let hall = try #require(rules(robot)[0].settings.first)
    #expect(hall.value == "3" && hall.isSecret, "\(robot.screen)")
    #expect(!robot.screen.contains(" 3 "), "a hidden value is not shown")
    // Without a name it goes.
    try robot.press("<Enter><Down><C-u><C-s>")
    #expect(rules(robot)[0].settings.map(\.name) == ["Desk"], "\(robot.screen)")
    // The last one stays: a rule sets a variable.
    try robot.press("<Enter><Down><C-u><C-s>")
    #expect(robot.screen.contains("A rule sets a variable."), "\(robot.screen)")
    #expect(rules(robot)[0].settings.map(\.name) == ["Desk"])
    try undo(&robot, 2)
  }

  @Test func aNameNotGivenChangesNothing() throws {
    var robot = try robot()
    try robot.press("<Enter><S-Tab><S-Tab><Space><C-s>")
    #expect(robot.xml == Self.sequence(Self.one) && robot.state.layers.isEmpty)
    try robot.press("<Down><Enter>x<Esc>")
    #expect(robot.xml == Self.sequence(Self.one) && robot.state.layers.isEmpty)
  }

  @Test func rulesAreAddedMovedAndRemoved() throws {
    var robot = try robot(Self.one + Self.two)
    try robot.press("<A-Down>")
    #expect(rules(robot).map(\.settings[0].name) == ["Floor", "Room"], "\(robot.screen)")
    try robot.press("<A-Down>")
    #expect(robot.screen.contains("It is the last already"), "\(robot.screen)")
    try robot.press("<A-Up><Del>")
    #expect(rules(robot).map(\.settings[0].name) == ["Floor"], "\(robot.screen)")
    try undo(&robot, 3, to: Self.one + Self.two)
  }

  @Test func aConditionNothingIsKnownOfIsReplacedOnly() throws {
    let odd = Self.one.replacing(
      "<Rule>", with: "<Rule><condition><expression type=\"Odd\"/></condition>")
    var robot = try robot(odd)
    try robot.press("<Enter>")
    #expect(robot.screen.contains("can only be replaced"), "\(robot.screen)")
    // What is not replaced stays as it is.
    try robot.press("<Down>Hall<C-s>")
    #expect(
      !rules(robot)[0].condition(.byName).isEmpty && rules(robot)[0].settings[0].name == "Hall")
    try robot.press("<C-z><Enter>always<Enter><C-s>")
    #expect(rules(robot)[0].condition(.byName).isEmpty)
    robot.closeAll()
    try robot.press("<C-z>")
    #expect(robot.xml == Self.sequence(odd))
  }

  /// Rules are edited in one step at a time.
  @Test func whatIsMarkedIsLeftAlone() throws {
    let xml = Self.sequence(Self.one).replacing(
      "</sequence>", with: "<step name=\"Other\"/></sequence>")
    var robot = try Robot(xml, size: .init(width: 120, height: 40))
    try robot.press("<Home><Down><Space><Space><Up><Tab>")
    robot.state.file.details.selected = try #require(
      robot.state.file.detailRows.firstIndex { $0.field?.kind == .rule(0) })
    try robot.press("<Del>")
    #expect(robot.xml == xml && robot.screen.contains("one step at a time"), "\(robot.screen)")
  }
}
