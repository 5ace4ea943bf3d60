import Conditions

extension Rule {
  static let cnd31 = Rule(
    "CND31", "date-impossible", .warning, tags: "form",
    page: """
      A condition asks for a date that is none.

      Dates stand in the XML as WMI writes them. Any other text, and a day that no
      calendar has, such as 30 February, is read as a date by nobody.

      Wrong:

          <group name="Sometimes">
            <condition>
              <expression type="SMS_TaskSequence_FileConditionExpression">
                <variable name="DateTime">20240230000000.000000+000</variable>
                <variable name="DateTimeOperator">greater</variable>
                <variable name="Path">C:\\setup.log</variable>
              </expression>
            </condition>
          </group>

          <group name="Sometimes">
            <condition>
              <expression type="SMS_TaskSequence_FolderConditionExpression">
                <variable name="DateTime">2024-02-29</variable>
                <variable name="DateTimeOperator">less</variable>
                <variable name="Path">C:\\Logs</variable>
              </expression>
            </condition>
          </group>

      Right:

          <group name="Sometimes">
            <condition>
              <expression type="SMS_TaskSequence_FileConditionExpression">
                <variable name="DateTime">20240229000000.000000+000</variable>
                <variable name="DateTimeOperator">greater</variable>
                <variable name="Path">C:\\setup.log</variable>
              </expression>
            </condition>
          </group>

      Fix: type it without quotation marks, as 2024-02-29 or 2024-02-29T18:00:00.

      Source: WMI’s format of a moment (CIM_DATETIME); the SDK’s class
      SMS_TaskSequence_FileConditionExpression.
      """,
    look: .tests([.date]))
}
