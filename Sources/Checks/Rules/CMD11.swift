import Basics
import StepCatalog
import TaskSequence

extension Rule {
  static let cmd11 = Rule(
    "CMD11", "variable-read-only", .error, tags: "form value",
    page: """
      A step sets a variable that is read-only.

      Variables whose names begin with `_` belong to the product: they can be read and
      not set, but for `_SMSTSOrgName` and `_SMSTSPackageName`.

      Wrong:

          <step type="SMS_TaskSequence_SetVariableAction" name="Set">
            <action>tsenv.exe "_SMSTSMake=Lab"</action>
            <defaultVarList>
              <variable name="VariableName" property="VariableName" hidden="true">_SMSTSMake</variable>
              <variable name="VariableValue" property="VariableValue" hidden="true">Lab</variable>
            </defaultVarList>
          </step>

          <step type="SMS_TaskSequence_RunCommandLineAction" name="Set">
            <action>smsswd.exe /run: tsenv.exe "_S=1"</action>
            <defaultVarList>
              <variable name="CommandLine" property="CommandLine"
                hidden="true">tsenv.exe "_S=1"</variable>
            </defaultVarList>
          </step>

          <step type="SMS_TaskSequence_RunPowerShellScriptAction" name="Set">
            <action>OSDRunPowerShellScript.exe</action>
            <defaultVarList>
              <variable name="OSDRunPowerShellScriptSourceScript" property="SourceScript"
                >//4kAHQAcwAuAFYAYQBsAHUAZQAoACcAXwBSAG8AbwBtACcAKQAgAD0AIAAxAA==</variable>
            </defaultVarList>
          </step>

          <step type="SMS_TaskSequence_RunCommandLineAction" name="Set">
            <action>smsswd.exe /run: powershell.exe -enc JAB0AHMAZQBuAHYAOgBfAFMAIAA9ACAAMQA=</action>
            <defaultVarList>
              <variable name="CommandLine" property="CommandLine" hidden="true"
                >powershell.exe -enc JAB0AHMAZQBuAHYAOgBfAFMAIAA9ACAAMQA=</variable>
            </defaultVarList>
          </step>

      Right:

          <step type="SMS_TaskSequence_SetVariableAction" name="Set">
            <action>tsenv.exe "_SMSTSOrgName=Lab"</action>
            <defaultVarList>
              <variable name="VariableName" property="VariableName" hidden="true">_SMSTSOrgName</variable>
              <variable name="VariableValue" property="VariableValue" hidden="true">Lab</variable>
            </defaultVarList>
          </step>

      Fix: choose a name that does not begin with `_`.

      Source: Microsoft’s article on using task sequence variables.
      """,
    look: .node { reading in
      let named = reading.faults.filter { $0.kind == .locked }.map(\.hit)
      return named.isEmpty ? programHits(reading.step) : named
    })

  /// Whether a word of a text begins with `_`.
  private static func mayNameOne(_ text: String) -> Bool {
    var before = UInt8(ascii: " ")
    for byte in text.utf8 {
      if byte == UInt8(ascii: "_"), !before.isWordPart { return true }
      before = byte
    }
    return false
  }

  /// The commands and the scripts of a step as they read: what is encoded in a value too.
  private static func programs(of step: StepReading) -> [(place: Finding.Place, text: String)] {
    var texts = step.values.compactMap { value -> (place: Finding.Place, text: String)? in
      let encoded = EncodedText(value.text)
      guard encoded != nil || [.command, .script].contains(value.field?.kind) else { return nil }
      return (.variable(value.name), encoded?.text ?? value.text)
    }
    if texts.isEmpty, let action = step.node.action {
      texts = [(.action, EncodedText(action)?.text ?? action)]
    }
    return texts
  }

  /// The first command line, script or rule of a step that sets such a variable.
  private static func programHits(_ step: StepReading) -> [Hit] {
    let texts = programs(of: step)
    for (place, text) in texts where mayNameOne(text) {
      let sets = ScriptAccess.all(in: text).filter { $0.role == .sets }
      if let reason = sets.lazy.compactMap({ VariableName.lock(of: $0.name) }).first {
        return [Hit(place, reason)]
      }
    }
    guard let rules = step.values.first(where: { $0.field?.kind == .rules }) else { return [] }
    let sets = DynamicRules(rules.text)?.variables.filter(\.isSet) ?? []
    return sets.lazy.compactMap { VariableName.lock(of: $0.name) }.first.map {
      [Hit(.variable(rules.name), $0)]
    } ?? []
  }
}

extension UInt8 {
  /// Whether it is a letter or a digit, of a name in any language.
  fileprivate var isWordPart: Bool {
    (self | 0x20) &- UInt8(ascii: "a") < 26 || self &- UInt8(ascii: "0") < 10 || self >= 0x80
  }
}
