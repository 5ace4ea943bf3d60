import Testing

@Suite struct ConditionCommandTests {
  private let scratch = Scratch()
  private let sequence = """
    <sequence version="3.10"><group name="Start"><condition>\
    <expression type="SMS_TaskSequence_VariableConditionExpression">\
    <variable name="Operator">equals</variable><variable name="Value">true</variable>\
    <variable name="Variable">Stge</variable></expression></condition>\
    <step type="SMS_TaskSequence_RunCommandLineAction" name="Run">\
    <action>smsswd.exe /run: cmd</action></step></group></sequence>
    """

  @Test func printsTextMeaningAndDoubts() async throws {
    let path = try scratch.file("c.xml", sequence)
    let group = try await Program.run(["condition", path, "Start"])
    #expect(
      group.output == """
        Stge = true
        Runs only when Stge is “true”.
        ! Stge is set nowhere here and is not built in; a collection, a device or rules must set it

        """)
    #expect(group.code == 0)
    let all = try await Program.run(["condition", path])
    #expect(all.output == "Start: Stge = true\n")
    let step = try await Program.run(["condition", path, "Start/Run"])
    #expect(step.output == "Runs always: there is no condition.\n")
    let none = try await Program.run(["condition", path, "Nowhere"])
    #expect(none.code == 2 && none.errors.contains("Nowhere"))
  }

  @Test func triesOut() async throws {
    let result = try await Program.run([
      "condition", "--eval", "A = 1 and not folder C:\\Temp and B exists", "--set", "A=1",
      "--false", "folder C:\\Temp exists",
    ])
    #expect(
      result.output == """
        unknown  A = 1 and not folder C:\\Temp exists and B exists
        true       A = 1
        true       not folder C:\\Temp exists
        false        folder C:\\Temp exists
        unknown    B exists

        """)
    let path = try scratch.file("c.xml", sequence)
    let known = try await Program.run(["condition", path, "Start", "--set", "STGE=TRUE"])
    #expect(known.output.hasSuffix("true     Stge = true\n"))
  }

  @Test func aFaultIsPointedAt() async throws {
    let result = try await Program.run(["condition", "--eval", "A = new computer"])
    #expect(result.code == 2)
    #expect(result.errors.contains("column 9") && result.errors.contains("\n        ^"))
    let value = try await Program.run(["condition", "--eval", "A = 1", "--set", "A"])
    #expect(value.code == 2)
  }
}
