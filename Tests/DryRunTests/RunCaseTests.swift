import DryRun
import Facts
import TaskSequence
import Testing

@Suite(
  "The handed-over runs come out as they should",
  .enabled(if: RunCases.areThere, Comment(rawValue: RunCases.skipped)))
struct RunCaseTests {
  @Test(arguments: RunCases.all) func comesOut(run: RunCases.Case) throws {
    let situation = try Situation(reading: run.bytes)
    let trace = try Running.trace(situation)
    let expectation = try #require(situation.expectation)
    let differences = trace.differences(from: expectation)
    #expect(differences == [], "\(run.id): \(Running.lines(trace))")
  }
}
