import DryRun
import Facts
import Testing

@Suite("What the engine does, rule by rule") struct RunRuleTests {
  // MARK: Nodes

  static func step(
    _ name: String, _ type: String = "SMS_TaskSequence_RunCommandLineAction", _ head: String = "",
    _ variables: [String: String] = [:], when condition: String = "", action: String = "cmd.exe"
  ) -> String {
    let list = variables.sorted { $0.key < $1.key }
      .map { "<variable name=\"\($0.key)\">\($0.value)</variable>" }.joined()
    return "<step type=\"\(type)\" name=\"\(name)\" \(head)>\(condition)<action>\(action)</action>"
      + "<defaultVarList>\(list)</defaultVarList></step>"
  }

  static func set(_ name: String, _ variable: String, _ value: String) -> String {
    step(
      name, "SMS_TaskSequence_SetVariableAction", "successCodeList=\"0\"",
      ["VariableName": variable, "VariableValue": value])
  }

  static func when(_ variable: String, _ comparison: String, _ value: String = "") -> String {
    "<condition>\(test(variable, comparison, value))</condition>"
  }

  static func test(_ variable: String, _ comparison: String, _ value: String = "") -> String {
    "<expression type=\"SMS_TaskSequence_VariableConditionExpression\"><variable "
      + "name=\"Operator\">\(comparison)</variable><variable name=\"Value\">\(value)</variable>"
      + "<variable name=\"Variable\">\(variable)</variable></expression>"
  }

  static func query(_ text: String) -> String {
    "<expression type=\"SMS_TaskSequence_WMIConditionExpression\"><variable "
      + "name=\"Namespace\">root\\cimv2</variable><variable name=\"Query\">\(text)</variable></expression>"
  }

  private static func lines(_ inside: String, _ situation: String = "{}") throws -> [String] {
    Running.lines(try Running.trace(inside, situation))
  }

  // MARK: Conditions

  @Test(arguments: [
    ("equals", "%Other%", "x", true), ("equals", "%None%", "%None%", true),
    ("less", "-1", "-5", true),
    ("greater", "1.5", "1.25", false), ("equals", "ABC", "abc", true), ("like", "a*?", "ab", true),
    ("notLike", "a*", "b", true), ("exists", "whatever", "v", true),
    ("lessEqual", "+07", "7", true),
  ])
  func valuesAreCompared(comparison: String, right: String, left: String, holds: Bool) throws {
    let lines = try Self.lines(
      Self.step("S", when: Self.when("A", comparison, right)),
      #"{"variables": {"A": "\#(left)", "Other": "x"}}"#)
    #expect(lines == [holds ? "0 S ran" : "0 S skipped-condition"])
  }

  @Test func capitalsCountWhereThatIsAssumed() throws {
    let inside = Self.step("S", when: Self.when("A", "equals", "True"))
    let trace = try Running.trace(inside, #"{"variables": {"A": "true"}}"#)
    #expect(Running.lines(trace) == ["0 S ran"])
    #expect(trace.assumed.map(\.assumption) == [.valueCase])
    let other = try Running.trace(
      inside, #"{"variables": {"A": "true"}, "assumptions": {"valueCase": "match"}}"#)
    #expect(Running.lines(other) == ["0 S skipped-condition"])
    // Where capitals are the same it does not matter, and nothing is said.
    #expect(try Running.trace(inside, #"{"variables": {"A": "True"}}"#).assumed.isEmpty)
  }

  @Test(arguments: [
    ("ask", ["0 S may-run", "1 After ran"], "success"),
    ("skip", ["0 S skipped-condition", "1 After ran"], "success"),
    ("fail", ["0 S failed"], "failed"), ("stop", [], "evaluation-error"),
  ])
  func aConditionThatFails(option: String, lines: [String], result: String) throws {
    let trace = try Running.trace(
      Self.step("S", when: "<condition>\(Self.query("bad"))</condition>") + Self.step("After"),
      #"{"facts": {"wmi": {"bad": "error"}}, "assumptions": {"conditionError": "\#(option)"}}"#)
    #expect(Running.lines(trace) == lines)
    #expect(trace.result.rawValue == result)
    #expect(trace.assumed.map(\.assumption) == [.conditionError])
  }

  @Test func whetherAnyGoesOnBehindWhatHolds() throws {
    let any = "<condition><operator type=\"or\">\(Self.test("A", "exists"))\(Self.query("bad"))"
    let inside = Self.step("S", when: any + "</operator></condition>")
    let facts = #""facts": {"wmi": {"bad": "error"}}, "variables": {"A": "1"}"#
    let trace = try Running.trace(inside, "{\(facts)}")
    #expect(Running.lines(trace) == ["0 S ran"])
    #expect(trace.assumed.map(\.assumption) == [.orStops])
    let other = try Running.trace(inside, #"{\#(facts), "assumptions": {"orStops": "no"}}"#)
    #expect(Running.lines(other) == ["0 S may-run"])
  }

  @Test(arguments: [
    ("SELECT * FROM Win32_ComputerSystem WHERE Model LIKE 'Trav%'", "ran"),
    ("SELECT * FROM Win32_ComputerSystem WHERE NOT Model LIKE '%[0-3]'", "ran"),
    (
      "select Name from Win32_ComputerSystem where Manufacturer = 'contoso' and Model = 'x'",
      "skipped-condition"
    ),
    ("SELECT * FROM Win32_Battery", "ran"), ("SELECT * FROM Win32_TPM", "skipped-condition"),
    ("SELECT * FROM Win32_OperatingSystem WHERE BuildNumber >= 19041", "ran"),
    ("SELECT * FROM Win32_SystemEnclosure WHERE ChassisTypes = '10'", "ran"),
    ("SELECT * FROM Win32_Product", "may-run"),
  ])
  func theMachineAnswersUsualQueries(query: String, outcome: String) throws {
    let lines = try Self.lines(
      Self.step("S", when: "<condition>\(Self.query(query))</condition>"),
      """
      [machine]
      make = "Contoso"
      model = "Traveller 14"
      laptop = true
      tpm = false
      version = "10.0.19045"
      """)
    #expect(lines == ["0 S \(outcome)"])
  }

  @Test func patternsOfQueriesAreNoVariables() throws {
    let query = "SELECT * FROM Win32_ComputerSystem WHERE Model LIKE '%Book%G11%'"
    let step = Self.step("S", when: "<condition>\(Self.query(query))</condition>")
    let machine = "[machine]\nmodel = \"MyBook G11\""
    #expect(try Self.lines(step, machine) == ["0 S ran"])
    #expect(try Running.trace(step, "").unknown.map(\.fact) == [RunFact(.query, query)])
    // One that is set counts.
    let other = try Self.lines(step, machine + "\n[variables]\nBook = \"Slate\"")
    #expect(other == ["0 S skipped-condition"])
  }

  // MARK: Steps

  @Test(arguments: [
    ("0 3247440400", -1047526896, true), ("0 -2147024894", 2147942402, true), ("", 0, true),
    ("5", 0, false), ("0  3010", 5, false),
  ])
  func codesAreComparedAsTheEngineHoldsThem(list: String, code: Int, isOK: Bool) throws {
    let lines = try Self.lines(
      Self.step("S", "SMS_TaskSequence_RunCommandLineAction", "successCodeList=\"\(list)\""),
      #"{"behaviour": {"S": {"codes": [\#(code)]}}}"#)
    #expect(lines == [isOK ? "0 S ran" : "0 S failed"])
  }

  @Test func theFirstOfTwoSettersIsOverwrittenAndALastOneDeletes() throws {
    let trace = try Running.trace(
      Self.set("1", "A", "x") + Self.set("2", "B", "%A%-%a%") + Self.set("3", " A ", "")
        + Self.set("4", "C", "%A%"))
    #expect(trace.value(of: "A") == "")
    #expect(trace.value(of: "b") == "x-x")
    #expect(trace.value(of: "C") == "%A%")
    #expect(trace.assumed.map(\.assumption) == [.unknownExpansion])
  }

  @Test func theErrorsCodeCanBeKept() throws {
    let trace = try Running.trace(
      Self.step("Bad", "SMS_TaskSequence_RunCommandLineAction", "continueOnError=\"true\"")
        + Self.step("Keep", action: "tsenv.exe &quot;Code=%_SMSTSLastActionRetCode%&quot;"),
      #"{"behaviour": {"Bad": {"codes": [7]}}}"#)
    #expect(trace.value(of: "Code") == "7")
    #expect(trace.value(of: "_SMSTSLastActionName") == "Keep")
  }

  @Test(arguments: [("fail", "failed"), ("ignore", "ran")])
  func readOnlyVariables(option: String, outcome: String) throws {
    let trace = try Running.trace(
      Self.set("S", "_SMSTSInWinPE", "true"),
      #"{"assumptions": {"readOnlySet": "\#(option)"}}"#)
    #expect(Running.lines(trace) == ["0 S \(outcome)"])
    #expect(trace.value(of: "_SMSTSInWinPE") == "false")
  }

  @Test(arguments: [
    ("ask", "may-run"), ("skip", "skipped-condition"), ("fail", "failed"),
  ])
  func whereAStepDoesNotRun(option: String, outcome: String) throws {
    let trace = try Running.trace(
      Self.step("S", "SMS_TaskSequence_RunCommandLineAction", "runIn=\"WinPE\""),
      #"{"assumptions": {"runInMismatch": "\#(option)"}}"#)
    #expect(Running.lines(trace) == ["0 S \(outcome)"])
    #expect(trace.assumed.map(\.assumption) == [.runInMismatch])
    let other = try Running.trace(
      Self.step("S", "SMS_TaskSequence_RunCommandLineAction", "runIn=\"WinPE\""),
      #"{"start": "WinPE"}"#)
    #expect(Running.lines(other) == ["0 S ran"])
    #expect(other.assumed.isEmpty)
  }

  @Test func contentThatIsMissingFailsTheStepThatUsesIt() throws {
    let lines = try Self.lines(
      Self.step("First")
        + Self.step(
          "S", "SMS_TaskSequence_RunCommandLineAction", "", ["PackageID": "XYZ00010"])
        + Self.step("Last"),
      #"{"facts": {"missingContent": ["xyz00010"]}}"#)
    #expect(lines == ["0 First ran", "1 S failed"])
  }

  // MARK: Lists

  private static func applications(_ goesOn: Bool) -> String {
    step(
      "Apps", "SMS_TaskSequence_InstallApplicationAction", "successCodeList=\"0\"",
      ["BaseVariableName": "APP", "ContinueOnInstallError": "\(goesOn)"])
  }

  @Test(arguments: [
    (false, "failed", ["A"], [], "Error"), (true, "ran", ["A", "C"], ["B"], "Error"),
  ])
  func anApplicationThatFails(
    goesOn: Bool, outcome: String, installed: [String], skipped: [String], status: String
  ) throws {
    let trace = try Running.trace(
      Self.applications(goesOn),
      """
      {"variables": {"APP01": "A", "APP02": "B", "APP03": "C", "APP05": "E"},
      "behaviour": {"Apps": {"items": {"B": 1603}}}}
      """)
    let event = try #require(trace.events.first)
    #expect(event.outcome.rawValue == outcome)
    #expect(event.items?.installed == installed)
    #expect(event.items?.skipped == skipped)
    #expect(trace.value(of: "_TSAppInstallStatus") == status)
    #expect(event.code == (goesOn ? 0 : 1603))
  }

  @Test(arguments: [
    ("XYZ00010:Install", "ran"), ("XYZ00010", "failed"), ("XYZ00010:", "failed"),
    ("Xyz00010:Install", "failed"), ("", "ran"),
  ])
  func packagesNeedTheirForm(value: String, outcome: String) throws {
    let step = Self.step(
      "P", "SMS_TaskSequence_InstallSoftwareAction", "successCodeList=\"0\"",
      ["BaseVariableName": "PKG"])
    #expect(
      try Self.lines(step, #"{"variables": {"PKG001": "\#(value)", "PKG01": "x"}}"#)
        == ["0 P \(outcome)"])
  }

  // MARK: Rules of Set Dynamic Variables

  @Test func rulesApplyFromTheTop() throws {
    let rules = """
      &lt;Rules&gt;&lt;Rule&gt;&lt;Variables&gt;&lt;Variable Name="A" IsSecret="false"&gt;1&lt;/Variable&gt;\
      &lt;Variable Name="B" IsSecret="false"&gt;1&lt;/Variable&gt;&lt;/Variables&gt;&lt;/Rule&gt;&lt;Rule&gt;\
      &lt;condition&gt;&lt;expression type="SMS_TaskSequence_MakeModelConditionExpression"&gt;\
      &lt;variable name="Make"&gt;Cont*&lt;/variable&gt;&lt;variable name="Model"&gt;Note ?&lt;/variable&gt;\
      &lt;/expression&gt;&lt;/condition&gt;&lt;Variables&gt;&lt;Variable Name="B" IsSecret="false"&gt;2\
      &lt;/Variable&gt;&lt;/Variables&gt;&lt;/Rule&gt;&lt;/Rules&gt;
      """
    let step = Self.step(
      "S", "SMS_TaskSequence_SetDynamicVariablesAction", "", ["OSDSetDynamicVariablesRules": rules])
    let is5 = try Running.trace(
      step, #"{"machine": {"make": "Contoso", "model": "Note 5"}}"#)
    #expect(is5.value(of: "A") == "1")
    #expect(is5.value(of: "B") == "2")
    #expect(is5.value(of: "_SMSTSModel") == "Note 5")
    #expect(try Running.trace(step, "{}").value(of: "B") == "1")
    // Not known: it is the one or the other.
    #expect(try Running.trace(step, "").value(of: "B") == nil)
    #expect(try Running.trace(step, "").value(of: "A") == "1")
  }

  // MARK: On the way

  @Test func variablesAreKnownBeforeAndAfterEachEvent() throws {
    let trace = try Running.trace(
      Self.set("1", "A", "x") + Self.set("2", "A", "y"), #"{"variables": {"B": "b"}}"#)
    let before = { (event: Int) in
      Dictionary(trace.values(before: event).map { ($0.name, $0.value) }) { first, _ in first }
    }
    #expect(before(0)["A"] == nil)
    #expect(before(0)["B"] == "b")
    #expect(before(1)["A"] == "x")
    #expect(before(2)["A"] == "y")
    #expect(trace.changes(at: 1).contains { $0 == ("A", "y") })
    #expect(trace.changes(at: 1).contains { $0 == ("_SMSTSLastActionName", "2") })
  }

  // What only a step of the product's sets is not there before it ran.
  @Test func outputsOfTheProductAreNotThereBeforehand() throws {
    let when = Self.when("_SMSTSSetupRollback", "equals", "true")
    let upgrade = Self.step(
      "U", "SMS_TaskSequence_UpgradeOperatingSystemAction", "successCodeList=\"0\"")
    let trace = try Running.trace(
      Self.step("Before", when: when) + upgrade + Self.step("After", when: when), "")
    #expect(
      Running.lines(trace).filter { !$0.contains("U ") }
        == ["0 Before skipped-condition", "2 After may-run"])
  }
}
