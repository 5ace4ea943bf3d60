import Conditions
import Facts
import StepCatalog
import TaskSequence

extension Trace {
  /// Why an event came to what it is, a sentence each without its full stop; secrets are covered.
  package func why(_ event: TraceEvent) -> [String] {
    let node = table.rows[event.row].node
    var words: [String] = []
    switch event.outcome {
    case .skippedDisabled: words.append("it is disabled")
    case .skippedCondition where event.isForPlace: break
    case .skippedCondition: words += condition(of: event, node, "its condition does not hold")
    case .started, .ran: words += condition(of: event, node, "its condition holds")
    case .mayRun where !event.isEnd, .mayFail where !event.isEnd:
      words += condition(
        of: event, node,
        event.isOpenItself
          ? "its condition depends on what nobody has stated" : "its condition holds")
    case .completed: words.append("it came to its end")
    case .restart where event.target == "unexpected":
      words.append("the computer restarts in the middle of it, and it is run again")
    case .restart: words += restart(event)
    case .restartFailed:
      words += restart(event)
      words.append(
        "there is no formatted partition to start from: the sequence fails whatever continues on error"
      )
    case .failed, .failedIgnored, .mayRun, .mayFail: break
    }
    words += failure(of: event, node)
    words += event.notes.compactMap { note(note: $0, event) }
    if !event.isEnd, [.mayRun, .mayFail].contains(event.outcome) {
      let needs = needs(of: event).map(\.name)
      if !needs.isEmpty { words.append("needs: \(needs.joined(separator: ", "))") }
    }
    return words
  }

  private func condition(of event: TraceEvent, _ node: TaskNode, _ start: String) -> [String] {
    guard let condition = node.condition, !condition.isEmpty else { return [] }
    var words = ["\(start): \(condition.shownText(where: secrecy.isSecret))"]
    var seen: Set<Int> = []
    for sight in event.sights where seen.insert(sight.slot).inserted {
      words.append(self.words(sight))
    }
    return words
  }

  private func words(_ sight: TraceEvent.Sight) -> String {
    let name = variables.names[sight.slot]
    switch sight.value {
    case .known(""): return "\(name) is not set"
    case .known(let value):
      let isHidden = isSecret(name) && Secrets.isWorthHiding(value)
      return "\(name) is “\(isHidden ? Secrets.mask : value)”"
    case .open(let choice):
      guard let texts = choice.texts, !isSecret(name) else { return "\(name) is not known" }
      return "\(name) is "
        + texts.map { $0.isEmpty ? "not set" : "“\($0)”" }
        .joined(separator: " or ")
    }
  }

  private func restart(_ event: TraceEvent) -> [String] {
    let place = event.target == "WinPE" ? "Windows PE" : "the installed Windows"
    var words = ["it restarts into \(place)"]
    for case .asked(let cause) in event.notes {
      switch cause {
      case .step: break
      case .code(let code): words[0] += ", as the exit code \(code) asks"
      case .variable: words[0] += ", as SMSTSRebootRequested asks"
      }
    }
    if let number = event.resumeAt {
      words.append(
        number == table.rows[event.row].at
          ? "the same step runs again, as SMSTSRetryRequested or the step asks"
          : "it goes on at \(number); no group is entered or tested again")
    }
    return words
  }

  private func failure(of event: TraceEvent, _ node: TaskNode) -> [String] {
    let isFailure = event.outcome == .failed || event.outcome == .failedIgnored
    guard isFailure || event.outcome == .mayFail else { return [] }
    var words: [String] = []
    if !event.isEnd, let code = event.code,
      isFailure || !SuccessCodes(node.successCodes ?? "").contains(code)
    {
      let isOther = event.notes.contains { $0 == .timedOut }
      if !isOther {
        words.append(
          "the exit code \(code) is none of its success codes, \(node.successCodes ?? "0")")
      }
    }
    if event.outcome == .mayFail, event.isEnd {
      words.append("something in it may fail")
    }
    if event.isIgnored, event.outcome != .failed {
      words.append("a failure is ignored: it continues on error")
    }
    return words
  }

  private func note(note: TraceEvent.Note, _ event: TraceEvent) -> String? {
    switch note {
    case .timedOut: "it takes longer than its time-out: error 1460"
    case .missingContent(let id): "the content of \(id) is not there"
    case .readOnly(let name): "\(name) is read-only"
    case .runIn(let place): "it is reached where it does not run: “Run in” is \(place)"
    case .faultyCondition: "its condition cannot be evaluated"
    case .retriesUsedUp: "it restarts more often than it is tried again"
    case .childMissing: "what the child sequence holds is not known: it may set anything, and fail"
    case .childEmpty: "nobody has told what the child sequence holds: taken for empty"
    case .absorbs(let row):
      event.isEnd ? "“\(table.rows[row].node.name)” failed in it" : nil
    case .item(let name): "“\(name)” does not install"
    case .badItem(let value): "“\(value)” is no PackageID:Program"
    case .mayRestart: "it may restart the computer"
    case .asked: nil
    }
  }
}

extension TraceEvent {
  /// Whether it was skipped for where it runs.
  fileprivate var isForPlace: Bool {
    notes.contains { if case .runIn = $0 { true } else { false } }
  }
}
