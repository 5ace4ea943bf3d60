import Conditions

extension Rule {
  static let cnd30 = Rule(
    "CND30", "test-unfilled", .error, tags: "form",
    page: """
      A test of a condition lacks what it is about.

      Microsoft’s editor lets nobody leave the name of a variable, a path, a key or a
      query empty.

      Wrong:

          <group name="Sometimes">
            <condition>
              <expression type="SMS_TaskSequence_VariableConditionExpression">
                <variable name="Operator">equals</variable>
                <variable name="Value">NEW</variable>
                <variable name="Variable"></variable>
              </expression>
            </condition>
          </group>

          <group name="Sometimes">
            <condition>
              <expression type="SMS_TaskSequence_FolderConditionExpression">
                <variable name="Path"></variable>
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
            </condition>
          </group>

      Fix: fill it in, or take the test out.

      Source: the pages of conditions in Microsoft’s editor; the SDK’s classes of
      conditions.
      """,
    look: .tests([.variable, .query, .namespace, .path, .key, .version]))
}
