package import DryRun
import Screen

/// What some sequences would do in some situations.
package struct RunReport: Report {
  /// One sequence in one situation.
  package struct Run: Sendable {
    /// The file the sequence is in; nil for one that stands in its situation.
    package let file: String?
    /// What the situation is called; nil for none.
    package let situation: String?
    package let trace: Trace
    /// The events that are shown.
    let shown: Range<Int>
    /// What is otherwise than expected.
    package let differences: [String]
    /// What is to be said of its deployment.
    let remarks: [String]

    package init(
      _ trace: Trace, of file: String?, in situation: String?, showing shown: Range<Int>? = nil,
      differences: [String] = [], remarks: [String] = []
    ) {
      (self.file, self.situation, self.trace) = (file, situation, trace)
      self.shown = shown ?? 0..<trace.events.count
      (self.differences, self.remarks) = (differences, remarks)
    }

    /// File and situation, as a heading says them.
    var title: String {
      [file, situation].compactMap { $0.map(Printable.line) }.joined(separator: ", ")
    }
  }

  package let runs: [Run]

  package init(_ runs: [Run]) { self.runs = runs }

  package static let formats: [Format<RunReport>] = [
    Format("text") { RunText($0).text },
    Format("json") { try $0.json() },
    Format("markdown") { RunMarkdown($0).text },
  ]

  /// Whether all came out as expected.
  package var isAsExpected: Bool { runs.allSatisfy(\.differences.isEmpty) }

  /// One object for one run, a list for several; where something is otherwise than expected, that alone.
  private func json() throws -> String {
    let wrong = runs.filter { !$0.differences.isEmpty }
    guard wrong.isEmpty else { return try JSONText.of(wrong.map(RunDifferences.init)) + "\n" }
    if let only = runs.first, runs.count == 1 { return try JSONText.of(RunJSON(only)) + "\n" }
    return try JSONText.of(runs.map(RunJSON.init)) + "\n"
  }

  /// The runs of each sequence, in the order in which they stand.
  var bySequence: [[Run]] {
    var groups: [[Run]] = []
    for run in runs {
      if let last = groups.last?.last, last.file == run.file, run.file != nil {
        groups[groups.count - 1].append(run)
      } else {
        groups.append([run])
      }
    }
    return groups
  }
}
