import DryRun
package import RunLogs
import Screen
import TaskSequence

/// What logs tell of a run: what became of each step, where it failed, what took long.
package struct LogReport: Report, LineReport {
  /// The files and the runs in them.
  let reading: LogReading
  /// The run that is told, from 1.
  let number: Int
  /// The run over a sequence; nil where there is no sequence.
  let overlay: LogOverlay?

  /// Tells one of the runs that were read.
  ///
  /// - Parameter number: Which, from 1.
  package init(_ reading: LogReading, run number: Int, over overlay: LogOverlay?) {
    (self.reading, self.number, self.overlay) = (reading, number, overlay)
  }

  package static let formats: [Format<LogReport>] = [
    .text, .json, Format("markdown") { $0.markdown },
  ]

  var run: LogRun { reading.runs[number - 1] }

  package var lines: [String] { LogText(self).lines.map(Printable.line) }

  private var markdown: String { LogMarkdown(self).text }
}

// MARK: Words

/// The words of logs, for eyes.
enum LogWords {
  /// How long something took.
  static func duration(_ milliseconds: Int) -> String {
    let seconds = milliseconds / 1000
    switch milliseconds {
    case ..<1000: return "\(milliseconds) ms"
    case ..<60_000: return "\(seconds) s"
    case ..<3_600_000: return "\(seconds / 60) min \(seconds % 60) s"
    default: return "\(seconds / 3600) h \(seconds / 60 % 60) min"
    }
  }

  /// A code and what it means.
  static func code(_ code: Int) -> String {
    let meaning = CodeMeanings.shared.meaning(of: code).map { ": \($0.words)" } ?? ""
    let text = CodeMeanings.text(of: code)
    return (text == "\(code)" ? text : "\(text) (\(code))") + meaning
  }

  /// How a run ended.
  static func end(of run: LogRun, failing visit: Visit?) -> String {
    switch run.end {
    case .success: return "success"
    case .failed:
      guard let visit else { return "failed" }
      let code = visit.code.map { " with \(Self.code($0))" } ?? ""
      return "failed at “\(visit.name)”\(code)"
    case .truncated:
      guard let last = run.visits.last else { return "the log ends" }
      return run.isRunning
        ? "the log ends while “\(last.name)” runs" : "the log ends after “\(last.name)”"
    }
  }

  /// When a run began and how long it took.
  static func time(of run: LogRun) -> String {
    guard let began = run.began else { return "without times" }
    let length = run.ended.flatMap { $0.since(began) }.map { ", " + duration($0) } ?? ""
    return began.text + length
  }

  /// A test of a condition with the value the log saw.
  static func test(_ test: SeenTest) -> String {
    switch test.kind {
    case .variable where test.texts.count == 3:
      let seen = test.seen.map { ", it was “\($0)”" } ?? ""
      return "\(test.texts[1]) \(test.texts[0]) “\(test.texts[2])”\(seen)"
    case .wmi where test.texts.count == 2: return "wmi “\(test.texts[1])”"
    case .other(let words): return words
    case .all, .any, .none, .variable, .wmi: return "a test the log lost"
    }
  }

  /// What decided a condition that did not hold.
  static func decider(of tests: [SeenTest]) -> String? {
    let failing = tests.filter { $0.result == false }
    let shown = failing.isEmpty ? tests : failing
    guard !shown.isEmpty else { return nil }
    let words = shown.prefix(3).map(test).joined(separator: "; ")
    return failing.isEmpty ? "one of: \(words)" : "not: \(words)"
  }

  /// How the sequence changed since the log was written.
  static func change(_ change: SequenceDifference.Change, _ table: RunTable) -> String {
    switch change {
    case .added(let row): return "“\(table.paths[row])” was added since"
    case .removed(let number, let name): return "“\(name)” (\(number) in the log) is gone"
    case .renamed(let row, let number, let name):
      return "“\(name)” (\(number) in the log) is “\(table.paths[row])” now"
    case .changed(let after, let log, let here):
      return
        "behind number \(after) the log has \(count(log)) it does not name, the sequence \(here)"
    }
  }

  static func count(_ count: Int) -> String {
    count == 1 ? "1 instruction" : "\(count) instructions"
  }

  /// The sign of a state, as runs have them.
  static func sign(_ state: NodeRun.State) -> String {
    switch state {
    case .ran: "+"
    case .skipped: "-"
    case .disabled: "x"
    case .failed: "F"
    case .failedIgnored: "f"
    case .restart: "R"
    case .running: ">"
    case .notReached: "."
    case .unseen: " "
    }
  }

  /// The state in words.
  static func word(_ state: NodeRun.State) -> String {
    switch state {
    case .ran: "ran"
    case .skipped: "skipped"
    case .disabled: "disabled"
    case .failed: "failed"
    case .failedIgnored: "failed, ignored"
    case .restart: "restarted"
    case .running: "running when the log ended"
    case .notReached: "not reached"
    case .unseen: "not in the log"
    }
  }
}
