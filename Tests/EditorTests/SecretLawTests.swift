import Containers
import Foundation
import Screen
import StepCatalog
import TaskSequence
import TestSupport
import Testing
import Widgets
import XMLTree

@testable import Editor

@Suite("No secret is shown, found or copied")
struct SecretLawTests {
  /// A sequence with a secret of its own in every place that can hold one; each begins with `Zq`.
  private static let planted = """
    <sequence version="3.10">
      <globalVarList><variable name="StoreKey" property="StoreKey">Zq-global</variable></globalVarList>
      <group name="Group"><condition><operator type="or">
        <expression type="SMS_TaskSequence_VariableConditionExpression"><variable name="Operator">equals</variable><variable name="Value">Zq-tested</variable><variable name="Variable">OSDJoinPassword</variable></expression>
        <expression type="SMS_TaskSequence_VariableConditionExpression"><variable name="Operator">equals</variable><variable name="Value">Zq-flagged</variable><variable name="Variable">Colour</variable></expression>
        <expression type="SMS_TaskSequence_VariableConditionExpression"><variable name="Operator">equals</variable><variable name="Value">Zq-flagged</variable><variable name="Variable">Colour</variable></expression>
      </operator></condition>
      <step type="SMS_TaskSequence_SetVariableAction" name="Flag"><action>tsenv.exe "Colour=" /hiddenflag:True</action><defaultVarList><variable name="DoNotShowVariableValue" property="DoNotShowVariableValue" hidden="true">true</variable><variable name="SetVariableActionHiddenVariableValue" property="HiddenVariableValue">Zq-hidden</variable><variable name="VariableName" property="VariableName" hidden="true">Colour</variable><variable name="VariableValue" property="VariableValue" hidden="true">Zq-beside</variable></defaultVarList></step>
      <step type="SMS_TaskSequence_SetVariableAction" name="Again"><action>tsenv.exe "Colour=Zq-again"</action><defaultVarList><variable name="VariableName" property="VariableName" hidden="true">Colour</variable><variable name="VariableValue" property="VariableValue" hidden="true">Zq-again</variable></defaultVarList></step>
      <step type="SMS_TaskSequence_JoinDomainWorkgroupAction" name="Join"><action>osdjoin.exe</action><defaultVarList><variable name="OSDJoinPassword" property="DomainPassword">Zq-class</variable><variable name="Other" property="DomainPassword">Zq-property</variable><variable name="OSDJoinType" property="Type">0</variable></defaultVarList></step>
      <step type="SMS_TaskSequence_RunCommandLineAction" name="Command" successCodeList="0 3010"><action>smsswd.exe /run: net use Z: \\\\s\\d /user:u Zq-command</action><defaultVarList><variable name="CommandLine" property="CommandLine" hidden="true">net use Z: \\\\s\\d /user:u Zq-command</variable><variable name="SuccessCodes" property="SuccessCodes" hidden="true">0 3010</variable></defaultVarList></step>
      <step type="SMS_TaskSequence_RunPowerShellScriptAction" name="Script"><action>OSDRunPowerShellScript.exe</action><defaultVarList><variable name="OSDRunPowerShellScriptParameters" property="Parameters">-Password 'Zq-parameter'</variable><variable name="OSDRunPowerShellScriptSourceScript" property="SourceScript">SCRIPT</variable></defaultVarList></step>
      <step type="SMS_TaskSequence_SetDynamicVariablesAction" name="Rules"><action>tsenv2.exe</action><defaultVarList><variable name="OSDSetDynamicVariablesRules" property="Rules">&lt;Rules&gt;&lt;Rule&gt;&lt;condition&gt;&lt;expression type="SMS_TaskSequence_VariableConditionExpression"&gt;&lt;variable name="Operator"&gt;equals&lt;/variable&gt;&lt;variable name="Value"&gt;Zq-ruletest&lt;/variable&gt;&lt;variable name="Variable"&gt;UserPassword&lt;/variable&gt;&lt;/expression&gt;&lt;/condition&gt;&lt;Variables&gt;&lt;Variable Name="Shape" IsSecret="true"&gt;Zq-rule&lt;/Variable&gt;&lt;/Variables&gt;&lt;/Rule&gt;&lt;/Rules&gt;</variable></defaultVarList></step>
      <step type="Contoso_Step" name="Unknown"><action>tool.exe --token Zq-unknown</action><defaultVarList><variable name="ApiToken">Zq-named</variable></defaultVarList></step>
      </group>
      <step type="SMS_TaskSequence_SetVariableAction" name="Flag, too"><action>tsenv.exe "Colour=" /hiddenflag:True</action><defaultVarList><variable name="DoNotShowVariableValue" property="DoNotShowVariableValue" hidden="true">true</variable><variable name="SetVariableActionHiddenVariableValue" property="HiddenVariableValue">Zq-second</variable><variable name="VariableName" property="VariableName" hidden="true">Colour</variable></defaultVarList></step>
    </sequence>
    """.replacing("SCRIPT", with: ScriptText.encode("$password = 'Zq-script'\n"))

  private static let secrets = [
    "global", "tested", "flagged", "hidden", "beside", "again", "class", "property", "command",
    "parameter", "script", "ruletest", "rule", "unknown", "named", "second",
  ].map { "Zq-\($0)" }

  private static let encoded = String(ScriptText.encode("$password = 'Zq-script'\n").prefix(40))

  /// The text, when a secret is in it, be it over two lines.
  private static func leak(in text: String) -> String? {
    var joined: [UInt8] = []
    joined.reserveCapacity(text.utf8.count)
    // Blanks and frames may stand between two parts of it.
    for byte in Array(text.utf8) where byte > UInt8(ascii: " ") && byte < 0x80 {
      joined.append(byte)
    }
    let bytes = Data(joined)
    let isFound = bytes.range(of: Data("Zq".utf8)) ?? bytes.range(of: Data(encoded.utf8))
    return isFound == nil ? nil : text
  }

  /// Every command on every node, and what it puts on the screen and on the clipboard.
  @Test func theWholeTableOfCommands() throws {
    let opened = try Robot(Self.planted, size: Size(width: 120, height: 40))
    var count = 1
    opened.state.file.document.sequence.walk { _, _ in
      count += 1
      return true
    }
    for index in 0..<count {
      var standing = opened
      try standing.press("<Home>" + String(repeating: "j", count: index))
      for command in Commands.all where command.id != "pane.reveal" {
        var robot = standing
        var texts = [robot.screen]
        for pane in [Pane.tree, .details] {
          robot.state.pane = pane
          for effect in robot.state.run(command.id) {
            if case .copy(let bytes) = effect {
              texts.append(String(decoding: bytes, as: UTF8.self))
            }
          }
          texts.append(robot.screen)
          texts += robot.copied.map { String(decoding: $0, as: UTF8.self) }
          robot.closeAll()
          texts.append(robot.screen)
        }
        for text in texts {
          if let leak = Self.leak(in: text) {
            Issue.record("\(command.id) on node \(index):\n\(leak)")
            return
          }
        }
      }
    }
  }

  /// Every row of the details, and what opens from it.
  @Test func everyField() throws {
    let opened = try Robot(Self.planted, size: Size(width: 120, height: 40))
    for index in 0..<9 {
      var robot = opened
      try robot.press("<Home>" + String(repeating: "j", count: index) + "<Enter>")
      for _ in 0..<robot.state.file.detailRows.count {
        for keys in [".", "<Enter>"] {
          try robot.press(keys)
          #expect(Self.leak(in: robot.screen) == nil, "\(robot.screen)")
          try takeOut(&robot)
          robot.closeAll()
        }
        robot.state.pane = .details
        try robot.press("<Down>")
      }
    }
  }

  /// Copies, cuts and erases in each row that is typed into: none of it goes to other programs, nor where
  /// it could be put back into a field that is shown.
  private func takeOut(_ robot: inout Robot) throws {
    for _ in 0..<8 where robot.state.activeText != nil {
      try robot.press("<C-c><A-a><C-x><C-z><C-e><C-u><C-z>")
      for copied in robot.copied.map({ String(decoding: $0, as: UTF8.self) }) {
        #expect(Self.leak(in: copied) == nil, "\(robot.screen)")
      }
      #expect(Self.leak(in: robot.state.killed) == nil, "\(robot.screen)")
      try robot.press("<Tab>")
    }
  }

  /// A search and a replacement find nothing of what is hidden.
  @Test(arguments: secrets) func searchingFindsNone(_ secret: String) throws {
    var robot = try Robot(Self.planted, size: Size(width: 120, height: 30))
    for length in 3...secret.count {
      robot.state.file.search.run(String(secret.prefix(length)), in: robot.state.file.document)
      #expect(robot.state.file.search.hits.isEmpty, "\(secret.prefix(length))")
    }
    // What stands beside it is found.
    robot.state.file.search.run("net use", in: robot.state.file.document)
    #expect(robot.state.file.search.hits.count == 1)
    try robot.press("%\(secret)<Enter>x<Enter>")
    #expect(robot.xml == Self.planted)
  }

  /// A copy for other programs has dots, the one for the editor has all; dots that come back are none.
  @Test func copies() throws {
    var robot = try Robot(Self.planted, size: Size(width: 120, height: 30))
    try robot.press("<Home>jj<C-c>")
    let copied = String(decoding: try #require(robot.copied.last), as: UTF8.self)
    #expect(copied.contains(Secrets.mask) && Self.leak(in: copied) == nil)
    #expect(robot.screen.contains("its secrets are dots"))
    try robot.press("<C-v>")
    #expect(robot.xml.components(of: "Zq-hidden") == 2)
    try robot.press("<C-z>")
    robot.paste(copied)
    #expect(!robot.xml.contains(Secrets.mask) && robot.xml.components(of: "Zq-hidden") == 1)
    #expect(robot.screen.contains("Secrets came as dots and are empty"))
    // In clear only when that is asked for, and asked again.
    try robot.press("<C-z><Home>jjyXML in clear<Enter>")
    #expect(robot.copied.count == 1 && robot.screen.contains("Copy secrets in clear?"))
    try robot.press("c")
    #expect(String(decoding: robot.copied[1], as: UTF8.self).contains("Zq-hidden"))
  }

  /// What holds a secret among other words is edited when somebody wants to see it.
  @Test func editingAsksFirst() throws {
    var robot = try Robot(Self.planted, size: Size(width: 120, height: 30))
    try robot.press("<Home>jjjjjc")
    #expect(robot.screen.contains("It holds a secret") && Self.leak(in: robot.screen) == nil)
    try robot.press("e")
    #expect(Self.leak(in: robot.screen) != nil)
  }

  /// All of them are listed.
  @Test func thePlacesAreListed() throws {
    let document = try SequenceDocument(loading: Array(Self.planted.utf8))
    let places = document.secretPlaces.filter { !$0.isEmpty }.map {
      "\($0.node.name): \($0.label)"
    }
    #expect(places.contains("Group: Condition") && places.contains("Unknown: Command line"))
    #expect(Set(document.secretPlaces.map(\.node.name)).count == 10, "\(places)")
  }

  @Test(.enabled(if: SituationFiles.areThere, "\(SituationFiles.skipped)"))
  func asHandedOver() throws {
    let text = try #require(SituationFiles.text(of: "32-hidden-value.xml"))
    let secrets = [
      "Silver-Otter-77", "Copper-Wolf-13", "Amber-Fox-21", "Green-Bear-99", "Red-Lynx-55",
      "Blue-Crow-11",
    ]
    var robot = try Robot(text, size: Size(width: 160, height: 60))
    #expect(robot.state.file.document.secretPlaces.count >= 6)
    for _ in 0..<7 {
      try robot.press("y")
      for _ in 0..<8 { try robot.press("<Down>") }
      robot.closeAll()
      try robot.press("<C-c>X")
      for secret in secrets {
        #expect(!robot.screen.contains(secret), "\(secret)")
        #expect(!robot.copied.contains { String(decoding: $0, as: UTF8.self).contains(secret) })
        robot.state.file.search.run(secret, in: robot.state.file.document)
        #expect(robot.state.file.search.hits.isEmpty, "\(secret)")
      }
      robot.closeAll()
      try robot.press("j")
    }
  }
}

extension String {
  /// How often a text stands in it.
  fileprivate func components(of text: String) -> Int { ranges(of: text).count }
}
