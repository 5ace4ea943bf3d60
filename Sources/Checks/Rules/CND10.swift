extension Rule {
  static let cnd10 = Rule(
    "CND10", "query-unreadable", .error,
    page: """
      A query is no WQL.

      It fails when the sequence comes to it, and the node with it.

      Wrong:

          <group name="Sometimes">
            <condition>
              <expression type="SMS_TaskSequence_WMIConditionExpression">
                <variable name="Namespace">root\\cimv2</variable>
                <variable name="Query">select * from Win32_Battery were Status = 1</variable>
              </expression>
            </condition>
          </group>

      Right:

          <group name="Sometimes">
            <condition>
              <expression type="SMS_TaskSequence_WMIConditionExpression">
                <variable name="Namespace">root\\cimv2</variable>
                <variable name="Query">select * from Win32_Battery where Status = 1</variable>
              </expression>
            </condition>
          </group>

      Fix: correct the query.

      Source: Microsoft’s reference of WQL; the SDK’s class
      SMS_TaskSequence_WMIConditionExpression.
      """,
    look: .condition { $0.queryHits(.unreadable) })
}
