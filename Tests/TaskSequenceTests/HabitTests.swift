@_spi(Edits) import TaskSequence
import Testing
import XMLTree

@Suite("Law 3: new nodes look like their neighbours")
struct HabitTests {
  @Test func mdt() throws {
    let habits = try Draft(Draft.mdt).document.habits
    #expect(habits.newline == [0x0D, 0x0A])
    #expect(habits.layout.unit == Array("  ".utf8))
    #expect(
      habits.spellsFalse && habits.spellsEmptyVariables && !habits.putsActionFirst(isTyped: true))
    #expect(habits.selfClosing == " />")
    #expect(habits.order(of: .step, for: "startIn").prefix(2) == ["name", "disable"])
  }

  @Test func configurationManager() throws {
    let habits = try Draft(Draft.configurationManager).document.habits
    #expect(habits.newline == [0x0A] && habits.layout.lineEnd == [])
    #expect(!habits.spellsFalse && habits.putsActionFirst(isTyped: true))
    #expect(habits.selfClosing == "/>")
  }

  /// What a file does not show comes from the product's own tool.
  @Test(arguments: [
    ("<sequence version=\"3.00\" name=\"n\"/>", true, " />"), ("<sequence/>", true, " />"),
    ("<sequence version=\"3.10\"/>", false, "/>"),
  ])
  func emptyFile(text: String, spellsFalse: Bool, selfClosing: String) throws {
    let habits = try Draft(text).document.habits
    #expect(habits.spellsFalse == spellsFalse)
    #expect(habits.selfClosing == selfClosing)
  }

  @Test(arguments: [
    (
      "<sequence name=\"n\">\n\t<group name=\"g\"/>\n</sequence>",
      "\n\t<group name=\"g\"/>\n\t<group name=\"N\" description=\"\"></group>\n</sequence>"
    ),
    (
      "<sequence>\r\n <group disable='false' name='g'></group>\r\n</sequence>",
      "</group>\r\n <group disable=\"false\" name=\"N\" description=\"\" "
        + "continueOnError=\"false\"></group>\r\n</sequence>"
    ),
    (
      "<sequence><group name=\"g\"/></sequence>",
      "<group name=\"g\"/><group name=\"N\" description=\"\"></group></sequence>"
    ),
  ])
  func newGroup(file: String, end: String) throws {
    var draft = try Draft(file)
    try draft.make {
      try $0.document.addingGroup(named: "N", at: .end(of: $0.document.sequenceID))
    }
    #expect(draft.text.hasSuffix(end), "\(draft.text)")
  }
}
