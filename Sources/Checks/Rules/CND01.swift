extension Rule {
  static let cnd01 = Rule(
    "CND01", "condition-never-true", .error,
    page: """
      A condition can never hold, whatever the machine is.

      The tests of one variable exclude each other: the node never runs. Each value
      the condition names, no value and another one are tried; the order of numbers is
      not looked at.

      Wrong:

          <group name="Sometimes">
            <condition>
              <expression type="SMS_TaskSequence_VariableConditionExpression">
                <variable name="Operator">equals</variable>
                <variable name="Value">NEW</variable>
                <variable name="Variable">Stage</variable>
              </expression>
              <expression type="SMS_TaskSequence_VariableConditionExpression">
                <variable name="Operator">equals</variable>
                <variable name="Value">REFRESH</variable>
                <variable name="Variable">Stage</variable>
              </expression>
            </condition>
          </group>

      Right:

          <group name="Sometimes">
            <condition>
              <operator type="or">
                <expression type="SMS_TaskSequence_VariableConditionExpression">
                  <variable name="Operator">equals</variable>
                  <variable name="Value">NEW</variable>
                  <variable name="Variable">Stage</variable>
                </expression>
                <expression type="SMS_TaskSequence_VariableConditionExpression">
                  <variable name="Operator">equals</variable>
                  <variable name="Value">REFRESH</variable>
                  <variable name="Variable">Stage</variable>
                </expression>
              </operator>
            </condition>
          </group>

      Fix: put the tests into an any().

      Source: what a condition means, proven by trying it out.
      """,
    look: .logic(.neverHolds))
}
