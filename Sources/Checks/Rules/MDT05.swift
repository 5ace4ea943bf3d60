import Conditions
import StepCatalog
import TaskSequence
import XMLTree

extension Rule {
  static let mdt05 = Rule(
    "MDT05", "expression-outside-condition", .warning, tags: "form",
    page: """
      An expression stands outside the condition.

      Directly below its step or group it has no effect: the node runs whatever it
      says, and no editor shows it.

      Wrong:

          <step name="Copy settings">
            <expression type="SMS_TaskSequence_VariableConditionExpression">
              <variable name="Variable">DeployRoot</variable>
              <variable name="Operator">exists</variable>
            </expression>
            <action>copy.cmd</action>
          </step>

      Right:

          <step name="Copy settings">
            <condition>
              <expression type="SMS_TaskSequence_VariableConditionExpression">
                <variable name="Variable">DeployRoot</variable>
                <variable name="Operator">exists</variable>
              </expression>
            </condition>
            <action>copy.cmd</action>
          </step>

      Fix: move it into the condition, or remove it; the list of conditions does both.

      Source: four of MDT’s own templates have one.
      """,
    look: .node { reading in
      let strays = reading.node.strays.filter { !$0.element.isNamed("condition") }
      guard let stray = strays.first else { return [] }
      let shown = stray.operand?.covered(where: Secrecy.byName.isSecret)
      let text = ConditionText.format(shown)
      return [Hit(.condition([]), "an expression outside the condition has no effect: \(text)")]
    })
}
