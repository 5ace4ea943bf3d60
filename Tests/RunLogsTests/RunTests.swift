import Containers
import RunLogs
import TaskSequence
import Testing

/// What may happen in a run, without a sequence beside it.
@Suite("What happens in runs of logs") struct RunTests {
  static func run(_ write: (inout LogWriter) -> Void) throws -> LogRun {
    var log = LogWriter()
    write(&log)
    return try #require(LogReading([LogDigest("a.log", log.bytes())]).runs.last)
  }

  static func told(_ run: LogRun) -> [String] {
    run.visits.map { visit in
      let code = visit.code.map { " \($0)" } ?? ""
      let target = visit.target.map { " \($0)" } ?? ""
      let resume = visit.outcome?.word == "restart" ? visit.resumeAt.map { " at \($0)" } ?? "" : ""
      let retry = visit.isRetry ? " retry" : ""
      return "\(visit.number ?? -1) \(visit.name) \(visit.outcome?.word ?? "?")\(code)\(target)"
        + resume + retry
    }
  }

  @Test func aRestartMovesOn() throws {
    let run = try Self.run { log in
      log.start(size: 2)
      log.begin("Restart", 0)
      log.run("Restart")
      log.restart("Restart", isRetry: false, resumeAt: 1, size: 2)
      log.begin("Next", 1)
      log.run("Next")
      log.succeed()
    }
    #expect(
      Self.told(run) == ["0 Restart ran 0", "0 Restart restart HD at 1", "1 Next ran 0"])
  }

  @Test func aLogMayEndWithARestart() throws {
    let run = try Self.run { log in
      log.start(size: 2)
      log.begin("Restart", 0)
      log.run("Restart")
      log.say("The action (Restart) initiated a reboot request")
      log.say("Execution engine result code: Reboot (2)")
      log.say("Task Sequence Manager returned code 0x80070BC2", by: "TSMBootstrap")
    }
    #expect(Self.told(run) == ["0 Restart ran 0", "0 Restart restart at 1"])
    #expect(run.end == .truncated && !run.isRunning)
  }

  @Test func aRetryWithoutARestartIsATry() throws {
    let run = try Self.run { log in
      log.start(size: 2)
      log.begin("A", 0)
      log.run("A")
      log.say("The action (A) requested a retry")
      log.begin("A", 0)
      log.run("A")
      log.succeed()
    }
    #expect(Self.told(run) == ["0 A ran 0", "0 A ran 0"])
  }

  @Test func aRestartNobodyAskedFor() throws {
    let run = try Self.run { log in
      log.start(size: 2)
      log.begin("Updates", 0)
      log.say("Start executing the command line: x")
      log.start(size: 2, saved: 0)
      log.begin("Updates", 0)
      log.run("Updates")
    }
    #expect(Self.told(run) == ["0 Updates restart unexpected", "0 Updates ran 0"])
  }

  @Test func aTimeOut() throws {
    let run = try Self.run { log in
      log.start(size: 1)
      log.begin("Upgrade", 0)
      log.say("Command line execution failed (800705B4)")
      log.say(
        "Failed to run the action: Upgrade. \r\nThe time is over. (Error: 800705B4; Source: Windows)"
      )
      log.fail(lastStep: "Upgrade")
    }
    #expect(Self.told(run) == ["0 Upgrade failed 2147943860"])
    #expect(run.visits[0].words == "The time is over.")
    #expect(CodeMeanings.shared.meaning(of: 2_147_943_860)?.words.contains("time ran out") == true)
  }

  /// Signed, unsigned and hexadecimal are the same code.
  @Test(arguments: [
    "Failed to run the action: A. Error -2147024894",
    "Failed to run the action: A. Error 2147942402",
    "Failed to run the action: A. \nNot found. (Error: 80070002; Source: Windows)",
    "Failed to run the action: A.\r\n(Error: 80070002; Source: WMI)",
    "Failed to run the action: A. Not found. (Error: 80070002; Source: Windows)",
  ]) func everyWordingOfAFailure(message: String) throws {
    let run = try Self.run { log in
      log.start(size: 1)
      log.begin("A", 0)
      log.say(message)
    }
    #expect(Self.told(run) == ["0 A failed 2147942402"])
  }

  /// Where the line that says it is lost, the variables of the last action say it.
  @Test func theVariablesOfTheLastActionTell() throws {
    let run = try Self.run { log in
      log.start(size: 2)
      for (number, isSuccess) in [true, false].enumerated() {
        log.begin("A\(number)", number)
        log.set("_SMSTSLastActionRetCode", isSuccess ? "0" : "-2147467259")
        log.set("_SMSTSLastActionSucceeded", "\(isSuccess)")
      }
    }
    #expect(Self.told(run) == ["0 A0 ran 0", "1 A1 failed 2147500037"])
  }

  @Test func aGroupThatGoesOnAbsorbsTheFailure() throws {
    let run = try Self.run { log in
      log.start(size: 4)
      log.begin("G", 0)
      log.say("The group (G) has been successfully started")
      log.begin("A", 1)
      log.fail("A", code: 5)
      log.failGroup("G")
      log.begin("B", 3)
      log.run("B")
      log.succeed()
    }
    #expect(
      Self.told(run) == ["0 G started", "1 A failed 5", "0 G failed-ignored", "3 B ran 0"])
    #expect(run.failure?.name == "A")
  }

  @Test func aRestartThatCannotBe() throws {
    let run = try Self.run { log in
      log.start(size: 2)
      log.begin("A", 0)
      log.run("A", code: 3010)
      log.say(
        "Fatal error is returned in check for reboot request of the action (A).\r\nUnspecified")
      log.fail(lastStep: "A")
    }
    #expect(Self.told(run) == ["0 A ran 3010", "0 A restart-failed"])
    #expect(run.end == .failed && run.failedStep == "A")
  }

  @Test func aLogThatBeginsInTheMiddle() throws {
    let run = try Self.run { log in
      log.say("Process completed with exit code 5", by: "InstallSoftware")
      log.say("Process completed with exit code 1603")
      log.say("Failed to run the action: A. Error 1603")
      log.begin("B", 7)
    }
    #expect(Self.told(run) == ["-1 A failed-ignored 1603", "7 B running"])
    #expect(run.visits[0].isPartial)
  }

  // MARK: Tests of conditions

  private static func tests(held: Bool, _ write: (inout LogWriter) -> Void) throws -> [String] {
    let run = try Self.run { log in
      log.start(size: 1)
      log.begin("A", 0)
      log.say("Evaluating an AND expression")
      write(&log)
      if held {
        log.say("The condition for the action (A) is evaluated to be true")
      } else {
        log.skip("A")
      }
    }
    return run.visits[0].tests.map { test in
      "\(test.texts.joined(separator: " ")): \(test.result.map { "\($0)" } ?? "?")"
    }
  }

  @Test func whatFollowsFromACondition() throws {
    let three = { (log: inout LogWriter) in
      for name in ["X", "Y", "Z"] { log.test(name, "equals", "1") }
    }
    #expect(
      try Self.tests(held: true, three)
        == ["equals X 1: true", "equals Y 1: true", "equals Z 1: true"])
    // The engine looks no further than the first that does not hold.
    #expect(
      try Self.tests(held: false, three)
        == ["equals X 1: true", "equals Y 1: true", "equals Z 1: false"])
    let any = { (log: inout LogWriter) in
      log.say("Evaluating an OR expression")
      three(&log)
    }
    #expect(
      try Self.tests(held: false, any)
        == ["equals X 1: false", "equals Y 1: false", "equals Z 1: false"])
    #expect(
      try Self.tests(held: true, any) == ["equals X 1: ?", "equals Y 1: ?", "equals Z 1: ?"])
    let query = { (log: inout LogWriter) in
      log.say("Evaluating a WMI condition expression")
      log.say("Expand a string: root\\cimv2")
      log.say("Expand a string: select * from Win32_Battery")
    }
    #expect(
      try Self.tests(held: false, query) == ["root\\cimv2 select * from Win32_Battery: false"])
  }

  /// What the log says a variable was set to stands beside the test.
  @Test func theValueThatWasSeen() throws {
    let run = try Self.run { log in
      log.set("Want", "no")
      log.start(size: 1)
      log.begin("A", 0)
      log.test("WANT", "equals", "yes")
      log.skip("A")
    }
    #expect(run.visits[0].tests.map(\.seen) == ["no"])
  }
}
