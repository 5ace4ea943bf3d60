import Conditions
import TaskSequence

extension Rule {
  static let cnd12 = Rule(
    "CND12", "wildcards-of-another-language", .warning,
    page: """
      A pattern has the wildcards of another language.

      Patterns for a variable have `*` and `?`; those of a WMI query’s LIKE have `%`
      and `_`. The others stand for themselves, and the pattern matches nothing.

      Wrong:

          <group name="Sometimes">
            <condition>
              <expression type="SMS_TaskSequence_VariableConditionExpression">
                <variable name="Operator">like</variable>
                <variable name="Value">PC%</variable>
                <variable name="Variable">OSDComputerName</variable>
              </expression>
            </condition>
          </group>

          <group name="Sometimes">
            <condition>
              <expression type="SMS_TaskSequence_WMIConditionExpression">
                <variable name="Namespace">root\\cimv2</variable>
                <variable name="Query">select * from Win32_BIOS where Name like 'Book*'</variable>
              </expression>
            </condition>
          </group>

      Right:

          <group name="Sometimes">
            <condition>
              <expression type="SMS_TaskSequence_VariableConditionExpression">
                <variable name="Operator">like</variable>
                <variable name="Value">PC*</variable>
                <variable name="Variable">OSDComputerName</variable>
              </expression>
            </condition>
          </group>

          <group name="Sometimes">
            <condition>
              <expression type="SMS_TaskSequence_WMIConditionExpression">
                <variable name="Namespace">root\\cimv2</variable>
                <variable name="Query">select * from Win32_BIOS where Name like 'Book%'</variable>
              </expression>
            </condition>
          </group>

      Fix: write the wildcards of the place.

      Source: Microsoft’s reference of WQL, LIKE operator; the article on the task
      sequence editor.
      """,
    look: .condition { reading in
      reading.variables.filter { $0.test.isLike && $0.test.value.isDynamic && !$0.test.hasWildcard }
        .map { Rule.Hit(.condition($0.place), "the wildcards of “like” are * and ?, not %") }
        + reading.queryHits(.otherWildcards)
    })
}
