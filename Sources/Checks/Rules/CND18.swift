import Conditions

extension Rule {
  static let cnd18 = Rule(
    "CND18", "variable-never-set", .note, isOncePerObject: true,
    page: """
      A condition tests a variable that nobody sets.

      It is neither built in nor set by the sequence. A collection, a device, a rules
      file or a script may set it; where none does, it has no value. Each such
      variable is told of once.

      Wrong:

          <group name="Sometimes">
            <condition>
              <expression type="SMS_TaskSequence_VariableConditionExpression">
                <variable name="Operator">equals</variable>
                <variable name="Value">1</variable>
                <variable name="Variable">Zebra7</variable>
              </expression>
            </condition>
          </group>

      Right:

          <group name="Sometimes">
            <condition>
              <expression type="SMS_TaskSequence_VariableConditionExpression">
                <variable name="Operator">equals</variable>
                <variable name="Value">true</variable>
                <variable name="Variable">_SMSTSInWinPE</variable>
              </expression>
            </condition>
          </group>

      Fix: correct the name, or set the variable before the test.

      Source: Microsoft’s article on task sequence variables, for those that are built
      in.
      """,
    look: .knownVariables { test, knowledge in
      knowledge.unsetReason(of: test.name)
    })
}
