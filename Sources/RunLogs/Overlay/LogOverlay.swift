import DryRun

/// A run laid over a sequence: every node has exactly one state, however long the log is.
package struct LogOverlay: Sendable {
  package let alignment: LogAlignment
  /// By the rows of the table.
  package private(set) var nodes: [NodeRun]
  /// The topmost nodes no event names and nothing above decides, in document order.
  package private(set) var notReached: [Int] = []

  /// Lays a run over a sequence.
  ///
  /// Linear in both.
  package init(_ alignment: LogAlignment) {
    self.alignment = alignment
    nodes = alignment.table.rows.map { _ in NodeRun(.unseen) }
    for (index, event) in alignment.events.enumerated() {
      guard let row = alignment.rows[index] else { continue }
      take(event, index, row)
    }
    settle()
    settleUnvisited()
    settleWorst()
  }

  /// How many nodes have a state.
  package var counts: [NodeRun.State: Int] {
    var counts: [NodeRun.State: Int] = [:]
    for node in nodes { counts[node.state, default: 0] += 1 }
    return counts
  }

  /// The steps that took longest, the slowest first.
  package func slowest(_ count: Int) -> [Int] {
    let timed = alignment.table.rows.filter {
      !alignment.table.isOpen($0) && (nodes[$0].milliseconds ?? 0) > 0
    }
    let sorted = timed.sorted {
      (nodes[$1].milliseconds ?? 0, $0) < (nodes[$0].milliseconds ?? 0, $1)
    }
    return Array(sorted.prefix(count))
  }

  // MARK: Events

  private mutating func take(_ event: AlignedEvent, _ index: Int, _ row: Int) {
    let visit = alignment.run.visits[event.visit]
    var node = nodes[row]
    let isFirst = node.visits == nil
    node.visits = (node.visits?.lowerBound ?? index)...index
    if event.row == nil, isFirst {
      node.isByName = true
      if !LogAlignment.isSame(visit.name, alignment.table.name(row)) { node.logName = visit.name }
    }
    let outcome = event.outcome == .unmatched ? visit.outcome ?? .ran : event.outcome
    switch outcome {
    case .trace(.restart):
      node.restarts += 1
      node.state = .restart
      if visit.target == "unexpected" { node.tries += 1 }
    case .trace(.restartFailed): node.state = .failed
    case .trace(.started):
      node.state = .running
      node.tries += 1
    case .trace(.completed): node.state = .ran
    case .trace(.ran): node.state = .ran
    case .trace(.failed): node.state = .failed
    case .trace(.failedIgnored): node.state = .failedIgnored
    case .trace(.skippedDisabled): node.state = .disabled
    case .trace(.skippedCondition): node.state = .skipped
    case .trace(.mayRun), .trace(.mayFail), .unmatched: node.state = .unseen
    case .running: node.state = .running
    }
    if outcome == .ran || outcome == .running || outcome.isFailure && visit.isGroup != true {
      node.tries += 1
    }
    if let code = visit.code, outcome != .started { node.code = code }
    if !visit.tests.isEmpty { node.tests = visit.tests }
    if outcome != .started, !outcome.isSkip, let time = visit.milliseconds {
      node.milliseconds = visit.isGroup == true ? time : (node.milliseconds ?? 0) + time
    }
    nodes[row] = node
  }

  /// What followed a restart ended it, and groups that were entered go on until the run ends.
  private mutating func settle() {
    let run = alignment.run
    let last = alignment.rows.last ?? nil
    for row in nodes.indices {
      switch nodes[row].state {
      case .restart where row != last || run.end != .truncated:
        if nodes[row].visits.map({ run.visits[$0.upperBound].target }) != "unexpected" {
          nodes[row].state = .ran
        }
      case .running where run.end != .truncated && alignment.table.isOpen(row):
        nodes[row].state = run.end == .failed ? .failed : .ran
      default: break
      }
    }
  }

  // MARK: Nodes without an event

  /// Nodes the log says nothing of: what is above them decided, or the run did not get there, or the log
  /// does not have the lines.
  private mutating func settleUnvisited() {
    let table = alignment.table
    let order = alignment.rows.compactMap(\.self)
    let (first, last) = (order.min() ?? .max, order.max() ?? -1)
    let begins = alignment.run.visits.first.map { $0.number == 0 && !$0.isPartial } ?? false
    for row in table.rows where nodes[row].visits == nil {
      let parent = table.instructions.rows[row].parent
      nodes[row].decider = parent.flatMap { nodes[$0].visits == nil ? nodes[$0].decider : $0 }
      switch parent.map({ nodes[$0].state }) {
      case .skipped: nodes[row].state = .skipped
      case .disabled: nodes[row].state = .disabled
      case .notReached: nodes[row].state = .notReached
      case .failed, .failedIgnored: nodes[row].state = row > first || begins ? .notReached : .unseen
      case .running, .restart: nodes[row].state = row > last ? .notReached : .unseen
      case .ran, .unseen, nil:
        // Behind the last event nothing was reached; before it the log has lost something.
        let isBehind = row > last && parent.map { nodes[$0].state != .ran } ?? true
        nodes[row].state = isBehind ? .notReached : .unseen
      }
      if nodes[row].state == .notReached,
        parent.map({ nodes[$0].state != .notReached || nodes[$0].visits != nil }) ?? true
      {
        notReached.append(row)
      }
    }
    for row in nodes.indices { nodes[row].worst = nodes[row].state }
  }

  private mutating func settleWorst() {
    for row in nodes.indices.reversed() {
      guard let parent = alignment.table.instructions.rows[row].parent,
        nodes[row].worst.severity > nodes[parent].worst.severity,
        !nodes[parent].state.isSkip
      else { continue }
      nodes[parent].worst = nodes[row].worst
    }
  }
}

extension NodeRun.State {
  /// Whether nothing in the node was run, and nothing should have been.
  fileprivate var isSkip: Bool { self == .skipped || self == .disabled }
}
