/// What a run made of a node, one word for each.
package enum RunState: String, CaseIterable, Sendable {
  case ran
  case skippedCondition = "skipped"
  case disabled
  case mayRun = "may run"
  case failed
  case failedIgnored = "failed, ignored"
  case mayFail = "may fail"
  case notReached = "not reached"

  /// Its sign where letters alone can be shown.
  package var sign: String {
    switch self {
    case .ran: "+"
    case .skippedCondition: "-"
    case .disabled: "x"
    case .mayRun: "?"
    case .failed: "F"
    case .failedIgnored: "f"
    case .mayFail: "!"
    case .notReached: "."
    }
  }
}

extension Trace {
  /// Exactly one state for each row of the table.
  ///
  /// What is inside something that was skipped is as that is; a step that ran more than once is as it
  /// came out last.
  package var states: [RunState] {
    var states: [RunState?] = Array(repeating: nil, count: table.rows.count)
    for event in events {
      let state: RunState? =
        switch event.outcome {
        case .started, .completed, .ran: .ran
        case .failed: .failed
        case .failedIgnored: .failedIgnored
        case .skippedDisabled: .disabled
        case .skippedCondition: .skippedCondition
        case .mayRun: .mayRun
        case .mayFail: .mayFail
        case .restart: nil
        case .restartFailed: .failed
        }
      if let state { states[event.row] = state }
    }
    var all: [RunState] = []
    all.reserveCapacity(states.count)
    for (row, state) in states.enumerated() {
      if let state {
        all.append(state)
      } else if let parent = table.rows[row].parent,
        [.disabled, .skippedCondition].contains(all[parent])
      {
        all.append(all[parent])
      } else {
        all.append(.notReached)
      }
    }
    return all
  }

  /// How many steps came to each state; groups and children do not count.
  package var counts: [RunState: Int] {
    var counts: [RunState: Int] = [:]
    for (row, state) in zip(table.rows, states) where !row.isOpen { counts[state, default: 0] += 1 }
    return counts
  }

  /// The run in one line: “41 run, 13 skipped, 2 may run; success”.
  package var summary: String {
    let counts = counts
    func part(_ states: [RunState], _ word: String) -> String? {
      let count = states.reduce(0) { $0 + (counts[$1] ?? 0) }
      return count > 0 ? "\(count) \(word)" : nil
    }
    let parts = [
      part([.ran], "run"), part([.failedIgnored], "failed and ignored"), part([.failed], "failed"),
      part([.mayRun], "may run"), part([.mayFail], "may fail"),
      part([.skippedCondition], "skipped"), part([.disabled], "disabled"),
      part([.notReached], "not reached"),
    ].compactMap { $0 }
    return (parts.isEmpty ? ["nothing runs"] : parts).joined(separator: ", ") + "; " + ending
  }

  /// How it ends, in words.
  package var ending: String {
    switch result {
    case .success: return "success"
    case .failed: return "failed"
    case .notStarted: return "it does not start"
    case .evaluationError: return "ends at a condition that cannot be evaluated"
    case .undecided: return "success or failure is not decided"
    case .endless:
      let place = circle.map { " at “\(path(of: $0.row))”" } ?? ""
      let cause = circle?.variable.map { ", which \($0) asks for" } ?? ""
      return "goes round without an end\(place)\(cause)"
    }
  }
}
