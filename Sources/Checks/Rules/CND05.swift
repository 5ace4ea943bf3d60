import Conditions

extension Rule {
  static let cnd05 = Rule(
    "CND05", "versions-as-texts", .warning,
    page: """
      A condition asks which of two versions is greater; they are compared as texts.

      Only whole numbers are compared as numbers. Texts are compared letter by letter:
      10.0.9200 counts as more than 10.0.19045.

      Wrong:

          <group name="Sometimes">
            <condition>
              <expression type="SMS_TaskSequence_VariableConditionExpression">
                <variable name="Operator">greaterEqual</variable>
                <variable name="Value">10.0.19045</variable>
                <variable name="Variable">OSCurrentVersion</variable>
              </expression>
            </condition>
          </group>

      Right:

          <group name="Sometimes">
            <condition>
              <expression type="SMS_TaskSequence_VariableConditionExpression">
                <variable name="Operator">greaterEqual</variable>
                <variable name="Value">19045</variable>
                <variable name="Variable">OSCurrentBuild</variable>
              </expression>
            </condition>
          </group>

      Fix: compare the number of the build alone, or ask with a WMI query.

      Source: Microsoft’s help of Configuration Manager 2007, condition on a task
      sequence variable.
      """,
    look: .variables(versionOrder))

  /// An order of versions or of numbers with a point.
  private static func versionOrder(_ test: VariableTest) -> String? {
    let parts = test.value.split(separator: ".", omittingEmptySubsequences: false)
    guard test.comparison.isOrder, parts.count > 1,
      parts.allSatisfy({ $0.allSatisfy(\.isNumber) })
    else { return nil }
    return "only whole numbers are compared as numbers: “\(test.value)” is text, and “10” stands "
      + "before “9”"
  }
}
