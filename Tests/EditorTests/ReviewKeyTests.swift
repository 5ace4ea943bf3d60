import Screen
import TaskSequence
import Testing
import Widgets

@testable import Editor

/// The keys of a list of changes.
@Suite struct ReviewKeyTests {
  private static let sequence = """
    <sequence version="3.10" name="Site">\((1...40).map { number in
      "<step name=\"site \(number)\" description=\"Site\(number % 2 == 0 ? "" : " A")\"/>"
    }.joined())</sequence>
    """

  private func robot(_ keys: String = "") throws -> Robot {
    var robot = try Robot(Self.sequence, size: .init(width: 100, height: 20))
    try robot.press("%site<Enter>Ort<Enter>" + keys)
    return robot
  }

  private func review(_ robot: Robot) throws -> Review<[TextChange]> {
    try #require(robot.state.top as? ReviewLayer).review
  }

  @Test func theCursorGoesEverywhere() throws {
    var robot = try robot()
    let all = try review(robot).chosen.map { $0[0].place.node.name }
    func focused() throws -> String? { try review(robot).focused?[0].place.node.name }
    #expect(try focused() == all.first)
    try robot.press("<End>")
    #expect(try focused() == all.last && robot.screen.contains("site 40"), "\(robot.screen)")
    try robot.press("<PgUp>")
    let page = try review(robot).page(in: robot.state.size)
    #expect(try focused() == all[all.count - 1 - page])
    try robot.press("<Home><PgDn>")
    #expect(try focused() == all[page])
    try robot.press("k<Up>j<Down>")
    #expect(try focused() == all[page])
    try robot.press("<Home><Up>")
    #expect(try focused() == all[0])
  }

  @Test func onlyWhatIsSwitchedOnIsMade() throws {
    var robot = try robot("n<Space><Space>")
    #expect(try review(robot).chosen.count == 2, "\(robot.screen)")
    try robot.press("<Enter>")
    let ort = robot.xml.split(separator: "Ort").count - 1
    #expect(ort == 2, "\(robot.screen)")
    try robot.press("<C-z>")
    #expect(robot.xml == Self.sequence)
  }

  @Test func allCanBeSwitchedOnAgain() throws {
    var robot = try robot("na")
    let review = try review(robot)
    #expect(robot.screen.contains(" \(review.chosen.count) of \(review.chosen.count) "))
    try robot.press("n<Enter>")
    #expect(robot.xml == Self.sequence && robot.screen.contains("Nothing was chosen"))
  }

  @Test func escapeLeavesEverything() throws {
    let robot = try robot("<Esc>")
    #expect(robot.state.layers.isEmpty && robot.xml == Self.sequence)
  }

  /// What is looked for can be chosen; the changes are found anew.
  @Test func theSearchCanBeNarrowed() throws {
    var robot = try robot()
    let everywhere = try review(robot).chosen.count
    #expect(robot.screen.contains("Everywhere · plain text · capitals do not count"))
    try robot.press("c")
    #expect(try review(robot).chosen.count < everywhere, "\(robot.screen)")
    #expect(robot.screen.contains("capitals count"))
    try robot.press("cs")
    #expect(robot.screen.contains("In ") && robot.screen.contains(" alone"), "\(robot.screen)")
    #expect(try review(robot).chosen.count < everywhere)
    let scopes = Replacement.Scope.allCases.count
    for _ in 1..<scopes { try robot.press("s") }
    #expect(try review(robot).chosen.count == everywhere, "once around")
    try robot.press("r")
    #expect(robot.screen.contains("regular expression"))
  }

  @Test func thereIsNothingToChooseInOtherReviews() throws {
    var robot = try Robot(smallSequence)
    try robot.press(":rename variable<Enter>Name<Enter>Title<Enter>")
    guard robot.state.top is ReviewLayer else {
      Issue.record("\(robot.screen)")
      return
    }
    try robot.press("r")
    #expect(robot.screen.contains("there is nothing to choose"), "\(robot.screen)")
  }

  /// Steps of one name are told apart by their groups; one that has its name alone is called by it.
  @Test func namesThatRepeatHaveTheirGroup() throws {
    func step(_ name: String) -> String {
      "<step name=\"\(name)\"><action>run old</action><defaultVarList/></step>"
    }
    var robot = try Robot(
      """
      <sequence version="3.00" name="S"><group name="One">\(step("Run"))</group><group name="Two">\
      \(step("Run"))\(step("Other"))</group></sequence>
      """)
    try robot.press("%old<Enter>new<Enter>")
    let screen = robot.screen
    #expect(screen.contains("One › Run") && screen.contains("Two › Run"), "\(screen)")
    #expect(screen.contains("] Other"), "\(screen)")
  }

  /// What a step cannot take is not offered to be chosen, and said before the choice.
  @Test func whatCannotBeChangedIsNotOffered() throws {
    func restart(_ name: String) -> String {
      """
      <step type="SMS_TaskSequence_RebootAction" name="\(name)" successCodeList="3010" \
      runIn="WinPEandFullOS"><action>smsboot.exe /target:WinPE</action><defaultVarList>\
      <variable name="SMSRebootMessage" property="Message"></variable><variable \
      name="SMSRebootTarget" property="Target">WinPE</variable><variable name="SMSRebootTimeout" \
      property="MessageTimeout">60</variable></defaultVarList></step>
      """
    }
    let alone = "<sequence version=\"3.10\">\(restart("Again"))</sequence>"
    var robot = try Robot(alone)
    try robot.press("%smsboot<Enter>other<Enter>")
    #expect(robot.state.top == nil, "\(robot.screen)")
    #expect(robot.state.message?.text.contains("is made from") == true, "\(robot.screen)")
    robot = try Robot("<sequence version=\"3.10\">\(restart("Run smsboot"))</sequence>")
    try robot.press("%smsboot<Enter>other<Enter>")
    #expect(robot.screen.contains("1 more place cannot take it"), "\(robot.screen)")
    try robot.press("<Enter>")
    #expect(robot.xml.contains("name=\"Run other\"") && robot.xml.contains("smsboot.exe /t"))
  }
}
