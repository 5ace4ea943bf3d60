import Conditions
import Facts
import TaskSequence

/// What comes of a node's condition.
extension Runner {
  /// What the condition looked at, to be kept with the event.
  var sights: [TraceEvent.Sight] { seen.map { TraceEvent.Sight(slot: $0.slot, value: $0.value) } }

  /// Judges a node's condition; where it does not hold, says so.
  ///
  /// Nil where the node failed by it, or the run ended: then all is said and done.
  mutating func judgedCondition(of node: ReadNode) -> Judgement? {
    seen.removeAll(keepingCapacity: true)
    var judgement = judgeCondition(of: node)
    if judgement.truth == .unknown, judgement.isFaulty {
      assume(.conditionError)
      // Something else that is open may decide before the fault does.
      let isOpen = book.facts(judgement.needs).contains { !isFault($0) }
      switch assumptions[.conditionError] {
      case "skip" where !isOpen: judgement = .no
      case "fail" where !isOpen && isCertain:
        failCondition(of: node)
        return nil
      case "fail":
        judgement.mayFail = true
        guard !node.continuesOnError else { break }
        mayLeave(judgement.needs.union(placeNeeds), to: frames[frames.count - 1].absorber)
      case "stop" where !isOpen && isCertain:
        result = .evaluationError
        return nil
      case "stop":
        mayEndOtherwise = true
        mayLeave(judgement.needs.union(placeNeeds), to: 0)
      default: break
      }
    }
    if judgement.truth == .no {
      var event = TraceEvent(row, .skippedCondition)
      event.sights = sights
      if judgement.isFaulty { event.notes.append(.faultyCondition) }
      events.append(event)
    }
    return judgement
  }

  private func isFault(_ fact: RunFact) -> Bool {
    fact.kind == .condition
      || fact.kind == .query && situation.found.answer(to: fact.text) == .error
  }

  /// A condition that cannot be evaluated, and was assumed to fail its node.
  private mutating func failCondition(of node: ReadNode) {
    var event = TraceEvent(row, node.continuesOnError ? .failedIgnored : .failed)
    event.sights = sights
    event.notes = [.faultyCondition]
    events.append(event)
    let failed = row
    row = table.rows[row].after
    if !node.continuesOnError { fail(from: failed) }
  }
}
