import DryRun
import Facts
import Screen
import TaskSequence

/// Runs for people: one as the tree with what came of each node, several as a table of signs.
struct RunText: LineReport {
  private(set) var lines: [String] = []

  init(_ report: RunReport) {
    let wrong = report.runs.filter { !$0.differences.isEmpty }
    guard wrong.isEmpty else {
      for run in wrong {
        let head = run.title.isEmpty ? "" : "\(run.title): "
        lines += run.differences.map { head + Printable.line($0) }
      }
      return
    }
    for (index, runs) in report.bySequence.enumerated() {
      if index > 0 { lines.append("") }
      if runs.count == 1 { add(runs[0]) } else { addTable(runs) }
    }
  }

  // MARK: One run

  private mutating func add(_ run: RunReport.Run) {
    let trace = run.trace
    lines.append((run.title.isEmpty ? "" : "\(run.title): ") + trace.summary)
    let depths = Self.depths(of: trace.table)
    let width = String(trace.table.size ?? trace.table.rows.count).count
    for event in trace.events[run.shown] where !(event.isEnd && event.outcome == .completed) {
      let row = trace.table.rows[event.row]
      let number = (event.isEnd ? row.endAt : row.at).map(String.init) ?? "?"
      let indent = String(repeating: "  ", count: min(depths[event.row], 40))
      let why = trace.why(event).joined(separator: "; ")
      lines.append(
        "\(Self.sign(event)) \(number.padded(toRight: width)) \(indent)\(Printable.line(row.node.name))"
          + "  [\(event.outcome.rawValue)]" + (why.isEmpty ? "" : " \(Printable.line(why))"))
    }
    addRest(of: trace)
    lines += run.remarks.map { "Deployment: \(Printable.line($0))" }
  }

  private mutating func addRest(of trace: Trace) {
    let left = trace.notReached
    if !left.isEmpty {
      lines.append("Not reached: " + Self.list(left.map { trace.path(of: $0).description }))
    }
    let unknown = trace.unknown
    if !unknown.isEmpty {
      lines.append(RunPhrases.questions(trace) + ":")
      for (fact, rows) in unknown.prefix(20) {
        lines.append("  \(Printable.line(fact.name)) decides \(RunPhrases.nodes(Set(rows).count))")
      }
      if unknown.count > 20 { lines.append("  and \(unknown.count - 20) more") }
    }
    for (assumption, value, rows) in trace.assumed {
      let count = Set(rows).count
      lines.append(
        "Assumed: \(assumption.rawValue)=\(value), \(assumption.about), for "
          + RunPhrases.nodes(count))
    }
    lines += trace.strays.map {
      "Left out: what '\(Printable.line($0))' does; no node is called so"
    }
    if let seconds = trace.seconds { lines.append("Time stated: \(RunPhrases.time(seconds))") }
  }

  private static func sign(_ event: TraceEvent) -> String {
    switch event.outcome {
    case .started, .ran, .completed: "+"
    case .skippedCondition: "-"
    case .skippedDisabled: "x"
    case .failed: "F"
    case .failedIgnored: "f"
    case .mayRun: "?"
    case .mayFail: "!"
    case .restart: "R"
    case .restartFailed: "F"
    }
  }

  static func depths(of table: InstructionTable) -> [Int] {
    var depths: [Int] = []
    for row in table.rows { depths.append(row.parent.map { depths[$0] + 1 } ?? 0) }
    return depths
  }

  private static func list(_ names: [String]) -> String {
    let shown = names.prefix(20).map(Printable.line).joined(separator: ", ")
    return names.count > 20 ? "\(shown) and \(names.count - 20) more" : shown
  }

  // MARK: Several

  private mutating func addTable(_ runs: [RunReport.Run]) {
    if let file = runs[0].file { lines.append("\(Printable.line(file)):") }
    let letters = runs.indices.map(RunPhrases.letter)
    for (letter, run) in zip(letters, runs) {
      lines.append("\(letter) \(Printable.line(run.situation ?? "")): \(run.trace.summary)")
    }
    let states = runs.map(\.trace.states)
    let table = runs[0].trace.table
    let depths = Self.depths(of: table)
    lines.append(letters.map { $0.padded(toRight: 2) }.joined())
    for row in table.rows.indices {
      let signs = states.map { ($0.indices.contains(row) ? $0[row].sign : " ").padded(toRight: 2) }
      let indent = String(repeating: "  ", count: min(depths[row], 40))
      lines.append("\(signs.joined()) \(indent)\(Printable.line(table.rows[row].node.name))")
    }
    lines.append(
      "Signs: " + RunState.allCases.map { "\($0.sign) \($0.rawValue)" }.joined(separator: "; "))
  }
}

/// Words that texts and tables of runs share.
enum RunPhrases {
  static func nodes(_ count: Int) -> String { count == 1 ? "1 node" : "\(count) nodes" }

  /// The letter that stands for a column.
  static func letter(_ index: Int) -> String {
    let letters = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZ")
    return index < letters.count ? String(letters[index]) : "\(index + 1)"
  }

  /// How much few answers would settle: “2 answers would settle 14 of 20 nodes”.
  static func questions(_ trace: Trace) -> String {
    var needs: [Int: Set<String>] = [:]
    for event in trace.events {
      let names = trace.needs(of: event).map(\.name)
      if !names.isEmpty { needs[event.row, default: []].formUnion(names) }
    }
    let asked = trace.unknown.prefix(3).map(\.fact.name)
    var best = (answers: asked.count, nodes: 0)
    for count in 1...max(asked.count, 1) where count <= asked.count {
      let known = Set(asked.prefix(count))
      let settled = needs.values.count { $0.isSubset(of: known) }
      if settled > best.nodes { best = (count, settled) }
    }
    let answers = best.answers == 1 ? "1 answer" : "\(best.answers) answers"
    return "\(answers) would settle \(best.nodes) of \(nodes(needs.count))"
  }

  static func time(_ seconds: Int) -> String {
    let (hours, minutes) = (seconds / 3600, seconds % 3600 / 60)
    return hours > 0
      ? "\(hours) h \(minutes) min"
      : minutes > 0 ? "\(minutes) min \(seconds % 60) s" : "\(seconds) s"
  }
}

extension String {
  /// The text with blanks before it, so that it ends at a width.
  fileprivate func padded(toRight width: Int) -> String {
    String(repeating: " ", count: max(0, width - count)) + self
  }
}
