import DryRun
import Facts
import Testing

@Suite("Restarts and children in a run") struct RestartTests {
  private static func lines(_ inside: String, _ situation: String = "{}") throws -> [String] {
    Running.lines(try Running.trace(inside, situation))
  }

  private static let after = RunRuleTests.step("After")

  @Test func settingUpWindowsRunsTwiceAndItsFailureNobodyAbsorbs() throws {
    let step = RunRuleTests.step(
      "Setup", "SMS_TaskSequence_SetupWindowsAndSMSAction",
      "successCodeList=\"0\" continueOnError=\"true\"")
    #expect(
      try Self.lines(step + Self.after, #"{"start": "WinPE"}"#)
        == ["0 Setup ran", "0 Setup restart", "0 Setup ran", "1 After ran"])
    let group = "<group name=\"G\" continueOnError=\"true\">\(step)</group>"
    let trace = try Running.trace(
      group + Self.after, #"{"start": "WinPE", "behaviour": {"Setup": {"codes": [0, 1]}}}"#)
    #expect(
      Running.lines(trace) == [
        "0 G started", "1 Setup ran", "1 Setup restart", "1 Setup failed", "0 G failed",
      ])
    #expect(trace.result == .failed)
  }

  @Test(arguments: [
    ("SMS_TaskSequence_JoinDomainWorkgroupAction", ["OSDJoinSkipReboot": "false"], "HD"),
    ("SMS_TaskSequence_JoinDomainWorkgroupAction", ["OSDJoinSkipReboot": "true"], nil),
    ("SMS_TaskSequence_PrepareOSAction", [:], "WinPE"),
    ("SMS_TaskSequence_UpgradeOperatingSystemAction", ["OSDUpgradeScanOnly": "true"], nil),
    ("SMS_TaskSequence_UpgradeOperatingSystemAction", ["OSDUpgradeScanOnly": "false"], "HD"),
    ("SMS_TaskSequence_RebootAction", ["SMSRebootTarget": "WinPE"], "WinPE"),
  ])
  func stepsThatRestartByThemselves(
    type: String, variables: [String: String], target: String?
  ) throws {
    let step = RunRuleTests.step("S", type, "successCodeList=\"0\"", variables)
    let trace = try Running.trace(step + Self.after)
    let restart = trace.events.first { $0.outcome == .restart }
    #expect(restart?.target == target)
    #expect(restart?.resumeAt == (target == nil ? nil : 1))
    #expect(trace.value(of: "_SMSTSInWinPE") == (target == "WinPE" ? "true" : "false"))
  }

  @Test func aRestartAsTheLastStepEndsWell() throws {
    let step = RunRuleTests.step("R", "SMS_TaskSequence_RebootAction", "successCodeList=\"0\"")
    let trace = try Running.trace("<group name=\"G\">\(step)</group>")
    #expect(
      Running.lines(trace) == ["0 G started", "1 R ran", "1 R restart", "0 G completed"])
    #expect(trace.result == .success)
    #expect(trace.events[2].resumeAt == 2)
  }

  @Test(arguments: [
    (1, "fail", ["restart", "ran"], "success"),
    (3, "fail", ["restart", "restart", "restart", "failed"], "failed"),
    (3, "ignore", ["restart", "restart", "restart", "ran"], "success"),
  ])
  func unexpectedRestarts(count: Int, option: String, outcomes: [String], result: String) throws {
    let trace = try Running.trace(
      RunRuleTests.step("S", "SMS_TaskSequence_InstallApplicationAction", "retryCount=\"2\""),
      """
      {"behaviour": {"S": {"unexpectedRestarts": \(count)}},
      "assumptions": {"retryExhausted": "\(option)"}}
      """)
    #expect(trace.events.map(\.outcome.rawValue) == outcomes)
    #expect(trace.result.rawValue == result)
    #expect(trace.assumed.isEmpty == (count == 1))
  }

  @Test(arguments: [
    ("HD", "0 3010", 3010, "unlisted3010=fail", true),
    ("HD", "0", 3010, "unlisted3010=restart", false),
    (nil, "0", 3010, "unlisted3010=fail", false),
  ])
  func codesThatAskForARestart(
    target: String?, list: String, code: Int, assumption: String, isListed: Bool
  ) throws {
    let parts = assumption.split(separator: "=")
    let trace = try Running.trace(
      RunRuleTests.step(
        "S", "SMS_TaskSequence_RunCommandLineAction", "successCodeList=\"\(list)\""),
      """
      {"behaviour": {"S": {"codes": [\(code)]}}, "assumptions": {"\(parts[0])": "\(parts[1])"}}
      """)
    #expect(trace.events.first { $0.outcome == .restart }?.target == target)
    #expect(trace.assumed.isEmpty == isListed)
  }

  @Test(arguments: [("restart", true), ("success", false)])
  func aRestartAskedForInWindowsPE(option: String, restarts: Bool) throws {
    let trace = try Running.trace(
      RunRuleTests.step("S", "SMS_TaskSequence_RunCommandLineAction", "successCodeList=\"0 3010\""),
      """
      {"start": "WinPE", "behaviour": {"S": {"codes": [3010]}}, "assumptions": {"winpe3010": "\(option)"}}
      """)
    #expect(trace.events.contains { $0.outcome == .restart } == restarts)
    #expect(trace.assumed.map(\.assumption) == [.winpe3010])
  }

  @Test func aScriptThatNeverStopsAskingEndsNowhere() throws {
    let trace = try Running.trace(
      RunRuleTests.step("S") + Self.after,
      #"{"behaviour": {"S": {"sets": {"SMSTSRebootRequested": "HD", "SMSTSRetryRequested": "true"}}}}"#
    )
    #expect(trace.result == .endless)
    #expect(trace.circle?.row == 0)
    #expect(trace.circle?.variable == "SMSTSRetryRequested")
    #expect(trace.events.count { $0.outcome == .ran } == 100)
  }

  @Test func aFormattedDiskCanBeStartedFrom() throws {
    let format = RunRuleTests.step(
      "Format", "SMS_TaskSequence_PartitionDiskAction", "successCodeList=\"0\"")
    let restart = RunRuleTests.step("R", "SMS_TaskSequence_RebootAction", "successCodeList=\"0\"")
    let facts = #"{"start": "WinPE", "facts": {"formattedPartition": false}}"#
    #expect(try Self.lines(format + restart, facts).last == "1 R restart")
    #expect(try Self.lines(restart + format, facts).last == "0 R restart-failed")
  }

  // MARK: Children

  private static let child = InstructionTableTests.child("C", "XYZ00002")

  @Test func aChildNobodyKnowsMaySetAnythingAndFail() throws {
    let inside =
      RunRuleTests.set("S", "A", "1") + "<group name=\"G\" continueOnError=\"true\">\(Self.child)"
      + "\(RunRuleTests.step("In"))</group>"
      + RunRuleTests.step("After", when: RunRuleTests.when("A", "equals", "1"))
    let trace = try Running.trace(inside)
    #expect(
      Running.lines(trace) == [
        "0 S ran", "1 G started", "2 C started", "2 C may-fail", "? In may-run", "1 G may-fail",
        "? After may-run",
      ])
    #expect(trace.result == .success)
    #expect(trace.unknown.first?.fact == RunFact(.child, "XYZ00002"))
    #expect(trace.assumed.map(\.assumption) == [.childMissing])
    let empty = try Running.trace(inside, #"{"assumptions": {"childMissing": "empty"}}"#)
    #expect(empty.result == .success)
    #expect(Running.lines(empty).contains("6 After ran"))
    let stop = try Running.trace(inside, #"{"assumptions": {"childMissing": "stop"}}"#)
    #expect(stop.result == .notStarted)
    #expect(stop.events.isEmpty)
  }

  @Test func childrenThatRunEachOtherEndNowhere() throws {
    let circle = """
      {"children": {"XYZ00002": {"sequence": "<sequence>\(Self.child.replacing("\"", with: "\\\""))</sequence>"}}}
      """
    let trace = try Running.trace(Self.child, circle)
    #expect(trace.result == .endless)
    // Nobody gets there where the step is disabled.
    let disabled = InstructionTableTests.child("C", "XYZ00002", " disable=\"true\"")
    #expect(try Running.trace(disabled, circle).result == .success)
  }

  @Test func aDisabledChildKeepsTheDeploymentFromStarting() throws {
    let facts = #"{"children": {"XYZ00002": {"enabled": false}}}"#
    #expect(try Running.trace(Self.after + Self.child, facts).result == .notStarted)
    let hidden = "<group name=\"G\" disable=\"true\">\(Self.child)</group>"
    #expect(try Running.trace(hidden, facts).result == .success)
  }

  // MARK: Names

  @Test func aNameOfSeveralNodesIsRefusedWithTheirPaths() throws {
    let inside =
      "<group name=\"G\">\(Self.after)</group>" + "<group name=\"H\">\(Self.after)</group>"
    let fault = #expect(throws: SituationFault.self) {
      try Running.trace(inside, #"{"behaviour": {"After": {"codes": [1]}}}"#)
    }
    #expect(fault?.reason.contains("“G/After”, “H/After”") == true)
    let trace = try Running.trace(
      inside, #"{"behaviour": {"H/After": {"codes": [1]}, "Nobody": {}}}"#)
    #expect(Running.lines(trace).last == "3 H failed")
    #expect(trace.strays == ["Nobody"])
  }
}
