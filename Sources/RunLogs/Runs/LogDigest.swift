import StepCatalog

/// What one file of logs has to say of runs: what the engine wrote, and what scripts said of variables.
///
/// It holds nothing of other records, so it is small beside its file; the bytes are needed no more.
package struct LogDigest: Sendable {
  /// What the file is called.
  package private(set) var name: String
  /// How many records were read.
  package private(set) var records = 0
  /// Who wrote records that are not the engine's, the most busy one first.
  package private(set) var components: [String] = []
  /// When its first record with a time was written, and its last.
  package private(set) var first: LogTime?
  package private(set) var last: LogTime?

  private(set) var events: [LogEvent] = []
  private(set) var values: [LoggedValue] = []
  /// The lines around failures, by the place of the event.
  private(set) var excerpts: [Int: [LogLine]] = [:]
  /// What its first record says, by which the same log is known again.
  private(set) var head = ""
  /// How many records are the engine's.
  private(set) var engineRecords = 0

  /// The file without what the engine said in it.
  var withoutEvents: LogDigest {
    var digest = self
    (digest.events, digest.excerpts) = ([], [:])
    return digest
  }

  /// Whether the engine speaks in it at all.
  package var hasEngine: Bool { engineRecords > 0 }

  /// Whether it says anything that can be laid over a sequence, or tells values.
  package var isEmpty: Bool { records == 0 }

  /// Reads a file; any bytes are some log, if only one without records.
  ///
  /// Linear in its bytes.
  package init(_ name: String, _ bytes: [UInt8]) {
    self.name = name
    let text = LogBytes(bytes)
    var reader = RecordReader(text)
    read(text, &reader)
    guard reader.times.hasDayFirst else { return }
    // Dates read before that one may have been taken for the other habit.
    self = LogDigest(named: name)
    reader = RecordReader(text, isDayFirst: true)
    read(text, &reader)
  }

  private init(named name: String) { self.name = name }

  private mutating func read(_ text: LogBytes, _ reader: inout RecordReader) {
    var others: [String: Int] = [:]
    var other: (range: Range<Int>, count: Int)?
    var excerpts = ExcerptReader(text)
    let lines = EngineLineReader(text)
    var (expected, named) = (0, "")
    var secrets = SecretValues()
    while let record = reader.next() {
      if records == 0 { head = Self.key(of: record, in: text) }
      records += 1
      if let time = record.time {
        first = first ?? time
        last = time
      }
      excerpts.see(record)
      guard text.isOfEngine(record) else {
        if let value = Self.value(record, in: text) {
          secrets.learn(value.value, of: value.name)
          values.append(value.covered)
        }
        if let known = other, text.bytes[known.range] == text.bytes[record.component] {
          other?.count += 1
        } else {
          if let other { others[text.text(other.range), default: 0] += other.count }
          other = record.component.isEmpty ? nil : (record.component, 1)
        }
        continue
      }
      engineRecords += 1
      guard var what = lines.line(record.message) else { continue }
      switch what {
      case .testing(let kind): expected = kind.lines
      case .expanded(let words):
        // Commands are expanded as well; of those nobody asks.
        guard expected > 0 else { continue }
        if expected == 1 { secrets.learn(words, of: named) }
        (expected, named) = (expected - 1, words)
      case .stepFailed: excerpts.keep(for: events.count)
      case .variable(let name, let value):
        secrets.learn(value, of: name)
        what = .variable(name: name, value: LogSecrets.shown(value, of: name))
      default: expected = 0
      }
      events.append(LogEvent(what: what, time: record.time, line: record.line))
    }
    if let other { others[text.text(other.range), default: 0] += other.count }
    components = others.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map(\.key)
    self.excerpts = excerpts.kept.mapValues { $0.map { $0.covering(secrets) } }
  }

  private static func key(of record: LogRecord, in text: LogBytes) -> String {
    "\(record.time?.local ?? 0) \(text.text(record.component)) \(text.text(record.message))"
  }

  /// `Property NAME is now = VALUE`, as MDT's scripts say it.
  private static func value(_ record: LogRecord, in text: LogBytes) -> LoggedValue? {
    guard let rest = text.rest(of: record.message, after: "Property "),
      let place = text.first(" is now = ", in: rest)
    else { return nil }
    let name = text.text(rest.lowerBound..<place)
    let value = text.text(text.trimmed(place + 10..<rest.upperBound))
    return LoggedValue(name: name, value: value, time: record.time)
  }
}
