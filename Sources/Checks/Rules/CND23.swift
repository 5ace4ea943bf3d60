import Conditions
import VariableCatalog

extension Rule {
  static let cnd23 = Rule(
    "CND23", "value-never-given", .warning, tags: "opt-in",
    page: """
      A condition holds a variable against a value that no step gives it.

      The sequence gives the variable other values, and nothing else in it can change
      them. A misspelled value is the usual reason; templates have values that are
      still to be set.

      Wrong:

          <step type="SMS_TaskSequence_SetVariableAction" name="Set">
            <action>tsenv.exe "Stage=NEW"</action>
            <defaultVarList>
              <variable name="VariableName" property="VariableName" hidden="true">Stage</variable>
              <variable name="VariableValue" property="VariableValue" hidden="true">NEW</variable>
            </defaultVarList>
          </step>
          <group name="Sometimes">
            <condition>
              <expression type="SMS_TaskSequence_VariableConditionExpression">
                <variable name="Operator">equals</variable>
                <variable name="Value">OLD</variable>
                <variable name="Variable">Stage</variable>
              </expression>
            </condition>
          </group>

      Right:

          <step type="SMS_TaskSequence_SetVariableAction" name="Set">
            <action>tsenv.exe "Stage=NEW"</action>
            <defaultVarList>
              <variable name="VariableName" property="VariableName" hidden="true">Stage</variable>
              <variable name="VariableValue" property="VariableValue" hidden="true">NEW</variable>
            </defaultVarList>
          </step>
          <group name="Sometimes">
            <condition>
              <expression type="SMS_TaskSequence_VariableConditionExpression">
                <variable name="Operator">equals</variable>
                <variable name="Value">NEW</variable>
                <variable name="Variable">Stage</variable>
              </expression>
            </condition>
          </group>

      Fix: correct the value here, or where it is set.

      Source: the values the steps of the sequence set.
      """,
    look: .knownVariables(neverGiven))

  private static func neverGiven(_ test: VariableTest, _ knowledge: VariableKnowledge) -> String? {
    guard test.comparison == .equals || test.comparison == .notEquals, !test.value.isEmpty,
      let known = knowledge.values.of(test.name), !known.isOpen, !known.assigned.isEmpty,
      BuiltInVariables.shared.named(test.name) == nil,
      !known.assigned.contains(where: { ValueComparison().isEqual($0, test.value) })
    else { return nil }
    let list = known.assigned.prefix(3).map { "“\($0)”" }.joined(separator: ", ")
    let more = known.assigned.count > 3 ? " …" : ""
    return "no step sets \(test.name) to “\(test.value)”, only to \(list)\(more)"
  }
}
