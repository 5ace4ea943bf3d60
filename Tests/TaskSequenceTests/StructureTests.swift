@_spi(Edits) import TaskSequence
import Testing
import XMLTree

@Suite("Adding, moving and taking away nodes")
struct StructureTests {
  private static let three = """
    <sequence version="3.00" name="s">
      <group name="G">
        <step name="a"/>
        <step name="b">
          <action>x
    y</action>
        </step>
      </group>
      <step name="c"/>
      <group name="H">
      </group>
    </sequence>
    """
  private static let a = "    <step name=\"a\"/>\n"
  private static let b = "    <step name=\"b\">\n      <action>x\ny</action>\n    </step>\n"

  @Test func up() throws {
    var draft = try Draft(Self.three)
    try draft.expect(Self.a + Self.b, becomes: Self.b + Self.a) {
      try $0.document.movingUp($0.ids("G/b"))
    }
    #expect(draft.label == "Moved “b” up")
    #expect(
      draft.refusal { try $0.document.movingUp($0.ids("G/b")) }
        == "“b” is already the first in its group")
    #expect(
      draft.refusal { try $0.document.movingUp($0.ids("G/a", "G/b")) }
        == "2 steps are already the first in their group")
    #expect(
      draft.refusal { try $0.document.movingUp($0.ids("G")) }
        == "“G” is already the first in the sequence")
  }

  @Test func down() throws {
    var draft = try Draft(Self.three)
    try draft.expect(Self.a + Self.b, becomes: Self.b + Self.a) {
      try $0.document.movingDown($0.ids("G/a"))
    }
    #expect(draft.label == "Moved “a” down")
  }

  @Test func out() throws {
    var draft = try Draft(Self.three)
    try draft.expect(
      Self.b + "  </group>\n",
      becomes: "  </group>\n  <step name=\"b\">\n    <action>x\ny</action>\n  </step>\n"
    ) { try $0.document.movingOut($0.ids("G/b")) }
    #expect(draft.label == "Moved “b” out of its group")
    #expect(
      draft.refusal { try $0.document.movingOut($0.ids("c")) }
        == "“c” is in no group to move out of")
  }

  @Test func into() throws {
    var draft = try Draft(Self.three)
    try draft.expect(
      "  </group>\n  <step name=\"c\"/>\n", becomes: "    <step name=\"c\"/>\n  </group>\n"
    ) { try $0.document.movingIn($0.ids("c")) }
    #expect(draft.label == "Moved “c” into “G”")
    #expect(
      draft.refusal { try $0.document.movingIn($0.ids("G/a")) }
        == "there is no group next to it to move into")
  }

  @Test func intoAnEmptyGroupBelow() throws {
    var draft = try Draft(Self.three)
    try draft.make { try $0.document.moving($0.ids("c"), to: .start(of: $0.id("H"))) }
    #expect(draft.text.contains("  <group name=\"H\">\n    <step name=\"c\"/>\n  </group>\n"))
    #expect(
      draft.refusal { try $0.document.moving($0.ids("G"), to: .end(of: $0.id("G"))) }
        == "a node cannot be moved beside itself or into itself; choose another place")
    #expect(
      draft.refusal { try $0.document.moving($0.ids("G"), to: .end(of: $0.id("H/c"))) }
        == "“c” is a step, not a group")
  }

  @Test func grouped() throws {
    var draft = try Draft(Draft.mdt)
    let one = #"    <step name="One""#
    let before = draft.text
    try draft.make { try $0.document.grouping($0.ids("Start/One", "End/Three"), named: "A & B") }
    #expect(draft.label == "Grouped 2 steps as “A & B”")
    let group =
      #"    <group name="A &amp; B" disable="false" continueOnError="false" description="" "#
      + "expand=\"true\">\r\n  \(one)"
    #expect(draft.text.contains(group))
    #expect(draft.text.contains("  <step name=\"Three\" disable=\"false\""))
    try draft.make { try $0.document.ungrouping($0.ids("Start/A & B"), keepsCondition: true) }
    try draft.make { try $0.document.moving($0.ids("Start/Three"), to: .end(of: $0.id("End"))) }
    #expect(draft.text == before)
  }

  @Test func groupOnOneLine() throws {
    var draft = try Draft(Draft.configurationManager)
    try draft.expect(
      #"<subtasksequence name="Child"><action>c.exe</action></subtasksequence>"#,
      becomes:
        #"<group name="New" description=""><subtasksequence name="Child"><action>c.exe</action>"#
        + "</subtasksequence></group>"
    ) { try $0.document.grouping($0.ids("Child"), named: "New") }
  }

  @Test func ungroupedKeepsWhatTheGroupSaid() throws {
    var draft = try Draft(Draft.mdt)
    try draft.make { try $0.document.ungrouping($0.ids("End"), keepsCondition: true) }
    #expect(draft.label == "Ungrouped “End”")
    #expect(draft.notes == ["The “continue on error” of “End” is gone."])
    let wanted = [
      #"  <step name="Three" disable="true" continueOnError="false" startIn="">"#,
      "    <condition>", #"      <expression type="SMS_TaskSequence_VariableConditionExpression">"#,
    ].joined(separator: "\r\n")
    #expect(draft.text.contains(wanted))
    #expect(draft.text.hasSuffix("    </condition>\r\n  </step>\r\n</sequence>"))
    var other = try Draft(Draft.mdt)
    try other.make { try $0.document.ungrouping($0.ids("End"), keepsCondition: false) }
    #expect(other.notes.first == "The condition of “End” is gone.")
    #expect(!other.text.contains("<condition>"))
  }

  @Test func removed() throws {
    var draft = try Draft(Self.three)
    let c = draft.id("c")
    let edit = try draft.document.removing(draft.ids("G", "G/a"))
    #expect(edit.label == "Removed “G” with its 2 steps")
    #expect(edit.focus == c)
    try draft.make { try $0.document.removing($0.ids("G/a", "G/b")) }
    #expect(draft.text.contains("  <group name=\"G\">\n  </group>\n"))
    #expect(
      draft.refusal { try $0.document.removing([$0.document.sequenceID]) }
        == "the sequence itself cannot be moved or removed")
  }

  @Test func duplicated() throws {
    var draft = try Draft(Self.three)
    try draft.expect(Self.b, becomes: Self.b + Self.a + Self.b) {
      try $0.document.duplicating($0.ids("G/a", "G/b"))
    }
    #expect(draft.label == "Duplicated 2 steps")
  }

  @Test func groupAdded() throws {
    var draft = try Draft(Self.three)
    try draft.expect(
      "  <step name=\"c\"/>\n",
      becomes: "  <group name=\"N\" description=\"\"></group>\n  <step name=\"c\"/>\n"
    ) {
      try $0.document.addingGroup(named: "N", at: .before($0.id("c")))
    }
    #expect(draft.label == "Added “N” before “c”")
  }
}
