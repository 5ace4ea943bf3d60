import DryRun
import Facts
import Screen
import TaskSequence

/// Runs as Markdown, for pages and pull requests.
struct RunMarkdown: LineReport {
  private(set) var lines: [String] = []

  init(_ report: RunReport) {
    let wrong = report.runs.filter { !$0.differences.isEmpty }
    guard wrong.isEmpty else {
      for run in wrong {
        if !run.title.isEmpty { lines += ["## \(Self.cell(run.title))", ""] }
        lines += run.differences.map { "- \(Self.cell($0))" }
      }
      return
    }
    for (index, runs) in report.bySequence.enumerated() {
      if index > 0 { lines.append("") }
      if runs.count == 1 { add(runs[0]) } else { addTable(runs) }
    }
  }

  private mutating func add(_ run: RunReport.Run) {
    let trace = run.trace
    let title = run.title.isEmpty ? "Run" : run.title
    lines += ["## \(Self.cell(title))", "", Self.cell(trace.summary), ""]
    lines += ["| # | node | outcome | why |", "| --: | --- | --- | --- |"]
    let depths = RunText.depths(of: trace.table)
    for event in trace.events[run.shown] where !(event.isEnd && event.outcome == .completed) {
      let row = trace.table.rows[event.row]
      let number = (event.isEnd ? row.endAt : row.at).map(String.init) ?? "?"
      let indent = String(repeating: "· ", count: min(depths[event.row], 20))
      let why = trace.why(event).joined(separator: "; ")
      lines.append(
        "| \(number) | \(indent)\(Self.cell(row.node.name)) | \(event.outcome.rawValue) | "
          + "\(Self.cell(why)) |")
    }
    if !run.remarks.isEmpty { lines += [""] + run.remarks.map { "Deployment: \(Self.cell($0))" } }
    let left = trace.notReached.map { Self.cell(trace.path(of: $0).description) }
    if !left.isEmpty { lines += ["", "Not reached: \(left.joined(separator: ", "))"] }
    let unknown = trace.unknown
    if !unknown.isEmpty {
      lines += ["", RunPhrases.questions(trace) + ":", ""]
      lines += unknown.map { fact, rows in
        "- \(Self.cell(fact.name)) decides \(RunPhrases.nodes(Set(rows).count))"
      }
    }
    if !trace.assumed.isEmpty {
      lines += ["", "Assumed:", ""]
      lines += trace.assumed.map { assumption, value, rows in
        "- \(assumption.rawValue) = \(value), \(assumption.about), for "
          + RunPhrases.nodes(Set(rows).count)
      }
    }
  }

  private mutating func addTable(_ runs: [RunReport.Run]) {
    let letters = runs.indices.map(RunPhrases.letter)
    if let file = runs[0].file { lines += ["## \(Self.cell(Printable.line(file)))", ""] }
    for (letter, run) in zip(letters, runs) {
      lines.append(
        "- \(letter): \(Self.cell(run.situation ?? "")) – \(Self.cell(run.trace.summary))")
    }
    lines += ["", "| node | \(letters.joined(separator: " | ")) |"]
    lines.append("| --- |" + String(repeating: " --- |", count: letters.count))
    let states = runs.map(\.trace.states)
    let table = runs[0].trace.table
    let depths = RunText.depths(of: table)
    for row in table.rows.indices {
      let words = states.map { $0.indices.contains(row) ? $0[row].rawValue : "" }
      let indent = String(repeating: "· ", count: min(depths[row], 20))
      lines.append(
        "| \(indent)\(Self.cell(table.rows[row].node.name)) | \(words.joined(separator: " | ")) |")
    }
  }

  /// A text as it can stand in a cell.
  private static func cell(_ text: String) -> String {
    Printable.line(text).replacing("\\", with: "\\\\").replacing("|", with: "\\|")
      .replacing("<", with: "&lt;").replacing("*", with: "\\*").replacing("`", with: "\\`")
  }
}
