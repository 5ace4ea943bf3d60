import SequenceSpecimens
@_spi(Edits) import TaskSequence
import Testing

@Suite("Cut, copied and pasted nodes")
struct ClipboardTests {
  @Test func cutAndPastedBackLeavesNoTrace() throws {
    var draft = try Draft(Draft.mdt)
    let clipboard = Clipboard(of: draft.document, draft.ids("Start/Two"))
    try draft.make { try $0.document.removing($0.ids("Start/Two")) }
    try draft.make {
      try $0.document.pasting(clipboard, at: .after($0.id("Start/One")), knowing: Templates())
    }
    #expect(draft.label == "Pasted “Two” after “One”")
    #expect(draft.text == Draft.mdt)
  }

  @Test func pastedTwiceHasTwoOfEverything() throws {
    var draft = try Draft(Draft.configurationManager)
    let clipboard = Clipboard(of: draft.document, draft.ids("G"))
    for _ in 0..<2 {
      try draft.make {
        try $0.document.pasting(
          clipboard, at: .end(of: $0.document.sequenceID), knowing: Templates())
      }
    }
    #expect(draft.document.sequence.children.map(\.name) == ["G", "Child", "G", "G"])
    #expect(Set(draft.document.sequence.children.map(\.id)).count == 4)
  }

  @Test func fromOneProductToTheOther() throws {
    let source = try Draft(Draft.configurationManager)
    let clipboard = Clipboard(of: source.document, source.ids("Child", "G/Run"))
    var draft = try Draft(Draft.mdt)
    try draft.make {
      try $0.document.pasting(clipboard, at: .end(of: $0.id("Start")), knowing: Templates())
    }
    #expect(draft.notes == ["MDT may not run 2 steps: “Run”, “Child”."])
    #expect(
      draft.text.contains(
        "\r\n    <subtasksequence name=\"Child\">\r\n      <action>c.exe</action>\r\n    </subtask")
    )
    var other = try Draft(Draft.configurationManager)
    let mdt = try Draft(Draft.mdt)
    let steps = Clipboard(of: mdt.document, mdt.ids("Start/One"))
    try other.make { try $0.document.pasting(steps, at: .before($0.id("G")), knowing: Templates()) }
    #expect(other.notes == ["Configuration Manager may not run “One”."])
    #expect(!other.text.contains("\n"))
  }

  @Test func textFromElsewhere() throws {
    var draft = try Draft(Draft.mdt)
    let text = "<step name=\"p\"><action>1</action></step>\n<group name=\"q\"/>"
    try draft.expect(
      "    <step name=\"One\"",
      becomes: [
        "    <step name=\"p\">", "      <action>1</action>", "    </step>",
        "    <group name=\"q\"/>",
        "    <step name=\"One\"",
      ].joined(separator: "\r\n")
    ) {
      try $0.document.inserting(
        xml: Array(text.utf8), at: .start(of: $0.id("Start")), knowing: Templates())
    }
  }

  @Test(arguments: [
    ("<variable/>", "<variable> is no step or group and cannot be pasted here"),
    ("<sequence/>", "there is no step or group in the text"),
    ("hello", "the text is not XML: line 1, text beside an element; expected '<'"),
    ("<step>", "the text is not XML: line 1, the file ends inside an element; expected '</step>'"),
  ])
  func refused(text: String, reason: String) throws {
    let draft = try Draft(Draft.mdt)
    let said = draft.refusal {
      try $0.document.inserting(
        xml: Array(text.utf8), at: .end(of: $0.document.sequenceID), knowing: Templates())
    }
    #expect(said == reason)
  }

  @Test func textThatHoldsASectionGoesIntoAnExport() throws {
    var draft = try Draft(
      "<INSTANCE CLASSNAME=\"SMS_TaskSequencePackage\"><PROPERTY NAME=\"Sequence\"><VALUE>"
        + "<![CDATA[<sequence version=\"3.10\"></sequence>\r\n]]></VALUE></PROPERTY></INSTANCE>")
    let text = "<step name=\"s\"><action><![CDATA[a<b]]></action><!-- c --></step>"
    try draft.expect(
      "<sequence version=\"3.10\"></sequence>",
      becomes:
        "<sequence version=\"3.10\"><step name=\"s\"><action>a&lt;b</action></step></sequence>"
    ) {
      try $0.document.inserting(
        xml: Array(text.utf8), at: .end(of: $0.document.sequenceID), knowing: Templates())
    }
  }

  @Test func nodesAsText() throws {
    let draft = try Draft(Draft.mdt)
    let clipboard = Clipboard(of: draft.document, draft.ids("End/Three", "End"))
    #expect(String(decoding: clipboard.xml, as: UTF8.self).hasPrefix("<group name=\"End\""))
    #expect(clipboard.nodes.count == 1)
  }
}
