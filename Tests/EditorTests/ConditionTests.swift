import Conditions
import Screen
import TaskSequence
import Testing
import Widgets

@testable import Editor

@Suite struct ConditionTests {
  /// Two keys more than the text itself.
  @Test func authoringTakesFewKeys() throws {
    var robot = try Robot(smallSequence)
    try robot.press("jj")
    let text = "PHASE = VALIDATION"
    let keys = ["C"] + text.map { $0 == " " ? "<Space>" : String($0) } + ["<Enter>"]
    #expect(keys.count - text.count <= 12)
    for key in keys { try robot.press(key) }
    #expect(robot.state.file.focus.name == "Run it")
    #expect(robot.state.file.focus.condition?.text == text)
    try robot.press("<C-z>")
    #expect(robot.xml == smallSequence)
  }

  /// A wrong text stays open with the cursor where it is wrong.
  @Test func aFaultKeepsTheText() throws {
    var robot = try Robot(smallSequence)
    try robot.press("jjCPHASE = new computer<Enter>")
    #expect(robot.state.activeText?.text == "PHASE = new computer")
    #expect(robot.state.activeText?.cursor == 12)
    #expect(robot.xml == smallSequence)
  }

  @Test(arguments: [
    ("", ["Name", "_SMSTSInWinPE"]), ("PHASE ", ["=", "!=", "exists"]),
    ("_SMSTSInWinPE = ", ["true"]), ("_SMSTSInWinPE exists ", ["and", "or"]),
    ("_SMSTSInWinPE not ", ["exists", "like"]),
    ("any(_SMSTSInWinPE exists", []), ("_SMSTSInWinPE = f", ["false"]), ("file x ", ["exists"]),
    ("os language de", ["de-DE", "de-CH"]), ("registry ", ["HKLM\\", "HKCU\\"]), ("a b c ", []),
  ])
  func offers(_ text: String, _ names: [String]) throws {
    let robot = try Robot(smallSequence)
    let vocabulary = ConditionVocabulary(of: robot.state.file.document)
    let choices = vocabulary.choices(for: ConditionText.beginning(text))
    #expect(Array(choices.prefix(names.count).map(\.name)) == names)
    if names.isEmpty { #expect(choices.isEmpty) }
  }
}

/// The values a condition is tried out with.
@Suite struct ConditionValueTests {
  @Test func valuesAreKeptAndRead() throws {
    var robot = try Robot(smallSequence)
    try robot.press("jjj&")
    #expect(robot.state.file.focus.name == "Finish")
    let id = robot.state.file.id
    #expect(robot.state.handle(.outcome(.facts(id, "_SMSTSInWinPE = true\n"))).isEmpty)
    #expect(robot.screen.contains("_SMSTSInWinPE = true") && robot.screen.contains(" true "))
    for key in ["v", "<C-u>"] { try robot.press(key) }
    let effects = robot.state.handle(.terminal(.key(try Key.parse("<Enter>")[0])))
    #expect(effects.contains(.keepFacts(path: "case.xml", "_smstsinwinpe = \"\"\n")))
    #expect(robot.screen.contains(" false "))
    try robot.press("V")
    #expect(robot.state.file.facts.isEmpty)
  }
}

/// Conditions are found by their text.
@Suite struct ConditionSearchTests {
  @Test(arguments: [
    ("_SMSTSInWinPE = tr", ["Finish"]), ("_smstsinwinpe = TRUE", ["Finish"]),
    ("_SMSTSInWinPE", ["Finish"]),
    ("_SMSTSInWinPE != true", []), ("= true", ["Finish"]),
  ])
  func findsText(_ query: String, _ names: [String]) throws {
    let robot = try Robot(smallSequence)
    let document = robot.state.file.document
    var search = Search()
    // Letter by letter, as it is typed.
    for count in 1...query.count { search.run(String(query.prefix(count)), in: document) }
    #expect(search.hits.compactMap { document.node($0)?.name } == names)
  }

  @Test func findsTheSameCondition() throws {
    var robot = try Robot(smallSequence)
    try robot.press("jjC_SMSTSInWinPE = true<Enter>kC_SMSTSInWinPE = True<Enter>j")
    _ = NodeConditions.findSame(&robot.state)
    let document = robot.state.file.document
    #expect(
      robot.state.file.search.hits.compactMap { document.node($0)?.name } == ["Run it", "Finish"])
    // It follows the document.
    try robot.press("<C-z>")
    #expect(robot.state.file.search.hits.count == 2)
    try robot.press("<C-z>")
    #expect(robot.state.file.search.hits.count == 1)
  }
}

/// A file that is only read.
@Suite struct ReadOnlyConditionTests {
  @Test func theTreeIsShownAndNothingChanges() throws {
    var robot = try Robot(smallSequence, isReadOnly: true)
    try robot.press("jjj&")
    #expect(robot.screen.contains("Condition of “Finish”"))
    try robot.press("n")
    #expect(robot.screen.contains("open for reading only"))
    #expect(robot.xml == smallSequence)
  }
}
