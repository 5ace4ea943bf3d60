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

  @Test func aConditionIsSetReplacedAndRemoved() throws {
    var robot = try robot()
    try robot.press("<Enter>only if<Enter>task<Enter>")
    #expect(rules(robot)[0].test != nil, "\(robot.screen)")
    try robot.press("variable<Enter>Model<Enter>")
    try robot.press("operator<Enter>notequals<Enter>")
    try robot.press("value<Enter>x<Enter>")
    let test = try #require(rules(robot)[0].test)
    #expect(
      test.values["Variable"] == "Model" && test.values["Operator"] == "notEquals",
      "\(test.values)")
    try robot.press("another<Enter>no condition<Enter>")
    #expect(rules(robot)[0].condition.isEmpty, "\(robot.screen)")
    try undo(&robot, 5)
  }

  @Test func aVariableIsRenamedHiddenAndRemoved() throws {
    var robot = try robot()
    try robot.press("<Enter>one more<Enter>Desk<Enter>7<Enter>")
    #expect(rules(robot)[0].settings.map(\.name) == ["Room", "Desk"], "\(robot.screen)")
    try robot.press("Room<Enter>name<Enter>Hall<Enter>")
    try robot.press("Hall<Enter>value<Enter>3<Enter>")
    try robot.press("Hall<Enter>do not display<Enter>")
    let hall = try #require(rules(robot)[0].settings.first)
    #expect(hall.name == "Hall" && hall.value == "3" && hall.isSecret, "\(robot.screen)")
    #expect(!robot.screen.contains(" 3 "), "a hidden value is not shown")
    try robot.press("Hall<Enter>remove<Enter>")
    #expect(rules(robot)[0].settings.map(\.name) == ["Desk"])
    // The last one stays: a rule sets a variable.
    try robot.press("Desk<Enter>remove<Enter>")
    #expect(robot.screen.contains("a rule sets a variable"), "\(robot.screen)")
    try undo(&robot, 5)
  }

  @Test func aNameNotGivenChangesNothing() throws {
    var robot = try robot()
    try robot.press("<Enter>one more<Enter><C-u><Enter>")
    robot.closeAll()
    try robot.press("<Enter>Room<Enter>name<Enter><C-u><Enter>")
    #expect(robot.xml == Self.sequence(Self.one))
  }

  @Test func rulesAreAddedMovedAndRemoved() throws {
    var robot = try robot(Self.one + Self.two)
    try robot.press("J")
    #expect(rules(robot).map(\.settings[0].name) == ["Floor", "Room"], "\(robot.screen)")
    try robot.press("J")
    #expect(robot.screen.contains("It is the last already"), "\(robot.screen)")
    try robot.press("K<Del>")
    #expect(rules(robot).map(\.settings[0].name) == ["Floor"], "\(robot.screen)")
    try undo(&robot, 3, to: Self.one + Self.two)
  }

  @Test func aConditionNothingIsKnownOfIsReplacedOnly() throws {
    let odd = Self.one.replacing(
      "<Rule>", with: "<Rule><condition><expression type=\"Odd\"/></condition>")
    var robot = try robot(odd)
    try robot.press("<Enter>")
    try robot.press("<Home><Enter>")
    #expect(robot.screen.contains("can only be replaced"), "\(robot.screen)")
    try robot.press("another<Enter>no condition<Enter>")
    #expect(rules(robot)[0].condition.isEmpty)
    try undo(&robot, 1, to: odd)
  }

  /// Rules are edited in one step at a time.
  @Test func whatIsMarkedIsLeftAlone() throws {
    let xml = Self.sequence(Self.one).replacing(
      "</sequence>", with: "<step name=\"Other\"/></sequence>")
    var robot = try Robot(xml, size: .init(width: 120, height: 40))
    try robot.press("<Down><Down><Space><Up><Tab>")
    robot.state.file.details.selected = try #require(
      robot.state.file.detailRows.firstIndex { $0.field?.kind == .rule(0) })
    try robot.press("<Del>")
    #expect(robot.xml == xml && robot.screen.contains("one step at a time"), "\(robot.screen)")
  }
}
