import Containers
import DryRun
import Embedded
import Facts
import Reports
import TaskSequence
import Testing

@Suite("What runs print") struct RunReportTests {
  /// The sequence of Microsoft's planning article: two groups, six steps, and where they continue on
  /// error.
  private static func planning(groups: Set<Int> = [1], steps: Set<Int> = [1]) -> String {
    func flag(_ isOn: Bool) -> String { isOn ? " continueOnError=\"true\"" : "" }
    func group(_ number: Int, _ range: ClosedRange<Int>) -> String {
      "<group name=\"Group \(number)\"\(flag(groups.contains(number)))>"
        + range.map {
          "<step name=\"Step \($0)\"\(flag(steps.contains($0)))><action>x</action></step>"
        }.joined() + "</group>"
    }
    return "<sequence version=\"3.10\">\(group(1, 1...3))\(group(2, 4...6))</sequence>"
  }

  private static func run(
    _ sequence: String, failing failed: [Int] = [], file: String? = nil, called name: String? = nil,
    _ change: (inout Situation) -> Void = { _ in }
  ) throws -> RunReport.Run {
    var situation = Situation()
    situation.unstated = .absent
    for step in failed {
      var behaviour = Behaviour()
      behaviour.codes = [1]
      situation.behaviour.append(("Step \(step)", behaviour))
    }
    change(&situation)
    let document = try SequenceDocument(loading: Array(sequence.utf8))
    let trace = try Trace(of: InstructionTable(of: document), in: situation)
    let differences = situation.expectation.map(trace.differences) ?? []
    return RunReport.Run(trace, of: file, in: name, differences: differences)
  }

  private static func text(_ runs: [RunReport.Run], as format: String = "text") throws -> String {
    let report = RunReport(runs)
    return try #require(RunReport.formats.first { $0.name == format }).text(of: report)
  }

  // The help shows the table of the planning article as the program prints it.
  @Test func theHelpShowsThePlanningArticlesTable() throws {
    let help = try #require(EmbeddedFile.text(of: "Help/runs.md"))
    let cases: [(String, [Int])] = [
      ("all succeed", []), ("step 1 fails", [1]), ("step 2 fails", [2]), ("step 3 fails", [3]),
      ("step 4 fails", [4]), ("step 5 fails", [5]), ("step 6 fails", [6]),
      ("steps 2 and 4 fail", [2, 4]),
    ]
    let table = try Self.text(
      cases.map { name, failed in
        try Self.run(Self.planning(), failing: failed, file: "planning.xml", called: name)
      })
    #expect(help.contains("```\n\(table)```"), "\(table)")
    let variants: [(String, String, [Int])] = [
      ("group 2 continues on error", Self.planning(groups: [1, 2]), [4]),
      ("step 4 continues on error", Self.planning(steps: [1, 4]), [4]),
      ("nothing continues on error", Self.planning(groups: [], steps: []), [1]),
    ]
    for (name, sequence, failed) in variants {
      let text = try Self.text([Self.run(sequence, failing: failed, called: name)])
      #expect(help.contains("```\n\(text)```"), "\(text)")
    }
  }

  @Test func jsonHasWhatTheHelpSays() throws {
    let text = try Self.text([Self.run(Self.planning(), failing: [2])], as: "json")
    for part in [
      #""result" : "success""#, #""notReached" : ["#, #""path" : "Group 1/Step 2""#,
      #""outcome" : "failed-ignored""#, #""code" : 1"#, #""endAt" : 4"#, #""at" : 0"#,
      #""unknown" : ["#, #""assumptions" : ["#, #""variables" : {"#,
      #""_SMSTSLastActionSucceeded" : "true""#,
    ] {
      #expect(text.contains(part), "\(part) is not in \(text)")
    }
  }

  // A trace that was kept is what comes out of the same run again.
  @Test func aKeptTraceIsTheSame() throws {
    for failed in [[], [1], [2], [4]] {
      let kept = try Self.text([Self.run(Self.planning(), failing: failed)], as: "json")
      let expectation = try Expectation(kept: Array(kept.utf8))
      let same = try Self.run(Self.planning(), failing: failed) { $0.expectation = expectation }
      #expect(same.differences == [])
      let other = try Self.run(Self.planning(), failing: [3]) { $0.expectation = expectation }
      #expect(!other.differences.isEmpty)
      let text = try Self.text([other])
      #expect(text.contains("expected") && !text.contains("[ran]"), "\(text)")
    }
  }

  @Test func everyFormatHoldsWhateverIsInNames() throws {
    let name = "a|b`c*\u{202E}&lt;d"
    let sequence =
      "<sequence version=\"3.10\"><step name=\"\(name)\"><action>x</action></step></sequence>"
    let run = try Self.run(sequence)
    for format in RunReport.formats {
      for runs in [[run], [run, run]] {
        let text = try format.text(of: RunReport(runs))
        #expect(!text.contains("\u{202E}"), "\(format.name)")
      }
    }
    let markdown = try Self.text([run], as: "markdown")
    #expect(markdown.contains(#"a\|b\`c\*"#), "\(markdown)")
  }

  @Test func secretsAreNotShown() throws {
    let sequence = """
      <sequence version="3.10"><step name="S"><condition><expression \
      type="SMS_TaskSequence_VariableConditionExpression"><variable name="Operator">equals</variable>\
      <variable name="Value">hunter2</variable><variable name="Variable">UserPassword</variable>\
      </expression></condition><action>x</action></step></sequence>
      """
    let run = try Self.run(sequence) { $0.variables = [.init("UserPassword", "hunter2")] }
    for format in RunReport.formats {
      #expect(!(try format.text(of: RunReport([run])).contains("hunter2")), "\(format.name)")
    }
  }
}
