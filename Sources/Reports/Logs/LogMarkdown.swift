import RunLogs
import Screen
import TaskSequence

/// What a log tells, as Markdown for a ticket.
struct LogMarkdown {
  private let report: LogReport

  init(_ report: LogReport) { self.report = report }

  var text: String {
    let text = LogText(report)
    let rows = LogRow.all(of: report)
    var lines = text.head.map { "- \(Self.cell($0))" }
    if !rows.isEmpty {
      lines += ["", "| number | step | state | time | |", "| --: | --- | --- | --: | --- |"]
    }
    for row in rows {
      let name = String(repeating: "&nbsp;&nbsp;", count: row.depth) + Self.cell(row.name)
      let time = row.milliseconds.map(LogWords.duration) ?? ""
      lines.append(
        "| \(row.numbers) | \(name) | \(LogWords.sign(row.state)) \(LogWords.word(row.state)) "
          + "| \(time) | \(Self.cell(row.note)) |")
    }
    if !text.failure.isEmpty {
      lines += ["", "**\(Self.cell(text.failure[1]))**"]
      let shown = text.failure.dropFirst(2).map(Printable.line)
      if !shown.isEmpty {
        // Longer than any fence in the lines themselves.
        let longest = shown.joined().split { $0 != "`" }.map(\.count).max() ?? 0
        let fence = String(repeating: "`", count: max(3, longest + 1))
        lines += ["", fence + "text"] + shown + [fence]
      }
    }
    if !text.slowest.isEmpty {
      lines += ["", "Slowest:", ""] + text.slowest.dropFirst(2).map { "- \(Self.cell($0))" }
    }
    return lines.map { $0 + "\n" }.joined()
  }

  /// A text as a cell can hold it: nothing in it is markup.
  static func cell(_ text: String) -> String {
    var cell = ""
    for character in Printable.line(text).trimmingBlanks {
      if "\\`*_{}[]<>#|~".contains(character) { cell.append("\\") }
      cell.append(character)
    }
    return cell
  }
}

extension String {
  fileprivate var trimmingBlanks: Substring {
    drop { $0 == " " }
  }
}
