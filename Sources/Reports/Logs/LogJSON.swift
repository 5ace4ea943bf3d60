import DryRun
import RunLogs
import TaskSequence

extension LogReport: Encodable {
  package func encode(to encoder: any Encoder) throws { try LogJSON(self).encode(to: encoder) }
}

/// What a log tells, as JSON: `alignment` and `ended` as the cases of logs have them.
struct LogJSON: Encodable {
  struct Run: Encodable {
    let number: Int
    let began: String?
    let ended: String?
    let milliseconds: Int?
    let end: String
    let failedStep: String?
  }

  struct Mismatch: Encodable {
    /// The size the log says, and that of the sequence.
    let tableSize: [Int?]
    let pointers: [Int]
  }

  struct Difference: Encodable {
    let kind: String
    let path: String?
    let at: Int?
    let logName: String?
    let words: String
  }

  struct Failure: Encodable {
    let node: String
    let path: String?
    let code: Int?
    let meaning: String?
    let words: String?
    let file: String
    let lines: [Line]
  }

  struct Line: Encodable {
    let number: Int
    let component: String
    let text: String
  }

  struct Slow: Encodable {
    let path: String
    let milliseconds: Int
  }

  let files: [String]
  let copies: [String]?
  let runs: [Run]
  let run: Int
  let alignment: [LogEventJSON]
  let ended: String
  let last: String?
  let tableSize: Int?
  let failedStep: String?
  let notReached: [String]?
  let notReachedPaths: [String]?
  let mismatch: Mismatch?
  let matchedBy: String?
  let differences: [Difference]?
  let nodes: [LogNodeJSON]?
  let firstFailure: Failure?
  let slowest: [Slow]?

  init(_ report: LogReport) {
    let (run, overlay) = (report.run, report.overlay)
    files = report.reading.files.map(\.name)
    copies = report.reading.copies.isEmpty ? nil : report.reading.copies.map(\.name)
    runs = report.reading.runs.enumerated().map { Self.run($0 + 1, $1) }
    self.run = report.number
    alignment =
      overlay.map { overlay in overlay.alignment.events.map { LogEventJSON($0, overlay) } }
      ?? run.visits.map(LogEventJSON.init)
    ended = run.end.rawValue
    last = run.end == .truncated ? run.isRunning ? "running" : "cut" : nil
    tableSize = run.tableSize
    failedStep = run.failedStep ?? (run.end == .failed ? run.failure?.name : nil)
    let lined = overlay?.alignment
    notReached = overlay.map { overlay in
      overlay.notReached.map { overlay.alignment.table.name($0) }
    }
    notReachedPaths = overlay.map { overlay in
      overlay.notReached.map { "\(overlay.alignment.table.paths[$0])" }
    }
    let isOther = lined.map { !$0.mismatches.isEmpty || !$0.isOfThisSize } ?? false
    mismatch = isOther ? lined.map(Self.mismatch) : nil
    matchedBy = lined.map { $0.mismatches.isEmpty ? "number" : "name" }
    differences = lined.flatMap { lined in
      lined.difference.map { $0.changes.map { Self.difference($0, lined.table) } }
    }
    nodes = overlay.map { overlay in
      overlay.alignment.table.rows.map { LogNodeJSON($0, overlay) }
    }
    firstFailure = Self.failure(report)
    slowest = overlay.map { overlay in
      overlay.slowest(5).map {
        Slow(
          path: "\(overlay.alignment.table.paths[$0])",
          milliseconds: overlay.nodes[$0].milliseconds ?? 0)
      }
    }
  }

  private static func run(_ number: Int, _ run: LogRun) -> Run {
    Run(
      number: number, began: run.began?.text, ended: run.ended?.text,
      milliseconds: run.began.flatMap { run.ended?.since($0) }, end: run.end.rawValue,
      failedStep: run.failedStep ?? (run.end == .failed ? run.failure?.name : nil))
  }

  private static func mismatch(_ lined: LogAlignment) -> Mismatch {
    Mismatch(tableSize: [lined.run.tableSize, lined.table.size], pointers: lined.mismatches)
  }

  private static func difference(
    _ change: SequenceDifference.Change, _ table: RunTable
  ) -> Difference {
    let words = LogWords.change(change, table)
    switch change {
    case .added(let row):
      return Difference(
        kind: "added", path: "\(table.paths[row])", at: nil, logName: nil, words: words)
    case .removed(let number, let name):
      return Difference(kind: "removed", path: nil, at: number, logName: name, words: words)
    case .renamed(let row, let number, let name):
      return Difference(
        kind: "renamed", path: "\(table.paths[row])", at: number, logName: name, words: words)
    case .changed(let after, _, _):
      return Difference(kind: "changed", path: nil, at: after, logName: nil, words: words)
    }
  }

  private static func failure(_ report: LogReport) -> Failure? {
    guard let index = report.run.failurePlace else { return nil }
    let visit = report.run.visits[index]
    let row = report.overlay.flatMap { $0.alignment.rows[index] }
    return Failure(
      node: visit.name,
      path: row.flatMap { row in report.overlay.map { "\($0.alignment.table.paths[row])" } },
      code: visit.code,
      meaning: visit.code.flatMap { CodeMeanings.shared.meaning(of: $0)?.words },
      words: visit.words.isEmpty ? nil : visit.words,
      file: report.reading.files[visit.file].name,
      lines: visit.excerpt.map {
        Line(number: $0.number, component: $0.component, text: $0.text)
      })
  }
}
