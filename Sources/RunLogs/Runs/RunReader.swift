/// Makes runs of what the engine wrote, file after file.
///
/// A run begins with number 0 after a start of the engine without a saved pointer, and goes on over
/// restarts, where the engine says at which number it goes on. The same number again after a request to
/// retry is the same step. Sources: FACTS.md, “Runs and restarts”.
struct RunReader {
  private(set) var runs: [LogRun] = []
  /// The run that is being read, and whether there is one.
  var run = LogRun()
  var hasRun = false
  /// The place of the instruction the engine is at; nil when it is at none.
  var current: Int?
  /// The groups that are open, by their names: the places of their starts, the innermost last.
  var groups: [String: [Int]] = [:]
  /// The number of the last instruction the run has.
  var lastNumber: Int?
  /// A start of the engine after which no instruction was met yet, and the number saved before it.
  var start: (isThere: Bool, saved: Int?) = (false, nil)
  /// When that start was first heard of.
  var startTime: LogTime?
  /// The restart that was asked for and is not over, by the step that asked.
  var restart: (step: Int, isRetry: Bool, target: RestartTarget?, isSure: Bool)?
  /// The code of a process that ended in no instruction the log has.
  var loose: Int?
  /// The test whose texts are being read, of the current instruction.
  var isReadingTest = false
  /// What scripts said, not yet taken in, the next one last.
  private var script: [LoggedValue]
  /// What was said before the first instruction.
  var before = RevealedValues()
  /// What was said since the last instruction of a run did something: the next run may begin with it.
  private var late: [(name: String, value: String)] = []
  var tableSize: Int?
  var place = EventPlace(file: 0, line: 0, time: nil)

  /// - Parameter values: What scripts said of variables; in the order of their times.
  init(_ values: [LoggedValue]) { script = values.reversed() }

  /// Reads the events of a file, those that come after what was read before.
  mutating func read(_ digest: LogDigest, _ file: Int) {
    for (index, event) in digest.events.enumerated() {
      place = EventPlace(file: file, line: event.line, time: event.time)
      takeScriptValues()
      take(event.what, digest.excerpts[index] ?? [])
      // What a start of the engine says may be of the next run.
      guard hasRun, startTime == nil, !start.isThere else { continue }
      late = []
      guard let time = event.time else { continue }
      if run.began == nil { run.began = time }
      run.ended = time
    }
  }

  /// All runs, when everything was read.
  mutating func finish() -> [LogRun] {
    while let value = script.popLast() { learnFromScript(value) }
    closeRun()
    return runs
  }

  /// Takes in what scripts had said by now.
  private mutating func takeScriptValues() {
    guard let now = place.time else { return }
    while let value = script.last, (value.time?.local ?? .min) <= now.local {
      learnFromScript(value)
      script.removeLast()
    }
  }

  /// What a script says it set belongs to the step that runs.
  private mutating func learnFromScript(_ value: LoggedValue) {
    learn(value.name, value.value, by: .set)
    guard hasRun, run.end == .truncated, let current, run.visits[current].outcome == nil else {
      return
    }
    if run.visits[current].sets.count < 1000 { run.visits[current].sets.append(value) }
  }

  mutating func learn(_ name: String, _ value: String, by origin: RevealedValues.Origin) {
    if hasRun, run.end == .truncated {
      run.values.set(name, to: value, by: origin)
      if origin == .set { late.append((name, value)) }
    } else {
      before.set(name, to: value, by: .start)
    }
  }

  private mutating func take(_ what: EngineLine, _ excerpt: [LogLine]) {
    switch what {
    case .tableSize(let size):
      // It stands before the line that says the engine has started.
      startTime = startTime ?? place.time
      if run.tableSize == nil { run.tableSize = size }
      tableSize = size
    case .saved(let number): start.saved = number
    case .engineStarted:
      start.isThere = true
      startTime = startTime ?? place.time
    case .instruction(let name, let number, let type, let isDisabled):
      begin(name, number, type, isDisabled)
    case .skipped(let name, let isGroup, let reason): skip(name, isGroup, reason)
    case .conditionHeld(let name, let isGroup): conditionHeld(name, isGroup)
    case .groupStarted(let name): startGroup(name)
    case .groupCompleted(let name): completeGroup(name)
    case .groupFailed(let name): failGroup(name)
    case .testing(let kind): openTest(kind)
    case .expanded(let text): addToTest(text)
    case .commandStarted: isReadingTest = false
    case .processEnded(let code), .commandFailed(let code):
      loose = code
      if let current, run.visits[current].outcome == nil { run.visits[current].code = code }
    case .stepSucceeded(let name, let code): endStep(name, .ran, code)
    case .stepFailed(let name, let code, let words): endStep(name, .failed, code, words, excerpt)
    case .lastCode(let code): lastCode(code)
    case .lastSucceeded(let isSuccess): lastSucceeded(isSuccess)
    case .ignored(let name): ignore(name)
    case .retryRequested(let name): ask(name, isRetry: true)
    case .restartRequested(let name): ask(name, isRetry: false)
    case .restarting(let target): restarts(to: target)
    case .restartFailed(let name): restartFails(name)
    case .ended(.success, _): endRun(.success, nil)
    case .ended(.restart, _): restarts(to: nil)
    case .ended(.failure, let step): endRun(.failed, step)
    case .variable(let name, let value): learn(name, value, by: .set)
    case .next(let number): savedNext(number)
    case .childIsEmpty: break
    }
  }

  // MARK: Beginning and end of runs

  /// Whether an instruction belongs to the run before it.
  func goesOn(at number: Int) -> Bool {
    guard hasRun, run.end == .truncated else { return false }
    if start.isThere {
      if start.saved != nil || number != 0 { return true }
      return restart.map { $0.isRetry && run.visits[$0.step].number == 0 } ?? false
    }
    guard let last = lastNumber else { return true }
    if restart != nil { return true }
    return number >= last
  }

  mutating func openRun() {
    closeRun()
    for (name, value) in late { before.set(name, to: value, by: .start) }
    late = []
    run = LogRun()
    run.values = before
    run.began = startTime
    run.tableSize = tableSize
    run.starts = start.isThere ? 1 : 0
    before = RevealedValues()
    hasRun = true
  }

  mutating func closeRun() {
    settleRestart(at: nil)
    guard hasRun else { return }
    if run.end == .truncated, let current, run.visits[current].outcome == nil {
      run.visits[current].outcome = .running
    }
    runs.append(run)
    (hasRun, current, groups, loose) = (false, nil, [:], nil)
    lastNumber = nil
  }

  private mutating func endRun(_ end: LogRun.End, _ step: String?) {
    guard hasRun else { return }
    if end == .success, run.end == .truncated { settleFailure() }
    settleRestart(at: nil)
    if end == .failed, let current, run.visits[current].outcome == nil {
      // The engine only ends when its step has.
      run.visits[current].outcome = .failed
    }
    // A failure is told several times; a success never follows it.
    if run.end != .failed { run.end = end }
    if let step { run.failedStep = step }
    current = nil
  }
}
