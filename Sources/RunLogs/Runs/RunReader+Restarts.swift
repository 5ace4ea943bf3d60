/// Restarts, those that were asked for and others.
extension RunReader {
  /// A step asked for a restart, or to be run again after one.
  mutating func ask(_ name: String, isRetry: Bool) {
    let step: Int
    if let current, run.visits[current].name == name {
      step = current
    } else if let last = run.visits.suffix(Self.near).lastIndex(where: { visit in
      visit.name == name && visit.isGroup != true
    }) {
      step = last
    } else {
      step = visit(of: name)
      run.visits[step].outcome = .ran
    }
    let (before, target) = (restart?.isRetry ?? false, restart?.target)
    restart = (step, isRetry || before, target, !isRetry)
  }

  /// The machine restarts.
  mutating func restarts(to target: RestartTarget?) {
    guard hasRun, run.end == .truncated, let last = run.visits.indices.last else { return }
    let asked = restart ?? (current ?? last, false, target, true)
    restart = (asked.step, asked.isRetry, target ?? asked.target, true)
  }

  /// The number of the next instruction was saved.
  mutating func savedNext(_ number: Int) {
    // The same line stands at the beginning of every instruction.
    guard let current, run.visits[current].outcome != nil else { return }
    run.visits[current].resumeAt = number
  }

  mutating func restartFails(_ name: String) {
    restart = nil
    let step = current ?? visit(of: name, isOpen: false)
    let visit = run.visits[step]
    var event = Visit(visit.name, visit.number, at: place)
    event.outcome = .restartFailed
    event.isGroup = visit.isGroup
    run.visits.append(event)
    run.end = .failed
    current = nil
  }

  /// Adds the restart that was asked for as an event, given where the engine went on; nil when the log
  /// ends before.
  mutating func settleRestart(at number: Int?) {
    defer { restart = nil }
    guard let restart, hasRun else { return }
    let visit = run.visits[restart.step]
    // The same step again without any sign of a restart is a try and no more.
    guard restart.isSure || start.isThere || number == nil else { return }
    var event = Visit(visit.name, visit.number, at: place)
    event.outcome = .restart
    event.isGroup = visit.isGroup
    event.isRetry = restart.isRetry
    event.target = restart.target?.rawValue
    let own = restart.isRetry ? visit.number : visit.number.map { $0 + 1 }
    event.resumeAt = number ?? start.saved ?? (restart.isRetry ? own : visit.resumeAt ?? own)
    run.visits.append(event)
    if current == restart.step, visit.outcome == nil { run.visits[restart.step].outcome = .ran }
    current = nil
  }

  /// The engine starts while a step is running: nobody had asked for that.
  mutating func interrupt() {
    guard restart == nil, run.end == .truncated, let current, run.visits[current].outcome == nil
    else { return }
    run.visits[current].outcome = .restart
    run.visits[current].target = "unexpected"
    run.visits[current].reach(place)
    self.current = nil
  }
}
