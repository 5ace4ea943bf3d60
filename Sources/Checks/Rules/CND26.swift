extension Rule {
  static let cnd26 = Rule(
    "CND26", "namespace-impossible", .warning,
    page: """
      A query looks in something that is no namespace.

      A namespace of WMI begins with `root`, also behind the name of a server.

      Wrong:

          <group name="Sometimes">
            <condition>
              <expression type="SMS_TaskSequence_WMIConditionExpression">
                <variable name="Namespace">cimv2</variable>
                <variable name="Query">select * from Win32_Battery</variable>
              </expression>
            </condition>
          </group>

      Right:

          <group name="Sometimes">
            <condition>
              <expression type="SMS_TaskSequence_WMIConditionExpression">
                <variable name="Namespace">root\\cimv2</variable>
                <variable name="Query">select * from Win32_Battery</variable>
              </expression>
            </condition>
          </group>

      Fix: write root\\cimv2, or the namespace that is meant.

      Source: Microsoft’s reference of WMI, namespaces.
      """,
    look: .condition { $0.queryHits(.namespace) })
}
