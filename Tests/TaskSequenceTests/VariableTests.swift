import SequenceSpecimens
@_spi(Edits) import TaskSequence
import Testing

@Suite("Variables and command lines")
struct VariableTests {
  @Test func emptyVariableTakesAValueInItsTags() throws {
    var draft = try Draft(Draft.mdt)
    try draft.expect(
      #"property="Empty"></variable>"#, becomes: #"property="Empty">a&amp;b</variable>"#
    ) {
      try $0.document.settingVariable(
        "Empty", to: "a&b", on: $0.ids("Start/Two"))
    }
  }

  @Test func added() throws {
    var draft = try Draft(Draft.mdt)
    try draft.expect(
      "    <defaultVarList />\r\n".indented(2),
      becomes: [
        "      <defaultVarList>", "        <variable name=\"N\" property=\"P\">v</variable>",
        "      </defaultVarList>", "",
      ].joined(separator: "\r\n")
    ) {
      try $0.document.addingVariable("N", property: "P", value: "v", to: $0.ids("Start/One"))
    }
    try draft.expect(
      "></variable>\r\n",
      becomes: "></variable>\r\n        <variable name=\"N\" property=\"N\"></variable>\r\n"
    ) {
      try $0.document.addingVariable("N", property: nil, value: "", to: $0.ids("Start/Two"))
    }
    try draft.expect(
      #"startIn="" />"#,
      becomes: [
        #"startIn="">"#, "      <defaultVarList>",
        "        <variable name=\"N\" property=\"N\">1</variable>",
        "      </defaultVarList>", "    </step>",
      ].joined(separator: "\r\n")
    ) {
      try $0.document.addingVariable("N", property: nil, value: "1", to: $0.ids("End/Three"))
    }
  }

  @Test func removed() throws {
    var draft = try Draft(Draft.mdt)
    try draft.expect(
      "        <variable name=\"Empty\" property=\"Empty\"></variable>\r\n", becomes: ""
    ) {
      try $0.document.removingVariable("Empty", from: $0.ids("Start/Two"))
    }
    try draft.make { try $0.document.removingVariable("OSGUID", from: [$0.document.sequenceID]) }
    #expect(draft.text.contains("<globalVarList>\r\n  </globalVarList>"))
  }

  @Test func refusals() throws {
    let draft = try Draft(Draft.mdt)
    let (group, step) = (draft.ids("Start"), draft.ids("Start/Two"))
    #expect(
      draft.refusal { try $0.document.addingVariable("", property: nil, value: "", to: step) }
        == "a variable needs a name")
    #expect(
      draft.refusal { try $0.document.addingVariable("N", property: nil, value: "", to: group) }
        == "a group has no variables of its own")
    #expect(
      draft.refusal { try $0.document.addingVariable("OSGUID", property: nil, value: "", to: step) }
        == "there is a variable OSGUID already")
    #expect(
      draft.refusal { try $0.document.removingVariable("X", from: step) }
        == "there is no variable X here")
    #expect(
      draft.refusal { try $0.document.settingAction("x", on: group) }
        == "only a step with an action has a command line")
  }
}

extension String {
  fileprivate func indented(_ blanks: Int) -> String {
    String(repeating: " ", count: blanks) + self
  }
}
