import Conditions

extension Rule {
  static let cnd08 = Rule(
    "CND08", "blanks-around-value", .warning,
    page: """
      The value of a condition begins or ends with blanks.

      Blanks are compared too, and nobody sees them.

      Wrong:

          <group name="Sometimes">
            <condition>
              <expression type="SMS_TaskSequence_VariableConditionExpression">
                <variable name="Operator">equals</variable>
                <variable name="Value">PC1 </variable>
                <variable name="Variable">OSDComputerName</variable>
              </expression>
            </condition>
          </group>

      Right:

          <group name="Sometimes">
            <condition>
              <expression type="SMS_TaskSequence_VariableConditionExpression">
                <variable name="Operator">equals</variable>
                <variable name="Value">PC1</variable>
                <variable name="Variable">OSDComputerName</variable>
              </expression>
            </condition>
          </group>

      Fix: take the blanks away.

      Source: real sequences, two stock templates among them.
      """,
    look: .variables { test in
      let isPadded =
        test.value.first?.isWhitespace ?? false || test.value.last?.isWhitespace ?? false
      return isPadded && !test.comparison.isUnary ? "the value begins or ends with blanks" : nil
    })
}
