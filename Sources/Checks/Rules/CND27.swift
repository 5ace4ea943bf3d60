import Conditions

extension Rule {
  static let cnd27 = Rule(
    "CND27", "software-without-code", .warning,
    page: """
      A test for software has neither a product code nor an upgrade code.

      Windows Installer knows products by these codes alone.

      Wrong:

          <group name="Sometimes">
            <condition>
              <expression type="SMS_TaskSequence_SoftwareConditionExpression">
                <variable name="Operator">AnyVersion</variable>
                <variable name="ProductName">Reader</variable>
              </expression>
            </condition>
          </group>

      Right:

          <group name="Sometimes">
            <condition>
              <expression type="SMS_TaskSequence_SoftwareConditionExpression">
                <variable name="Operator">AnyVersion</variable>
                <variable name="ProductCode"></variable>
                <variable name="ProductName">Reader</variable>
                <variable name="UpgradeCode">{11111111-2222-3333-4444-555555555555}</variable>
              </expression>
            </condition>
          </group>

      Fix: take the product from its .msi file again.

      Source: the SDK’s class SMS_TaskSequence_SoftwareConditionExpression.
      """,
    look: .condition { reading in
      reading.tests.compactMap { place, test in
        guard case .software(let test) = test, test.product == nil, test.upgrade == nil else {
          return nil
        }
        return Rule.Hit(
          .condition(place), "without a product code or an upgrade code it cannot be told")
      }
    })
}
