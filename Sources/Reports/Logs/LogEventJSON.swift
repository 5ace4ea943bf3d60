import DryRun
import RunLogs
import TaskSequence

/// An event of a run as JSON.
struct LogEventJSON: Encodable {
  let at: Int?
  let node: String?
  let path: String?
  let outcome: String
  let code: Int?
  let meaning: String?
  let endAt: Int?
  let logName: String?
  let partial: Bool?
  let retry: Bool?
  let target: String?
  let resumeAt: Int?
  let tested: [LogTestJSON]?
  let began: String?
  let milliseconds: Int?

  /// An event that was lined up with a sequence.
  init(_ event: AlignedEvent, _ overlay: LogOverlay) {
    self.init(
      overlay.alignment.run.visits[event.visit], at: event.at, node: event.node,
      path: event.path.map { "\($0)" }, outcome: event.outcome, endAt: event.endAt,
      logName: event.logName)
  }

  /// An event as the log alone tells it.
  init(_ visit: Visit) {
    let isGroup = visit.isGroup == true
    self.init(
      visit, at: visit.number, node: visit.name, path: nil,
      outcome: visit.outcome ?? .trace(isGroup ? .started : .ran), endAt: visit.end, logName: nil)
  }

  private init(
    _ visit: Visit, at: Int?, node: String?, path: String?, outcome: LogOutcome, endAt: Int?,
    logName: String?
  ) {
    (self.at, self.node, self.path, self.endAt, self.logName) = (at, node, path, endAt, logName)
    self.outcome = outcome.word
    let isRestart = outcome == .trace(.restart)
    code = isRestart ? nil : visit.code
    meaning = code.flatMap { code in
      code == 0 ? nil : CodeMeanings.shared.meaning(of: code)?.words
    }
    partial = visit.isPartial ? true : nil
    retry = visit.isRetry ? true : nil
    target = visit.target
    resumeAt = isRestart ? visit.resumeAt : nil
    let tests = visit.tests.compactMap(LogTestJSON.init)
    tested = tests.isEmpty ? nil : tests
    began = visit.began?.text
    let hasTime = outcome != .trace(.started) && !isRestart && !outcome.isSkip
    milliseconds = hasTime ? visit.milliseconds : nil
  }
}

/// A test as JSON: variable, operator, value and whether it held, null where the log does not tell; a
/// query has its namespace, `wmi` and its text there.
struct LogTestJSON: Encodable {
  private let words: [String]
  private let result: Bool?

  /// Nil for a test of which the log lost what it looks at.
  init?(_ test: SeenTest) {
    switch test.kind {
    case .variable where test.texts.count == 3:
      words = [test.texts[1], test.texts[0], test.texts[2]]
    case .wmi where test.texts.count == 2: words = [test.texts[0], "wmi", test.texts[1]]
    case .all, .any, .none, .variable, .wmi, .other: return nil
    }
    result = test.result
  }

  func encode(to encoder: any Encoder) throws {
    var values = encoder.unkeyedContainer()
    for word in words { try values.encode(word) }
    if let result { try values.encode(result) } else { try values.encodeNil() }
  }
}

/// What a log says of a node, as JSON.
struct LogNodeJSON: Encodable {
  let path: String
  let name: String
  let at: Int?
  let endAt: Int?
  let state: String
  let worst: String?
  let because: String?
  let code: Int?
  let meaning: String?
  let milliseconds: Int?
  let tries: Int?
  let restarts: Int?
  let byName: Bool?
  let logName: String?

  init(_ row: Int, _ overlay: LogOverlay) {
    let (table, node) = (overlay.alignment.table, overlay.nodes[row])
    path = "\(table.paths[row])"
    name = table.name(row)
    at = table.start(row)
    endAt = table.isOpen(row) ? table.end(row) : nil
    state = node.state.rawValue
    worst = table.isOpen(row) && node.worst != node.state ? node.worst.rawValue : nil
    switch node.state {
    case .skipped where node.visits != nil: because = LogWords.decider(of: node.tests)
    case .skipped, .disabled, .notReached: because = node.decider.map { "\(table.paths[$0])" }
    default: because = nil
    }
    code = node.code
    meaning = code.flatMap { code in
      code == 0 ? nil : CodeMeanings.shared.meaning(of: code)?.words
    }
    milliseconds = node.milliseconds
    tries = node.tries > 1 ? node.tries : nil
    restarts = node.restarts > 0 ? node.restarts : nil
    byName = node.isByName ? true : nil
    logName = node.logName
  }
}
