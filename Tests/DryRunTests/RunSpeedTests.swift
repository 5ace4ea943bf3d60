import DryRun
import Facts
import Glibc
import TaskSequence
import Testing

@Suite("Runs are quick") struct RunSpeedTests {
  /// A sequence of groups of twenty steps, as real ones are: a third with conditions, some that set
  /// variables.
  private static func text(_ count: Int) -> String {
    var text = "<sequence version=\"3.10\">"
    for index in 0..<count {
      if index % 20 == 0 { text += "\(index > 0 ? "</group>" : "")<group name=\"Group \(index)\">" }
      let condition =
        index % 3 == 0
        ? "<condition><expression type=\"SMS_TaskSequence_VariableConditionExpression\"><variable "
          + "name=\"Operator\">equals</variable><variable name=\"Value\">\(index % 7)</variable>"
          + "<variable name=\"Variable\">Site\(index % 50)</variable></expression></condition>" : ""
      if index % 10 == 1 {
        text +=
          "<step type=\"SMS_TaskSequence_SetVariableAction\" name=\"Set \(index)\" "
          + "successCodeList=\"0\">\(condition)<action>tsenv.exe \"Site\(index % 50)=\(index % 7)\""
          + "</action><defaultVarList><variable name=\"VariableName\" hidden=\"true\">"
          + "Site\(index % 50)</variable><variable name=\"VariableValue\" hidden=\"true\">"
          + "\(index % 7)</variable></defaultVarList></step>"
      } else {
        text +=
          "<step type=\"SMS_TaskSequence_RunCommandLineAction\" name=\"Run \(index)\" "
          + "successCodeList=\"0 3010\" runIn=\"WinPEandFullOS\">\(condition)<action>smsswd.exe /run: "
          + "cmd.exe /c echo \(index)</action><defaultVarList><variable name=\"CommandLine\" "
          + "hidden=\"true\">cmd.exe /c echo \(index)</variable><variable name=\"SuccessCodes\" "
          + "hidden=\"true\">0 3010</variable></defaultVarList></step>"
      }
    }
    return text + "</group></sequence>"
  }

  /// What this thread has worked so far: others work beside it.
  private static func worked() -> Duration {
    var time = timespec()
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
    return .seconds(time.tv_sec) + .nanoseconds(time.tv_nsec)
  }

  // 20 ms are meant; the limit leaves room for machines that are slower, and what it takes is printed.
  @Test(arguments: [Situation.Unstated.absent, .unknown]) func tenThousandSteps(
    unstated: Situation.Unstated
  ) throws {
    let document = try Running.parse(Self.text(10_000))
    var situation = Situation()
    situation.unstated = unstated
    var best = Duration.seconds(100)
    for _ in 0..<5 {
      let start = Self.worked()
      let trace = try Trace(of: InstructionTable(of: document), in: situation)
      best = min(best, Self.worked() - start)
      #expect(trace.result == .success)
    }
    print("10,000 steps, \(unstated): \(best)")
    #expect(best < .milliseconds(120))
  }

  // Deep or wide, a node costs what it costs.
  @Test func costsGrowWithTheNodesAlone() throws {
    func cost(_ count: Int) throws -> Duration {
      let groups = (0..<count).map { "<group name=\"G\($0)\" continueOnError=\"true\">" }.joined()
      let inside = "<step name=\"S\"><action>x</action></step>"
      let ends = String(repeating: "\(inside)</group>", count: count)
      let document = try Running.parse("<sequence version=\"3.10\">\(groups)\(ends)</sequence>")
      var best = Duration.seconds(100)
      for _ in 0..<5 {
        let start = Self.worked()
        let trace = try Trace(of: InstructionTable(of: document), in: Situation())
        best = min(best, Self.worked() - start)
        #expect(trace.states.count == 2 * count)
      }
      return best
    }
    let (few, many) = (try cost(25), try cost(250))
    #expect(many < few * 40, "\(few), \(many)")
  }
}
