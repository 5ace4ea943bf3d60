import Facts
import StepCatalog
import TaskSequence

/// Restarts: who asks for one, whether there is a disk to start from, and where the engine goes on.
extension Runner {
  /// Goes on behind a step that ran, after a restart where one is asked for.
  mutating func goOn(_ node: ReadNode, _ facts: StepFacts, _ performance: Performance) {
    let request = request(node, facts, performance)
    guard let request else {
      row += 1
      return
    }
    guard isCertain, stepDoubt == nil, let target = request.target.text,
      let retry = request.retry.text
    else { return mayRestart(request) }
    guard isFormatted else {
      var event = TraceEvent(row, .restartFailed)
      event.target = target
      event.notes = [.asked(by: request.cause)]
      events.append(event)
      result = .failed
      return
    }
    var event = TraceEvent(row, .restart)
    event.target = target
    event.notes = [.asked(by: request.cause)]
    let at = table.rows[row].at
    let retries = !retry.isEmpty
    event.resumeAt = retries ? at : at.map { $0 + 1 }
    events.append(event)
    setAnyhow(winPESlot, to: .known(target == "WinPE" ? "true" : "false"))
    clearRequests()
    guard countRestart(retries ? "SMSTSRetryRequested" : nil) else { return }
    // Else the same number once more: no group is entered or tested again, but the step is.
    if !retries { row += 1 }
  }

  /// What asks for a restart after a step.
  struct Request {
    /// `WinPE` or `HD`, and nothing where it is not asked for after all.
    var target: RunValue
    /// Something where the same step is to run again.
    var retry: RunValue
    /// What asks for it.
    var cause: TraceEvent.Cause
  }

  private mutating func request(
    _ node: ReadNode, _ facts: StepFacts, _ performance: Performance
  ) -> Request? {
    var retry = Self.meant(kept(retrySlot))
    let value = kept(winPESlot)
    if facts.deed == .setUp, value.choices?.contains("true") ?? true {
      // In Windows PE it asks for both, and runs once more in the full system.
      retry = .known("true")
      return Request(
        target: value.text == nil
          ? .open(RunChoice(["HD", ""], isSet: false, value.needs)) : .known("HD"), retry: retry,
        cause: .step)
    }
    if let target = performance.target {
      return Request(target: .known(target), retry: retry, cause: .step)
    }
    switch Self.target(of: kept(rebootSlot)) {
    case .known(""): break
    case let target: return Request(target: target, retry: retry, cause: .variable)
    }
    guard let code = performance.code, asksForRestart(code, node) else { return nil }
    return Request(target: .known("HD"), retry: retry, cause: .code(code))
  }

  /// Whether an exit code asks for a restart.
  private mutating func asksForRestart(_ code: Int, _ node: ReadNode) -> Bool {
    guard Self.isRestart(code) else { return false }
    // A program that restarts by itself must not do so: what comes of it is open, listed or not.
    if code == 1641 {
      assume(.unlisted3010)
      guard assumptions[.unlisted3010] == "restart" else { return false }
    }
    let inPE = kept(winPESlot).choices?.contains("true") ?? true
    guard inPE else { return true }
    assume(.winpe3010)
    return assumptions[.winpe3010] == "restart"
  }

  /// A request as what it asks for: nothing, and a plain no, ask for nothing.
  private static func meant(_ value: RunValue) -> RunValue {
    value.mapped { ["", "false"].contains($0.lowercased()) ? "" : "true" }
  }

  private static func target(of value: RunValue) -> RunValue {
    value.mapped { text in
      switch text.lowercased() {
      case "", "false": ""
      case "winpe": "WinPE"
      default: "HD"
      }
    }
  }

  /// Something may restart here: both what holds before and what holds after is possible.
  private mutating func mayRestart(_ request: Request) {
    let needs = request.target.needs
    let doubt = stepDoubt
    stepDoubt = (doubt ?? Needs()).union(needs)
    let targets = request.target.choices?.filter { !$0.isEmpty } ?? ["WinPE", "HD"]
    for target in targets {
      set(winPESlot, to: .known(target == "WinPE" ? "true" : "false"))
    }
    events[events.count - 1].notes.append(.mayRestart)
    if !isFormatted { mayLeave(placeNeeds.union(stepDoubt ?? Needs()), to: 0) }
    stepDoubt = doubt
    clearRequests()
    // Where it may run again, it does so with what the next attempt would set.
    if request.retry.canBeSet, mayRunAgain(row) {
      repeatDoubt = needs.union(request.retry.needs).union(doubt ?? Needs())
    } else {
      row += 1
    }
  }

  /// Whether another attempt of a step would do something else than the last one.
  private mutating func mayRunAgain(_ row: Int) -> Bool {
    let count = max(behaviours[row]?.sets.count ?? 0, behaviours[row]?.codes.count ?? 0)
    return starts[row] < min(max(count, 2), Self.mostStarts)
  }

  /// The engine starts anew and empties the four requests; all else stays.
  mutating func clearRequests() {
    for slot in requestSlots { setAnyhow(slot, to: .absent) }
  }

  /// Counts a restart; false where the run ends nowhere by it.
  mutating func countRestart(_ variable: String?) -> Bool {
    restarts += 1
    let isRound = variable != nil && starts[row] >= Self.mostStarts
    guard restarts >= Self.mostRestarts || isRound else { return true }
    circle = (row, variable)
    result = .endless
    return false
  }
}

extension RunValue {
  /// What a value comes to by a rule for each text.
  func mapped(_ rule: (String) -> String) -> RunValue {
    switch self {
    case .known(let text): return .known(rule(text))
    case .open(let choice):
      guard let texts = choice.texts else { return self }
      let mapped = texts.map(rule)
      if Set(mapped).count == 1 { return .known(mapped[0]) }
      let isSet = !mapped.contains("")
      return .open(RunChoice(Array(Set(mapped)).sorted(), isSet: isSet, choice.needs))
    }
  }
}
