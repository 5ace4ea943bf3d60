import SequenceSpecimens
@_spi(Edits) import TaskSequence
import Testing

@Suite("Variables and command lines, and what repeats them")
struct VariableTests {
  private let knowledge = Templates()

  @Test func variableAndActionStayEqual() throws {
    var draft = try Draft(Draft.configurationManager)
    try draft.make {
      try $0.document.settingVariable(
        "CommandLine", to: "echo <1>", on: $0.ids("G/Run"), knowing: knowledge)
    }
    #expect(draft.label == "Set CommandLine of “Run”")
    #expect(
      draft.text
        == Draft.configurationManager.replacing("cmd.exe /c dir", with: "echo &lt;1&gt;"))
  }

  @Test func actionAndVariablesStayEqual() throws {
    var draft = try Draft(Draft.configurationManager)
    try draft.make {
      try $0.document.settingAction(
        "smsswd.exe /run:XYZ00009 setup.exe /s", on: $0.ids("G/Run"), knowing: knowledge)
    }
    let wanted = Draft.configurationManager.replacing("cmd.exe /c dir", with: "setup.exe /s")
      .replacing("run:ABC00001", with: "run:XYZ00009")
      .replacing(#"hidden="true">ABC00001"#, with: #"hidden="true">XYZ00009"#)
    #expect(draft.text == wanted)
  }

  @Test func setVariable() throws {
    var draft = try Draft(Draft.configurationManager)
    try draft.make {
      try $0.document.settingVariable("Hidden", to: "true", on: $0.ids("G/Set"), knowing: knowledge)
    }
    try draft.make {
      try $0.document.settingVariable(
        "VariableValue", to: "2", on: $0.ids("G/Set"), knowing: knowledge)
    }
    #expect(draft.text.contains(#"<action>tsenv.exe "A=2" /hiddenflag:True</action>"#))
  }

  @Test func successCodesFollowTheirVariable() throws {
    var draft = try Draft(Draft.configurationManager)
    try draft.make {
      try $0.document.settingVariable(
        "SuccessCodes", to: "0", on: $0.ids("G/Run"), knowing: knowledge)
    }
    #expect(draft.text == Draft.configurationManager.replacing("0 3010", with: "0"))
  }

  /// No template makes this action, so the value is replaced where it stands once.
  @Test func handWrittenAction() throws {
    let file = Draft.configurationManager.replacing("smsswd.exe /run", with: "my.exe /run")
    var draft = try Draft(file)
    try draft.make {
      try $0.document.settingVariable(
        "PackageID", to: "XYZ00009", on: $0.ids("G/Run"), knowing: knowledge)
    }
    #expect(draft.text.contains("<action>my.exe /run:XYZ00009 cmd.exe /c dir</action>"))
    #expect(draft.notes == [])
    var other = try Draft(file.replacing("run:ABC00001", with: "run"))
    try other.make {
      try $0.document.settingVariable(
        "PackageID", to: "XYZ00009", on: $0.ids("G/Run"), knowing: knowledge)
    }
    #expect(other.text.contains("<action>my.exe /run cmd.exe /c dir</action>"))
    #expect(
      other.notes == ["The command line of “Run” was written by hand and was left as it is."])
  }

  /// A value that stands inside other words is not what the variable repeats.
  @Test(arguments: [
    ("my.exe /wait:10 /run:ABC1", "ABC1", "my.exe /wait:10 /run:XYZ9"),
    ("my.exe /run:ABC1 /log:ABC12.log", "ABC1", "my.exe /run:XYZ9 /log:ABC12.log"),
    ("my.exe /run:ABC12", "ABC1", nil), ("my.exe /run:xABC1", "ABC1", nil),
    ("my.exe /wait:10", "1", nil), ("my.exe /version:1.0", "1", nil),
    ("my.exe ABC1-old ABC1_old", "ABC1", nil), ("my.exe ABC1 ABC1", "ABC1", nil),
    (#"my.exe "ABC1" %ABC12%"#, "ABC1", #"my.exe "XYZ9" %ABC12%"#),
    ("my.exe /target:%ABC1%", "ABC1", "my.exe /target:%XYZ9%"),
    ("my.exe {ABC1}x", "{ABC1}", "my.exe XYZ9x"),
  ])
  func onlyWholeWordsFollow(_ action: String, _ value: String, _ followed: String?) throws {
    var draft = try Draft(
      Draft.configurationManager
        .replacing("smsswd.exe /run:ABC00001 cmd.exe /c dir", with: action)
        .replacing(#"hidden="true">ABC00001"#, with: #"hidden="true">\#(value)"#))
    try draft.make {
      try $0.document.settingVariable(
        "PackageID", to: "XYZ9", on: $0.ids("G/Run"), knowing: knowledge)
    }
    #expect(draft.text.contains("<action>\(followed ?? action)</action>"))
    #expect(draft.notes.isEmpty == (followed != nil), "\(draft.notes)")
  }

  @Test func operatingSystemStandsThreeTimes() throws {
    var draft = try Draft(Draft.mdt)
    try draft.make {
      try $0.document.settingVariable(
        "OSGUID", to: "{2}", on: $0.ids("Start/Two"), knowing: knowledge)
    }
    #expect(draft.text == Draft.mdt.replacing("{1}", with: "{2}"))
  }

  @Test func emptyVariableTakesAValueInItsTags() throws {
    var draft = try Draft(Draft.mdt)
    try draft.expect(
      #"property="Empty"></variable>"#, becomes: #"property="Empty">a&amp;b</variable>"#
    ) {
      try $0.document.settingVariable(
        "Empty", to: "a&b", on: $0.ids("Start/Two"), knowing: knowledge)
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
      draft.refusal { try $0.document.settingAction("x", on: group, knowing: knowledge) }
        == "only a step with an action has a command line")
  }
}

extension String {
  fileprivate func indented(_ blanks: Int) -> String {
    String(repeating: " ", count: blanks) + self
  }
}
