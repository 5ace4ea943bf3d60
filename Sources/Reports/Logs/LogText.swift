import RunLogs
import Screen
import TaskSequence

/// What a log tells, in lines.
struct LogText {
  private let report: LogReport

  init(_ report: LogReport) { self.report = report }

  var lines: [String] {
    let rows = LogRow.all(of: report)
    var lines = head
    if !rows.isEmpty { lines += [""] + table(rows) }
    return lines + failure + slowest
  }

  /// What there is, how the run ended, and where the log's sequence is another one.
  var head: [String] { runs + summary + differences }

  /// The files, and where there are several runs, each with its time and end.
  private var runs: [String] {
    let (files, runs) = (report.reading.files, report.reading.runs)
    var lines = ["\(files.map(\.name).joined(separator: ", ")): \(count(runs.count, "run"))"]
    for (name, of) in report.reading.copies { lines.append("\(name) stands in \(of) as well") }
    guard runs.count > 1 else { return lines }
    return lines
      + runs.enumerated().map { index, run in
        let mark = index + 1 == report.number ? "→" : " "
        return "\(mark) \(index + 1)  \(LogWords.time(of: run))  "
          + LogWords.end(of: run, failing: run.failure)
      }
  }

  private var summary: [String] {
    let run = report.run
    let head =
      "Run \(report.number): \(LogWords.time(of: run)): "
      + LogWords.end(of: run, failing: run.failure)
    guard let overlay = report.overlay else { return [head] }
    let counts = overlay.counts
    let words = NodeRun.State.allCases.compactMap { state in
      counts[state].map { "\($0) \(LogWords.word(state))" }
    }
    return [head, words.joined(separator: " · ")]
  }

  /// Where the log's sequence is not this one.
  private var differences: [String] {
    guard let lined = report.overlay?.alignment, let difference = lined.difference else {
      return []
    }
    var lines: [String] = []
    if let log = lined.run.tableSize, let here = lined.table.size, log != here {
      lines.append("The log is of another version: \(LogWords.count(log)), here \(here).")
    } else {
      lines.append("The log is of another version of the sequence.")
    }
    if difference.isOfAnother {
      lines.append(
        "Only \(difference.matched) of \(difference.named) names are the same: it may be another sequence."
      )
    }
    if !lined.mismatches.isEmpty {
      lines.append("Numbers and names differ; steps are found by their names in order.")
    }
    let changes = difference.changes.prefix(20)
    lines += changes.map { "  " + LogWords.change($0, lined.table) }
    let more = difference.changes.count - changes.count
    return more > 0 ? lines + ["  and \(more) more"] : lines
  }

  private func table(_ rows: [LogRow]) -> [String] {
    let numbers = rows.map(\.numbers.count).max() ?? 0
    let names = min(50, rows.map { 2 * $0.depth + $0.name.count }.max() ?? 0)
    return rows.map { row in
      let number = String(repeating: " ", count: numbers - row.numbers.count) + row.numbers
      let name = String(repeating: "  ", count: row.depth) + row.name
      let time = row.milliseconds.map(LogWords.duration) ?? ""
      let rest = [LogWords.word(row.state), time, row.note].filter { !$0.isEmpty }
      return "\(LogWords.sign(row.state)) \(number) \(name.padded(to: names + 2))"
        + rest.joined(separator: " · ")
    }
  }

  /// The first failure with the lines around it.
  var failure: [String] {
    guard let visit = report.run.failure else { return [] }
    let isSaid = visit.code.map { LogWords.code($0).hasSuffix(visit.words.dropLast()) } ?? false
    let words = visit.words.isEmpty || isSaid ? "" : " – \(visit.words)"
    let code = visit.code.map { " with \(LogWords.code($0))" } ?? ""
    var lines = ["", "First failure: “\(visit.name)”\(code)\(words)"]
    let file = report.reading.files[visit.file].name
    lines += visit.excerpt.map { "  \(file):\($0.number)  \($0.component): \($0.text)" }
    return lines
  }

  var slowest: [String] {
    guard let overlay = report.overlay else { return [] }
    let rows = overlay.slowest(5)
    guard !rows.isEmpty else { return [] }
    return ["", "Slowest"]
      + rows.map { row in
        let time = LogWords.duration(overlay.nodes[row].milliseconds ?? 0)
        return "  \(time.padded(to: 14))\(overlay.alignment.table.paths[row])"
      }
  }

  private func count(_ count: Int, _ word: String) -> String {
    count == 1 ? "1 \(word)" : "\(count) \(word)s"
  }
}
