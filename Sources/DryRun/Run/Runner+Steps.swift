import Conditions
import Facts
import StepCatalog
import TaskSequence
import VariableCatalog

/// Steps: values of their own, condition, where they may run, the run itself, and what follows from it.
extension Runner {
  /// How often a node may be started, and the computer be restarted, before a run ends nowhere.
  static let mostStarts = 100
  static let mostRestarts = 1000

  /// Runs a step, or skips it.
  mutating func run(step node: ReadNode) {
    let facts = facts(of: node)
    variables.bring(node.node)
    defer { variables.takeAway() }
    guard let judgement = judgedCondition(of: node), result == nil else { return }
    guard judgement.truth != .no else {
      row = table.rows[row].after
      return
    }
    isOpenItself = judgement.truth == .unknown
    stepDoubt = isOpenItself ? judgement.needs : nil
    if let again = repeatDoubt { stepDoubt = (stepDoubt ?? Needs()).union(again) }
    repeatDoubt = nil
    defer { stepDoubt = nil }
    var notes: [TraceEvent.Note] = judgement.isFaulty ? [.faultyCondition] : []
    let sights = sights
    if let note = judgePlace(of: node) {
      if note.isSkipped {
        var event = TraceEvent(row, .skippedCondition)
        event.sights = sights
        event.notes = [.runIn(note.place)]
        events.append(event)
        row += 1
        return
      }
      notes.append(.runIn(note.place))
    }
    let isPlaceWrong = notes.contains { if case .runIn = $0 { true } else { false } }
    let mayFailByPlace = isPlaceWrong && assumptions[.runInMismatch] == "fail"
    start(
      node, facts, notes, sights, failsByPlace: mayFailByPlace && stepDoubt == nil,
      judgement.mayFail || mayFailByPlace && stepDoubt != nil)
  }

  private mutating func start(
    _ node: ReadNode, _ facts: StepFacts, _ notes: [TraceEvent.Note],
    _ sights: [TraceEvent.Sight], failsByPlace: Bool, _ mayFail: Bool
  ) {
    let behaviour = behaviours[row]
    starts[row] += 1
    var performance = Performance()
    if failsByPlace {
      performance.fails = true
      performance.code = nil
    } else {
      restartUnexpectedly(node, behaviour, &performance)
      guard result == nil else { return }
      if !performance.fails { perform(node, facts, behaviour, &performance) }
    }
    seconds += behaviour?.takes ?? 0
    let isOK = !performance.fails && performance.code.map { isSuccess($0, node) } ?? false
    remember(performance.code, isOK, performance.failure, node)
    var event = TraceEvent(row, .ran)
    event.code = performance.code
    event.items = performance.items
    event.isOpenItself = isOpenItself
    event.sights = sights
    event.notes = notes + performance.notes
    let continues = node.continuesOnError && facts.deed != .setUp
    event.isIgnored = continues
    let isSure = isCertain && stepDoubt == nil
    if isSure, performance.failure == nil, !mayFail {
      event.outcome = isOK ? .ran : continues ? .failedIgnored : .failed
    } else {
      event.outcome = !isOK || performance.failure != nil || mayFail ? .mayFail : .mayRun
      event.needs = placeNeeds.union(stepDoubt ?? Needs()).union(performance.failure ?? Needs())
    }
    events.append(event)
    let failed = row
    if !isOK, !continues {
      // A failure that is certain, once the step is reached, leaves; one that is not may leave.
      let isFatal = facts.deed == .setUp
      if stepDoubt == nil {
        fail(from: failed, isFatal: isFatal)
      } else {
        mayLeave(event.needs, to: isFatal ? 0 : frames[frames.count - 1].absorber)
        row += 1
      }
      return
    }
    let failure = mayFail ? event.needs : performance.failure
    if let failure, !continues {
      mayLeave(failure, to: facts.deed == .setUp ? 0 : frames[frames.count - 1].absorber)
    }
    goOn(node, facts, performance)
  }

  /// Where a step is reached that “Run in” does not allow; nil where it is allowed.
  ///
  /// What the engine does then is not documented.
  private mutating func judgePlace(of node: ReadNode) -> (place: String, isSkipped: Bool)? {
    guard let runIn = node.runIn else { return nil }
    let value = kept(winPESlot)
    let wanted = runIn == .winPE ? "true" : "false"
    if case .known(wanted) = value { return nil }
    let choices = value.choices?.map { $0.lowercased() }
    if choices == [wanted] { return nil }
    let isSure = choices.map { !$0.contains(wanted) } ?? false
    assume(.runInMismatch)
    let option = assumptions[.runInMismatch]
    if isSure, option != "ask" { return (runIn.rawValue, option == "skip") }
    let needs = isSure ? book.needs(.place, pathText(row)) : value.needs
    stepDoubt = (stepDoubt ?? Needs()).union(needs)
    return (runIn.rawValue, false)
  }

  /// The computer restarts in the middle of a step, which is then run again as often as it may.
  private mutating func restartUnexpectedly(
    _ node: ReadNode, _ behaviour: Behaviour?, _ performance: inout Performance
  ) {
    guard let count = behaviour?.unexpectedRestarts, count > 0 else { return }
    let stated = node.retryCount ?? node.variable("RetryCount").flatMap { Int($0) } ?? 0
    let retries = min(max(stated, 0), Self.mostRestarts)
    var shown = count
    if count > retries {
      assume(.retryExhausted)
      if assumptions[.retryExhausted] == "fail" {
        shown = retries + 1
        performance.fails = true
        performance.code = nil
        performance.notes.append(.retriesUsedUp)
      }
    }
    guard isCertain, stepDoubt == nil else { return }
    for _ in 0..<shown {
      var event = TraceEvent(row, .restart)
      event.target = "unexpected"
      events.append(event)
      clearRequests()
      guard countRestart(nil) else { return }
    }
  }

  /// Whether an exit code is a success: by the list, and where that says no, for the two codes that ask
  /// for a restart, by what is assumed.
  mutating func isSuccess(_ code: Int, _ node: ReadNode) -> Bool {
    if node.codes.contains(code) { return true }
    guard Self.isRestart(code) else { return false }
    assume(.unlisted3010)
    return assumptions[.unlisted3010] == "restart"
  }

  /// Whether an exit code is one of the two that say a restart is due, or was begun.
  static func isRestart(_ code: Int) -> Bool { code == 3010 || code == 1641 }

  /// Puts down what the last action came to; none of the three changes for what is skipped.
  private mutating func remember(
    _ code: Int?, _ isOK: Bool, _ failure: Needs?, _ node: ReadNode
  ) {
    let codeNeeds = { (runner: inout Runner) in
      runner.book.needs(.code, runner.pathText(runner.row))
    }
    if let failure {
      set(codeSlot, to: .anything(isSet: true, failure))
      set(succeededSlot, to: .open(RunChoice(["true", "false"], isSet: true, failure)))
    } else {
      let value: RunValue =
        code.map { .known(String($0)) } ?? .anything(isSet: true, codeNeeds(&self))
      set(codeSlot, to: value)
      set(succeededSlot, to: .known(isOK ? "true" : "false"))
    }
    if namesInPE
      || kept(winPESlot).choices?.contains("false") ?? true
    {
      set(lastActionNameSlot, to: .known(node.node.name))
    }
  }

  /// What is known of a step's type.
  private mutating func facts(of node: ReadNode) -> StepFacts {
    let sequence = table.rows[row].sequence
    for known in types[sequence] where known.type == node.type { return known.facts }
    let facts = StepFacts(type: node.node.type, in: table.sequences[sequence].dialect)
    types[sequence].append((node.type, facts))
    return facts
  }
}
