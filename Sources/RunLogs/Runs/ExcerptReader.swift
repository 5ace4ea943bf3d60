import StepCatalog

/// Keeps the records around failures while a log is read.
struct ExcerptReader {
  private let text: LogBytes
  private var recent: [LogRecord] = []
  private var next = 0
  /// Excerpts that still want records.
  private var open: [(place: Int, more: Int)] = []
  private(set) var kept: [Int: [LogLine]] = [:]

  /// How many records stand before a failure and after it, and of how many failures they are kept.
  private static let (before, after, most) = (8, 4, 200)
  /// The longest text that is shown of a record, in bytes.
  private static let longest = 400

  init(_ text: LogBytes) { self.text = text }

  /// Takes the next record of the log.
  mutating func see(_ record: LogRecord) {
    if recent.count <= Self.before {
      recent.append(record)
    } else {
      recent[next] = record
      next = (next + 1) % recent.count
    }
    guard !open.isEmpty else { return }
    let line = line(record)
    for place in open.indices {
      kept[open[place].place]?.append(line)
      open[place].more -= 1
    }
    open.removeAll { $0.more == 0 }
  }

  /// Keeps the record seen last, and those around it.
  mutating func keep(for place: Int) {
    guard kept.count < Self.most else { return }
    kept[place] = (recent[next...] + recent[..<next]).map(line)
    open.append((place, Self.after))
  }

  private func line(_ record: LogRecord) -> LogLine {
    let message = text.trimmed(record.message)
    let end = min(message.upperBound, message.lowerBound + Self.longest)
    let words = text.text(message.lowerBound..<end).split { $0.isNewline || $0 == "\t" }
    let cut = end < message.upperBound ? "…" : ""
    return LogLine(
      number: record.line, time: record.time, component: text.text(record.component),
      text: LogSecrets.shown(words.joined(separator: " ")) + cut)
  }
}
