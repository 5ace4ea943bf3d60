extension Rule {
  static let cnd02 = Rule(
    "CND02", "condition-always-true", .error,
    page: """
      A condition always holds, whatever the machine is.

      It excludes nothing: of two different values at least one is not there.

      Wrong:

          <group name="Sometimes">
            <condition>
              <operator type="or">
                <expression type="SMS_TaskSequence_VariableConditionExpression">
                  <variable name="Operator">notEquals</variable>
                  <variable name="Value">NEW</variable>
                  <variable name="Variable">Stage</variable>
                </expression>
                <expression type="SMS_TaskSequence_VariableConditionExpression">
                  <variable name="Operator">notEquals</variable>
                  <variable name="Value">REFRESH</variable>
                  <variable name="Variable">Stage</variable>
                </expression>
              </operator>
            </condition>
          </group>

      Right:

          <group name="Sometimes">
            <condition>
              <expression type="SMS_TaskSequence_VariableConditionExpression">
                <variable name="Operator">notEquals</variable>
                <variable name="Value">NEW</variable>
                <variable name="Variable">Stage</variable>
              </expression>
              <expression type="SMS_TaskSequence_VariableConditionExpression">
                <variable name="Operator">notEquals</variable>
                <variable name="Value">REFRESH</variable>
                <variable name="Variable">Stage</variable>
              </expression>
            </condition>
          </group>

      Fix: put the tests into an all() or a none(), or take the condition away.

      Source: what a condition means, proven by trying it out.
      """,
    look: .logic(.alwaysHolds))
}
