import DryRun
import Facts
import TaskSequence
import TestSupport
import Testing

@Suite("Laws of runs") struct RunLawTests {
  private static func trace(_ run: RandomRun, _ situation: Situation) throws -> Trace {
    try Running.trace(situation, Running.parse(run.text()))
  }

  /// What must be known, some of it.
  private static func some(_ seeded: inout Seeded) -> Set<String> {
    Set((RandomRun.names + RandomRun.tests).filter { _ in seeded.chance(40) })
  }

  /// Why a run is none of those another one leaves open; nil where it is one.
  private static func contradiction(_ run: Trace, within open: Trace) -> String? {
    if open.result != .undecided, open.result != run.result {
      return "result \(run.result) is not \(open.result)"
    }
    let (left, right) = (outcomes(run), outcomes(open))
    for row in open.table.rows.indices {
      let name = open.table.rows[row].node.name
      let (came, allowed) = (left[row], right[row])
      let isOpen = !allowed.isDisjoint(with: [.mayRun, .mayFail])
      if allowed.contains(.mayFail) { continue }
      if isOpen {
        if !came.isSubset(of: [
          .ran, .started, .completed, .skippedCondition, .restart, .mayRun,
        ]) {
          return "\(name) \(came) where it may run"
        }
        continue
      }
      let isSkipped = allowed == [.skippedCondition] || allowed == [.skippedDisabled]
      // That it may restart is said of the event of the step itself.
      let isSame = came == allowed || came.subtracting([.restart]) == allowed
      if isSame || isSkipped && came.isEmpty { continue }
      return "\(name): \(came) is not \(allowed)"
    }
    for (name, value) in open.values {
      // Where the last event was follows from the events, which may be others.
      let isPlace = ["_SMSTSCurrentActionName", "_SMSTSNextInstructionPointer"].contains(name)
      guard let value, !isPlace else { continue }
      if run.value(of: name) != value {
        return "\(name) is \(run.value(of: name) ?? "open"), not \(value)"
      }
    }
    return nil
  }

  private static func outcomes(_ trace: Trace) -> [Set<Outcome>] {
    var outcomes = Array(repeating: Set<Outcome>(), count: trace.table.rows.count)
    for event in trace.events { outcomes[event.row].insert(event.outcome) }
    return outcomes
  }

  // The heart of it: what is not known never becomes a guess.
  @Test(arguments: Seeded.seeds(600)) func runsWithAllFactsLieWithinThoseWithout(
    seed: UInt64
  ) throws {
    var seeded = Seeded(seed)
    let run = RandomRun(&seeded)
    let all = try Self.trace(run, run.situation(isAbsent: true))
    let forgotten = Self.some(&seeded)
    let open = try Self.trace(run, run.situation(forgetting: forgotten, isAbsent: false))
    let contradiction = Self.contradiction(all, within: open)
    #expect(
      contradiction == nil,
      "seed \(seed) \(forgotten)\n\(run.text())\n\(Running.lines(all))\n\(Running.lines(open))")
  }

  @Test(arguments: Seeded.seeds(300)) func aFactMoreNeverChangesWhatWasCertain(
    seed: UInt64
  ) throws {
    var seeded = Seeded(seed)
    let run = RandomRun(&seeded)
    let less = Self.some(&seeded)
    let more = less.intersection(Self.some(&seeded))
    let open = try Self.trace(run, run.situation(forgetting: less, isAbsent: false))
    let known = try Self.trace(run, run.situation(forgetting: more, isAbsent: false))
    let contradiction = Self.contradiction(known, within: open)
    #expect(
      contradiction == nil,
      "seed \(seed) \(less) \(more)\n\(run.text())\n\(Running.lines(known))\n\(Running.lines(open))"
    )
  }

  @Test(arguments: Seeded.seeds(200)) func withAllFactsNothingMayRun(seed: UInt64) throws {
    var seeded = Seeded(seed)
    let run = RandomRun(&seeded)
    let trace = try Self.trace(run, run.situation(isAbsent: true))
    #expect(trace.result != .undecided)
    #expect(!trace.events.contains { [.mayRun, .mayFail].contains($0.outcome) }, "seed \(seed)")
    #expect(trace.unknown.isEmpty)
  }

  @Test(arguments: Seeded.seeds(200)) func disabledNodesChangeNothing(seed: UInt64) throws {
    var seeded = Seeded(seed)
    let run = RandomRun(&seeded)
    let situation = run.situation(forgetting: Self.some(&seeded), isAbsent: seeded.chance(50))
    let with = try Self.trace(run, situation)
    let without = try Running.trace(
      situation, Running.parse(run.text(leavingOutDisabled: true)))
    let lines = { (trace: Trace) in
      trace.events.filter { $0.outcome != .skippedDisabled }.map {
        "\(trace.table.rows[$0.row].node.name) \($0.outcome)"
      }
    }
    #expect(lines(with) == lines(without), "seed \(seed)")
    #expect(with.result == without.result)
  }

  @Test(arguments: Seeded.seeds(100)) func theSameRunIsTheSameTrace(seed: UInt64) throws {
    var seeded = Seeded(seed)
    let run = RandomRun(&seeded)
    let situation = run.situation(forgetting: Self.some(&seeded), isAbsent: false)
    let (one, other) = (try Self.trace(run, situation), try Self.trace(run, situation))
    #expect(Running.lines(one) == Running.lines(other))
    #expect(one.unknown.map(\.fact) == other.unknown.map(\.fact))
  }

  // An event of a node that may run says what it needs, and nothing else does.
  @Test(arguments: Seeded.seeds(200)) func whatMayRunSaysWhatItNeeds(seed: UInt64) throws {
    var seeded = Seeded(seed)
    let run = RandomRun(&seeded)
    let trace = try Self.trace(
      run, run.situation(forgetting: Self.some(&seeded), isAbsent: false))
    for event in trace.events {
      let isOpen = [.mayRun, .mayFail].contains(event.outcome)
      #expect(trace.needs(of: event).isEmpty == !isOpen, "seed \(seed) \(Running.lines(trace))")
    }
  }
}
