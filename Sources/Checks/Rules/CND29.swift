import Conditions

extension Rule {
  static let cnd29 = Rule(
    "CND29", "registry-impossible", .warning, tags: "form",
    page: """
      A condition asks for a root or a type that the registry does not have.

      There are five roots, HKEY_LOCAL_MACHINE and its like, and seven types of
      values, REG_SZ and its like.

      Wrong:

          <group name="Sometimes">
            <condition>
              <expression type="SMS_TaskSequence_RegistryConditionExpression">
                <variable name="Data">1</variable>
                <variable name="KeyPath">HKEY_MACHINE\\SOFTWARE\\Contoso</variable>
                <variable name="Operator">equals</variable>
                <variable name="Type">REG_SZ</variable>
                <variable name="Value">Build</variable>
              </expression>
            </condition>
          </group>

          <group name="Sometimes">
            <condition>
              <expression type="SMS_TaskSequence_RegistryConditionExpression">
                <variable name="Data">1</variable>
                <variable name="KeyPath">HKEY_LOCAL_MACHINE\\SOFTWARE\\Contoso</variable>
                <variable name="Operator">equals</variable>
                <variable name="Type">REG_NUMBER</variable>
                <variable name="Value">Build</variable>
              </expression>
            </condition>
          </group>

      Right:

          <group name="Sometimes">
            <condition>
              <expression type="SMS_TaskSequence_RegistryConditionExpression">
                <variable name="Data">1</variable>
                <variable name="KeyPath">HKEY_LOCAL_MACHINE\\SOFTWARE\\Contoso</variable>
                <variable name="Operator">equals</variable>
                <variable name="Type">REG_DWORD</variable>
                <variable name="Value">Build</variable>
              </expression>
            </condition>
          </group>

      Fix: choose the root and the type in the form of the test.

      Source: the registry of Windows; the SDK’s class
      SMS_TaskSequence_RegistryConditionExpression.
      """,
    look: .tests([.root, .type]))
}
