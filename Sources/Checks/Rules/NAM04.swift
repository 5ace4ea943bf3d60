import StepCatalog

extension Rule {
  static let nam04 = Rule(
    "NAM04", "name-too-long", .warning, tags: "form value",
    page: """
      The name of a step or group has at most 100 characters.

      The console refuses a longer one. The article on steps says 50, but stock steps
      are longer than that.

      Wrong:

          <group name="{a × 101}"></group>

      Right:

          <group name="{a × 100}"></group>

      Fix: shorten the name; the description has room for more.

      Source: the SDK’s class SMS_TaskSequence_Step: Name has 1 to 100 characters.
      """,
    look: .values(.name))
}
