import Containers
import StepCatalog
import TaskSequence
import Testing

@testable import Operations

/// What is never shown unasked is in no line that is shown.
@Suite struct SecretTests {
  private static let secret = "Hush-4711"

  private static func document() throws -> SequenceDocument {
    let xml = """
      <sequence version="3.10">
        <step type="SMS_TaskSequence_SetVariableAction" name="Set">
          <action>tsenv.exe "AdminPassword=old-secret"</action>
          <defaultVarList>
            <variable name="VariableName" property="VariableName">AdminPassword</variable>
            <variable name="VariableValue" property="VariableValue">old-secret</variable>
          </defaultVarList>
        </step>
        <step type="SMS_TaskSequence_JoinDomainWorkgroupAction" name="Join">
          <action>osdjoin.exe</action>
          <defaultVarList>
            <variable name="OSDJoinPassword" property="DomainPassword">old-secret</variable>
          </defaultVarList>
        </step>
        <step type="SMS_TaskSequence_SetDynamicVariablesAction" name="Rules">
          <action>tsenv2.exe</action>
          <defaultVarList/>
        </step>
      </sequence>
      """
    return try SequenceDocument(loading: Array(xml.utf8))
  }

  private static let set = [NodePath("Set")]
  private static let join = [NodePath("Join")]
  private static let rules = NodePath("Rules")

  private static let operations: [any Operation] = [
    SetValue(.variable("VariableValue"), to: secret, of: set),
    SetValue(.labelled("VariableValue"), to: secret, of: set),
    SetValue(.command, to: "tsenv.exe \"AdminPassword=\(secret)\"", of: set),
    SetValue(.variable("OSDJoinPassword"), to: secret, of: join),
    SetValue(.labelled("OSDJoinPassword"), to: secret, of: join),
    SetValue(.variable("AdminPassword"), to: secret, of: [NodePath("")]),
    AddStep(
      "Set Task Sequence Variable",
      with: [
        Assignment("VariableName", "AdminPassword"), Assignment("VariableValue", secret),
      ], .end(of: NodePath(""))),
    AddStep(
      "Set Task Sequence Variable",
      with: [
        Assignment("DoNotShowVariableValue", "true"), Assignment("VariableValue", secret),
      ], .end(of: NodePath(""))),
    AddStep(
      "Join Domain or Workgroup", with: [Assignment("OSDJoinPassword", secret)],
      .end(of: NodePath(""))),
    AddStep("No such type", with: [Assignment("A", secret)], .end(of: NodePath(""))),
    AddXML(
      "<step name=\"a\"><defaultVarList><variable name=\"OSDJoinPassword\">\(secret)</variable>"
        + "</defaultVarList></step>", .end(of: NodePath(""))),
    AddXML(
      "<sequence><group><step name=\"a\"><defaultVarList><variable name=\"OSDJoinPassword\">"
        + "\(secret)</variable></defaultVarList></step></group></sequence>", .end(of: NodePath(""))),
    AddXML("\(secret)<", .end(of: NodePath(""))),
    ChangeRules(.add(.init(name: "A", value: secret, isSecret: true)), of: rules),
    ChangeRules(
      .addSetting(rule: 1, .init(name: "AdminPassword", value: secret, isSecret: false)),
      of: rules),
    ChangeRules(
      .set(rule: 1, setting: 1, .init(name: "A", value: secret, isSecret: true)), of: rules),
    RewriteTexts([
      .init(TextSite(.value("VariableValue"), of: NodePath("Set")), to: secret),
      .init(TextSite(.command, of: NodePath("Set")), to: secret),
    ]),
  ]

  @Test(arguments: operations.indices)
  func isCovered(_ index: Int) throws {
    let (operation, document) = (Self.operations[index], try Self.document())
    let shown = operation.shownText(in: document)
    #expect(operation.text.contains(Self.secret))
    #expect(!shown.contains(Self.secret) && shown.contains(Secrets.mask), "\(shown)")
    #expect(try OperationVerbs.read(shown).text == shown)
  }

  @Test func whatIsNoSecretIsShown() throws {
    let document = try Self.document()
    for operation: any Operation in [
      SetValue(.variable("VariableName"), to: "A", of: Self.set),
      SetValue(.command, to: "osdjoin.exe /x", of: Self.join),
      ChangeRules(.add(.init(name: "A", value: "b", isSecret: false)), of: Self.rules),
      RewriteTexts([.init(TextSite(.name, of: NodePath("Set")), to: "b")]),
    ] {
      #expect(operation.shownText(in: document) == operation.text)
    }
  }
}
