/// What happens at an instruction.
extension RunReader {
  mutating func begin(_ name: String, _ number: Int, _ type: String?, _ isDisabled: Bool?) {
    if goesOn(at: number) {
      if start.isThere {
        run.starts += 1
        interrupt()
      }
      settleRestart(at: number)
      leave()
      settleFailure()
    } else {
      openRun()
    }
    start = (false, nil)
    startTime = nil
    lastNumber = number
    isReadingTest = false
    loose = nil
    var visit = Visit(name, number, at: place)
    visit.type = type
    if let type { visit.isGroup = type.isEmpty }
    if isDisabled == true { visit.outcome = .skippedDisabled }
    current = run.visits.count
    run.visits.append(visit)
  }

  /// The instruction before another one ended, whether the log has the line for that or not.
  private mutating func leave() {
    guard let current, run.visits[current].outcome == nil else { return }
    run.visits[current].ended = place.time
  }

  /// The place of the instruction a line speaks of; one the log has no beginning of is added.
  mutating func visit(of name: String, isOpen: Bool = true) -> Int {
    if let current, run.visits[current].name == name {
      let outcome = run.visits[current].outcome
      if !isOpen || outcome == nil || outcome == .skippedDisabled { return current }
    }
    if !hasRun || run.end != .truncated { openRun() }
    var visit = Visit(name, nil, at: place)
    visit.isPartial = true
    visit.code = loose
    let index = run.visits.count
    run.visits.append(visit)
    current = index
    return index
  }

  mutating func skip(_ name: String, _ isGroup: Bool?, _ reason: SkipReason?) {
    isReadingTest = false
    if reason == nil, let current, run.visits[current].name == name,
      run.visits[current].outcome?.isSkip == true
    {
      // It follows every kind of skip.
      run.visits[current].reach(place)
      return
    }
    let index = visit(of: name)
    let isDisabled = reason.map { $0 == .disabled } ?? (run.visits[index].outcome != nil)
    run.visits[index].outcome = isDisabled ? .skippedDisabled : .skippedCondition
    if let isGroup { run.visits[index].isGroup = isGroup }
    run.visits[index].reach(place)
    if !isDisabled { decideTests(of: index, held: false) }
  }

  mutating func conditionHeld(_ name: String, _ isGroup: Bool) {
    isReadingTest = false
    let index = visit(of: name)
    run.visits[index].isGroup = isGroup
    decideTests(of: index, held: true)
  }

  mutating func endStep(
    _ name: String, _ outcome: LogOutcome, _ code: Int?, _ words: String = "",
    _ excerpt: [LogLine] = []
  ) {
    let index = visit(of: name)
    run.visits[index].outcome = outcome
    run.visits[index].isGroup = false
    if let code { run.visits[index].code = code }
    run.visits[index].words = words
    run.visits[index].excerpt = excerpt
    run.visits[index].reach(place)
    loose = nil
  }

  mutating func lastCode(_ code: Int) {
    guard let current, run.visits[current].outcome == nil else { return }
    run.visits[current].code = code
  }

  mutating func lastSucceeded(_ isSuccess: Bool) {
    guard let current, run.visits[current].outcome == nil, run.visits[current].isGroup != true
    else { return }
    run.visits[current].outcome = isSuccess ? .ran : .failed
    run.visits[current].reach(place)
  }

  mutating func ignore(_ name: String?) {
    let found = run.visits.suffix(Self.near).lastIndex { visit in
      visit.outcome?.isFailure == true && (name == nil || visit.name == name)
    }
    guard let index = found else { return }
    run.visits[index].outcome = .failedIgnored
  }

  /// Something was run after a failure: whatever failed last, the step or the outermost of its groups,
  /// went on in spite of it.
  mutating func settleFailure() {
    guard let last = run.visits.indices.last, run.visits[last].outcome == .failed else { return }
    run.visits[last].outcome = .failedIgnored
  }

  /// How many visits back a line may speak of.
  static let near = 64

  // MARK: Groups

  mutating func startGroup(_ name: String) {
    let index = visit(of: name)
    run.visits[index].outcome = .started
    run.visits[index].isGroup = true
    run.visits[index].reach(place)
    groups[name, default: []].append(index)
  }

  mutating func completeGroup(_ name: String) {
    let index = visit(of: name)
    close(name, index, .completed)
    run.visits[index].end = run.visits[index].number
    run.visits[index].number = run.visits[index].start
  }

  mutating func failGroup(_ name: String) {
    guard hasRun else { return }
    let index = run.visits.count
    run.visits.append(Visit(name, nil, at: place))
    close(name, index, .failed)
    run.visits[index].number = run.visits[index].start
    current = nil
  }

  /// Ends a group with one of the visits, which gets the number and the time of its start.
  private mutating func close(_ name: String, _ index: Int, _ outcome: LogOutcome) {
    run.visits[index].outcome = outcome
    run.visits[index].isGroup = true
    run.visits[index].reach(place)
    guard let start = groups[name]?.popLast() else { return }
    run.visits[index].start = run.visits[start].number
    run.visits[index].began = run.visits[start].began
  }
}
