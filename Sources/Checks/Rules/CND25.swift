import Conditions

extension Rule {
  static let cnd25 = Rule(
    "CND25", "lone-percent-sign", .warning,
    page: """
      A percent sign in a condition has no other one.

      The name of a variable stands between two of them, `%NAME%`. One alone stands
      for itself.

      Wrong:

          <group name="Sometimes">
            <condition>
              <expression type="SMS_TaskSequence_FileConditionExpression">
                <variable name="Path">%windir\\setup.log</variable>
              </expression>
            </condition>
          </group>

      Right:

          <group name="Sometimes">
            <condition>
              <expression type="SMS_TaskSequence_FileConditionExpression">
                <variable name="Path">%windir%\\setup.log</variable>
              </expression>
            </condition>
          </group>

      Fix: add the other one.

      Source: Microsoft’s article on using task sequence variables.
      """,
    look: .condition { reading in
      reading.tests.flatMap { place, test in
        texts(of: test).filter { $0.text.count { $0 == "%" } % 2 == 1 }.map { what, _ in
          Rule.Hit(
            .condition(place), "a % in \(what) has no other one: variables are %NAME%")
        }
      }
    })

  /// The texts of a test in which variables are replaced, and what each is.
  private static func texts(of test: Test) -> [(what: String, text: String)] {
    switch test {
    // A pattern of another language is none that lacks a sign.
    case .variable(let test):
      test.isLike && !test.hasWildcard ? [] : [("the value", test.value)]
    case .file(let test): [("the path", test.path)]
    case .folder(let test): [("the path", test.path)]
    case .registry(let test): [("the key", test.key), ("the value’s name", test.value ?? "")]
    case .query, .software, .system, .other: []
    }
  }
}
