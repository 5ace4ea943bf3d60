import DryRun
import RunLogs

/// The steps and groups of a run as rows: those of the sequence, else those the log names.
struct LogRow {
  let numbers: String
  let state: NodeRun.State
  let depth: Int
  let name: String
  /// What else is to be said.
  let note: String
  let milliseconds: Int?

  /// All rows of a report.
  static func all(of report: LogReport) -> [LogRow] {
    if let overlay = report.overlay { return ofSequence(overlay) }
    return ofLog(report.run)
  }

  private static func ofSequence(_ overlay: LogOverlay) -> [LogRow] {
    let table = overlay.alignment.table
    var depths = [Int](repeating: 0, count: table.rows.count)
    return table.rows.map { row in
      depths[row] = table.instructions.rows[row].parent.map { depths[$0] + 1 } ?? 0
      let node = overlay.nodes[row]
      let end = table.isOpen(row) ? table.end(row).map { "–\($0)" } ?? "–?" : ""
      return LogRow(
        numbers: table.start(row).map { "\($0)\(end)" } ?? "?", state: node.state,
        depth: depths[row], name: table.name(row), note: note(node, overlay),
        milliseconds: node.milliseconds)
    }
  }

  private static func note(_ node: NodeRun, _ overlay: LogOverlay) -> String {
    let table = overlay.alignment.table
    var notes: [String] = []
    if let code = node.code, node.state.isOfCode(code) { notes.append(LogWords.code(code)) }
    if node.state == .skipped || node.state == .disabled {
      if node.visits == nil {
        notes.append(node.decider.map { "with “\(table.name($0))”" } ?? "")
      } else if node.state == .skipped, let words = LogWords.decider(of: node.tests) {
        notes.append(words)
      }
    }
    if node.tries > 1 { notes.append("\(node.tries) tries") }
    if node.restarts > 0 {
      notes.append(node.restarts == 1 ? "restart" : "\(node.restarts) restarts")
    }
    if let name = node.logName { notes.append("“\(name)” in the log") }
    return notes.filter { !$0.isEmpty }.joined(separator: " · ")
  }

  private static func ofLog(_ run: LogRun) -> [LogRow] {
    var depth = 0
    var rows: [LogRow] = []
    for visit in run.visits {
      let isEnd =
        visit.outcome == .trace(.completed)
        || visit.isGroup == true && visit.outcome?.isFailure == true
      if isEnd { depth = max(0, depth - 1) }
      let state = NodeRun.State(visit)
      var notes: [String] = []
      if let code = visit.code, state.isOfCode(code) { notes.append(LogWords.code(code)) }
      if state == .skipped, let words = LogWords.decider(of: visit.tests) { notes.append(words) }
      if isEnd { notes.append(visit.outcome == .trace(.completed) ? "end" : "the group failed") }
      if visit.isRetry { notes.append("runs again after it") }
      if visit.target == "unexpected" { notes.append("nobody asked for it") }
      rows.append(
        LogRow(
          numbers: (visit.end ?? visit.number).map(String.init) ?? "?", state: state,
          depth: min(depth, 40), name: visit.name, note: notes.joined(separator: " · "),
          milliseconds: visit.outcome == .trace(.started) ? nil : visit.milliseconds))
      if visit.outcome == .trace(.started) { depth += 1 }
    }
    return rows
  }
}

extension NodeRun.State {
  /// Whether a code is worth telling: zero of what ran is not.
  fileprivate func isOfCode(_ code: Int) -> Bool {
    switch self {
    case .failed, .failedIgnored: true
    case .ran, .restart: code != 0
    case .skipped, .disabled, .running, .notReached, .unseen: false
    }
  }

  /// The state a single event shows.
  fileprivate init(_ visit: Visit) {
    switch visit.outcome {
    case .trace(.failed), .trace(.restartFailed): self = .failed
    case .trace(.failedIgnored): self = .failedIgnored
    case .trace(.skippedDisabled): self = .disabled
    case .trace(.skippedCondition): self = .skipped
    case .trace(.restart): self = .restart
    case .running: self = .running
    case .trace, .unmatched, nil: self = .ran
    }
  }
}
