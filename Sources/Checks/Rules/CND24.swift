import Conditions
import TaskSequence

extension Rule {
  static let cnd24 = Rule(
    "CND24", "pattern-without-wildcard", .warning,
    page: """
      A pattern has no wildcard.

      It compares the whole value then. Whoever wrote “like” probably meant to find
      more.

      Wrong:

          <group name="Sometimes">
            <condition>
              <expression type="SMS_TaskSequence_VariableConditionExpression">
                <variable name="Operator">like</variable>
                <variable name="Value">PC</variable>
                <variable name="Variable">OSDComputerName</variable>
              </expression>
            </condition>
          </group>

          <group name="Sometimes">
            <condition>
              <expression type="SMS_TaskSequence_WMIConditionExpression">
                <variable name="Namespace">root\\cimv2</variable>
                <variable name="Query">select * from Win32_BIOS where Name like 'Book'</variable>
              </expression>
            </condition>
          </group>

      Right:

          <group name="Sometimes">
            <condition>
              <expression type="SMS_TaskSequence_VariableConditionExpression">
                <variable name="Operator">equals</variable>
                <variable name="Value">PC</variable>
                <variable name="Variable">OSDComputerName</variable>
              </expression>
            </condition>
          </group>

          <group name="Sometimes">
            <condition>
              <expression type="SMS_TaskSequence_WMIConditionExpression">
                <variable name="Namespace">root\\cimv2</variable>
                <variable name="Query">select * from Win32_BIOS where Name = 'Book'</variable>
              </expression>
            </condition>
          </group>

      Fix: add the wildcard, or test for equality.

      Source: Microsoft’s reference of WQL, LIKE operator; the article on the task
      sequence editor.
      """,
    look: .condition { reading in
      reading.variables.filter {
        $0.test.isLike && !$0.test.value.isDynamic && !$0.test.hasWildcard
      }
      .map { place, test in
        let sign = test.comparison == .like ? "=" : "!="
        return Rule.Hit(
          .condition(place), "“like” without * or ? compares the whole value; write \(sign)")
      } + reading.queryHits(.noWildcards)
    })
}

extension VariableTest {
  /// Whether it holds the value against a pattern.
  var isLike: Bool { comparison == .like || comparison == .notLike }

  /// Whether the value has one of the wildcards of “like”.
  var hasWildcard: Bool { value.contains { $0 == "*" || $0 == "?" } }
}
