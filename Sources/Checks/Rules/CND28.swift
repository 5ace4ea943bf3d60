import Conditions
import VariableCatalog

extension Rule {
  static let cnd28 = Rule(
    "CND28", "wildcard-under-equals", .warning,
    page: """
      A value with a wildcard is compared as it is.

      `*` is a wildcard with “like” alone, and `%` in a WMI query with LIKE alone.
      With “equals” and = they stand for themselves, and the test never holds.

      Wrong:

          <group name="Sometimes">
            <condition>
              <expression type="SMS_TaskSequence_VariableConditionExpression">
                <variable name="Operator">equals</variable>
                <variable name="Value">OptiPlex 7*</variable>
                <variable name="Variable">_SMSTSModel</variable>
              </expression>
            </condition>
          </group>

          <group name="Sometimes">
            <condition>
              <expression type="SMS_TaskSequence_WMIConditionExpression">
                <variable name="Namespace">root\\cimv2</variable>
                <variable name="Query">select * from Win32_BIOS where Model = '%Zebra%'</variable>
              </expression>
            </condition>
          </group>

      Right:

          <group name="Sometimes">
            <condition>
              <expression type="SMS_TaskSequence_VariableConditionExpression">
                <variable name="Operator">like</variable>
                <variable name="Value">OptiPlex 7*</variable>
                <variable name="Variable">_SMSTSModel</variable>
              </expression>
            </condition>
          </group>

          <group name="Sometimes">
            <condition>
              <expression type="SMS_TaskSequence_WMIConditionExpression">
                <variable name="Namespace">root\\cimv2</variable>
                <variable name="Query">select * from Win32_BIOS where Model LIKE '%Zebra%'</variable>
              </expression>
            </condition>
          </group>

          <group name="Sometimes">
            <condition>
              <expression type="SMS_TaskSequence_WMIConditionExpression">
                <variable name="Namespace">root\\cimv2</variable>
                <variable name="Query">select * from CIM_Chip where Name='%_SMSTSMachineName%'</variable>
              </expression>
            </condition>
          </group>

      Fix: write “like”, or LIKE in a query.

      Source: Microsoft’s reference of WQL, LIKE operator; the article on the task
      sequence editor.
      """,
    look: .knowingVariables(worth: .comparesWildcards) { reading, knowledge in
      let tests = reading.variables.filter { _, test in
        [.equals, .notEquals].contains(test.comparison) && test.value.contains("*")
      }
      return tests.map { place, _ in
        Hit(.condition(place), "* is a wildcard with “like” alone; this compares it as it is")
      }
        + reading.queries.flatMap { place, query in
          ((try? WQL.compared(in: query.query)) ?? []).compactMap { text in
            text.contains("%") ? reason(text, knowledge).map { Hit(.condition(place), $0) } : nil
          }
        }
    })

  private static func reason(_ text: String, _ knowledge: () -> VariableKnowledge) -> String? {
    let names = VariableText.references(in: text).map { String($0.name) }
    let left = names.reduce(text) { $0.replacing("%\($1)%", with: "") }
    let unset = names.first { knowledge().unsetReason(of: $0) != nil }
    if let unset {
      return "% is a wildcard with LIKE alone, and nothing here sets a variable \(unset)"
    }
    return left.contains("%") ? "% is a wildcard with LIKE alone; = compares it as it is" : nil
  }
}
