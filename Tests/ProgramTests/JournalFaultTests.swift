import Foundation
import TaskSequence
import Testing

/// Kills the program at every call it makes to write its first edit down, and makes every call fail.
///
/// What the screen shows is then in the journal, or the program says that it is not; whatever is left
/// there keeps nobody from the next start.
@Suite(.enabled("there is no C compiler") { FaultLibrary.path != nil })
struct JournalFaultTests {
  /// - Parameter hasRested: Whether there was time to begin the journal before the edit.
  @Test(arguments: [false, true])
  func whateverFailsAnEditIsWrittenDownOrSaidNotToBe(hasRested: Bool) throws {
    let calls = try Self.calls(hasRested)
    #expect(calls.contains("write") && calls.contains("fdatasync"), "\(calls)")
    #expect(calls.contains("linkat") == hasRested, "\(calls)")
    let faults = calls.enumerated().flatMap { index, call in
      (hasRested ? ["kill", "\(EIO)"] : SaveFaultTests.kinds(of: call)).map {
        SaveFaultTests.Fault(number: index + 1, call: call, kind: $0)
      }
    }
    let results = FaultResults()
    DispatchQueue.concurrentPerform(iterations: faults.count) { index in
      do { results.add(faults[index], try Self.suffer(faults[index], hasRested)) } catch {
        results.add(faults[index], "BROKEN: \(error)")
      }
    }
    print(
      results.table(
        hasRested ? "A first edit after a rest" : "A first edit", faults.count, calls.count))
    for (fault, outcome) in results.all where outcome.hasPrefix("BROKEN") {
      Issue.record("\(fault.name) at call \(fault.number), \(fault.call): \(outcome)")
    }
    #expect(results.all.count == faults.count)
  }

  /// Opens a file and disables its step.
  private static func edit(
    _ bed: Sickbed, _ hasRested: Bool, _ environment: [String: String]
  ) throws -> TerminalRun {
    let own = ["LD_PRELOAD": FaultLibrary.path ?? "", "FAULT_KEY": "d"]
    let run = try TerminalRun(
      [Program.path, bed.path], state: bed.state, environment: own.merging(environment) { $1 })
    run.type("j")
    if hasRested {
      _ = run.wait(for: "Say hello")
      usleep(400_000)
    }
    run.type("d")
    return run
  }

  private static func calls(_ hasRested: Bool) throws -> [String] {
    let bed = try Sickbed()
    if hasRested { try bed.makeJournalFolder() }
    let run = try edit(bed, hasRested, ["FAULT_LOG": bed.scratch("log")])
    func names() -> [String] { FaultLibrary.calls(in: bed.scratch("log")).map(\.name) }
    // The folder comes last.
    _ = run.wait { names().last == "close" && names().contains("fdatasync") }
    return names()
  }

  private static func suffer(
    _ fault: SaveFaultTests.Fault, _ hasRested: Bool
  ) throws -> String {
    let bed = try Sickbed()
    if hasRested { try bed.makeJournalFolder() }
    let run = try edit(
      bed, hasRested, ["FAULT_NUMBER": "\(fault.number)", "FAULT_KIND": fault.kind])
    let words = "cannot be written down"
    let isSync = fault.call == "fdatasync" && Int32(fault.kind).map { $0 != EINTR } == true
    guard
      run.wait(until: {
        run.hasEnded || run.shows(words)
          || !isSync && fault.kind != "kill" && run.shows("Disabled") && bed.isInJournal
      })
    else { return "BROKEN: it is neither written down nor said: \(run.text())" }
    let said = run.shows(words)
    let hasEnded = run.hasEnded
    kill(run.process, SIGKILL)
    guard run.wait(until: { run.hasEnded }) else { return "BROKEN: it does not die" }
    guard bed.content == Sickbed.old else { return "BROKEN: the file was touched" }
    let start = try SaveFaultTests.nextStart(bed)
    if !said, !hasEnded, !start.isOffered { return "BROKEN: it is not offered" }
    guard start.litter.isEmpty || !start.isOffered else { return "BROKEN: left \(start.litter)" }
    return (said ? "said so; " : "") + (start.isOffered ? "offered again" : "not offered")
      + (hasEnded ? " after the kill" : "")
  }
}
