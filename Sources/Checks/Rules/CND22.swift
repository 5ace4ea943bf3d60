extension Rule {
  static let cnd22 = Rule(
    "CND22", "condition-repeated", .warning,
    page: """
      A condition says the same thing twice in one group.

      The second test changes nothing; often it was meant to be another one.

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
                <variable name="Value">NEW</variable>
                <variable name="Variable">Stage</variable>
              </expression>
            </condition>
          </group>

      Right:

          <group name="Sometimes">
            <condition>
              <expression type="SMS_TaskSequence_VariableConditionExpression">
                <variable name="Operator">equals</variable>
                <variable name="Value">NEW</variable>
                <variable name="Variable">Stage</variable>
              </expression>
              <expression type="SMS_TaskSequence_VariableConditionExpression">
                <variable name="Operator">equals</variable>
                <variable name="Value">12</variable>
                <variable name="Variable">Room</variable>
              </expression>
            </condition>
          </group>

      Fix: take one of them away, or correct it.

      Source: what a condition means.
      """,
    look: .logic(.repeats))
}
