/// Understands what the engine writes, in the wordings of every version known.
struct EngineLineReader {
  let bytes: LogBytes

  init(_ bytes: LogBytes) { self.bytes = bytes }

  /// What a message says; nil for the many that say nothing of steps.
  func line(_ whole: Range<Int>) -> EngineLine? {
    let message = bytes.trimmed(whole)
    guard message.count > 5 else { return nil }
    switch bytes[message.lowerBound] {
    case UInt8(ascii: "S"): return startingWithS(message)
    case UInt8(ascii: "T"): return startingWithT(message)
    case UInt8(ascii: "F"): return failure(message)
    case UInt8(ascii: "E"): return startingWithE(message)
    case UInt8(ascii: "P"):
      return bytes.rest(of: message, after: "Process completed with exit code ")
        .flatMap(code).map { .processEnded($0) }
    case UInt8(ascii: "C"):
      if bytes.rest(of: message, after: "Calling RebootSystem()") != nil { return .restarting(nil) }
      return bytes.rest(of: message, after: "Command line execution failed (")
        .flatMap { bytes.rest(of: $0, before: ")") }.flatMap(bytes.hexadecimal)
        .map { .commandFailed($0) }
    case UInt8(ascii: "N"):
      return bytes.rest(of: message, after: "NextInstructionPointer:")
        .flatMap { bytes.number(bytes.trimmed($0)) }.map { .saved($0) }
    case UInt8(ascii: "R"):
      guard let rest = bytes.rest(of: message, after: "Reboot to ") else { return nil }
      let isPE = bytes.first("PE", in: rest) != nil
      let isDisk = bytes.first("disk", in: rest) != nil
      return .restarting(isPE ? .windowsPE : isDisk ? .hardDisk : nil)
    default: return nil
    }
  }

  // MARK: By the first letter

  private func startingWithS(_ message: Range<Int>) -> EngineLine? {
    if let rest = bytes.rest(of: message, after: "Set a global environment variable ") {
      return variable(rest)
    }
    if let rest = bytes.rest(of: message, after: "Set a TS execution environment variable ") {
      guard let rest = bytes.rest(of: rest, after: "_SMSTSNextInstructionPointer=") else {
        return nil
      }
      return bytes.number(rest).map { .next($0) }
    }
    if let rest = bytes.rest(of: message, after: "Start executing an instruction. ") {
      return instruction(rest)
    }
    if bytes.rest(of: message, after: "Start executing the command line: ") != nil {
      return .commandStarted
    }
    if let rest = bytes.rest(of: message, after: "Successfully completed the action (") {
      guard let (name, code) = split(rest, at: ") with the exit win32 code ") else { return nil }
      return self.code(code).map { .stepSucceeded(name: bytes.text(name), code: $0) }
    }
    if let rest = bytes.rest(of: message, after: "Sub TS variable ") {
      return bytes.rest(of: bytes.firstLine(of: rest), before: " is empty").map { _ in .childIsEmpty
      }
    }
    return nil
  }

  private func startingWithT(_ message: Range<Int>) -> EngineLine? {
    let line = bytes.trimmed(bytes.firstLine(of: message))
    if let rest = bytes.rest(of: line, after: "The group (") { return ofGroup(rest) }
    if let rest = bytes.rest(of: line, after: "The action (") { return ofStep(rest) }
    if let rest = bytes.rest(of: line, after: "The condition for the ") {
      guard let rest = bytes.rest(of: rest, before: ") is evaluated to be true") else { return nil }
      if let name = bytes.rest(of: rest, after: "action (") {
        return .conditionHeld(name: bytes.text(name), isGroup: false)
      }
      return bytes.rest(of: rest, after: "group (").map {
        .conditionHeld(name: bytes.text($0), isGroup: true)
      }
    }
    if bytes.rest(of: line, after: "The task execution engine started execution") != nil {
      return .engineStarted
    }
    if let rest = bytes.rest(of: line, after: "The task ex") {
      // Misspelt in the product: “exeuction”.
      let isDone = bytes.first("engine successfully completed the execution", in: rest) != nil
      return isDone ? .ended(.success, step: nil) : nil
    }
    if let rest = bytes.rest(of: line, after: "The execution of the group (") {
      return split(rest, at: ") has failed and the execution has been aborted").map {
        .groupFailed(bytes.text($0.0))
      }
    }
    if let rest = bytes.rest(of: line, after: "The execution engine ignored the failure of the ") {
      return .ignored(bracketed(rest))
    }
    if bytes.rest(of: line, after: "Task Sequence Engine failed!") != nil
      || bytes.rest(of: line, after: "Task sequence execution failed with error code") != nil
    {
      return .ended(.failure, step: nil)
    }
    return nil
  }

  private func startingWithE(_ message: Range<Int>) -> EngineLine? {
    if let rest = bytes.rest(of: message, after: "Expand a string:") {
      return .expanded(bytes.text(bytes.trimmed(rest)))
    }
    if let rest = bytes.rest(of: message, after: "Evaluating a") { return test(rest) }
    if let rest = bytes.rest(of: message, after: "Execution of the instruction (") {
      return bytes.rest(of: bytes.firstLine(of: rest), before: ") has been skipped").map {
        .skipped(name: bytes.text($0), isGroup: nil, nil)
      }
    }
    if let rest = bytes.rest(of: message, after: "Execution engine result code: ") {
      if bytes.rest(of: rest, after: "Success") != nil { return .ended(.success, step: nil) }
      let isRestart = bytes.rest(of: rest, after: "Reboot") != nil
      return .ended(isRestart ? .restart : .failure, step: nil)
    }
    return nil
  }

  private func failure(_ message: Range<Int>) -> EngineLine? {
    if let rest = bytes.rest(of: message, after: "Failed to run the action: ") {
      return failedStep(rest)
    }
    if let rest = bytes.rest(of: message, after: "Failed to run the last action: ") {
      let step = split(bytes.firstLine(of: rest), at: ". Execution of task sequence failed")
      return .ended(.failure, step: step.map { bytes.text($0.0) })
    }
    let fatal: StaticString =
      "Fatal error is returned in check for reboot request of the action ("
    guard let rest = bytes.rest(of: message, after: fatal) else { return nil }
    return .restartFailed(bracketed(rest.lowerBound - 1..<rest.upperBound) ?? "")
  }

  // MARK: Parts

  private func variable(_ rest: Range<Int>) -> EngineLine? {
    guard let equals = bytes.first(UInt8(ascii: "="), in: rest) else { return nil }
    let (name, value) = (rest.lowerBound..<equals, equals + 1..<rest.upperBound)
    if bytes[name.lowerBound] == UInt8(ascii: "_") {
      if bytes.isSame(name, as: "_SMSTSInstructionTableSize") {
        return bytes.number(value).map { .tableSize($0) }
      }
      if bytes.isSame(name, as: "_SMSTSNextInstructionPointer") {
        return bytes.number(value).map { .next($0) }
      }
      if bytes.isSame(name, as: "_SMSTSLastActionRetCode") {
        return code(value).map { .lastCode($0) }
      }
      if bytes.isSame(name, as: "_SMSTSLastActionSucceeded") {
        return .lastSucceeded(bytes.isSame(value, as: "true"))
      }
      for own in Self.bookkeeping where bytes.isSame(name, as: own) { return nil }
    }
    return .variable(name: bytes.text(name), value: bytes.text(value))
  }

  /// What the engine notes for itself all the time; other lines say it as well.
  private static let bookkeeping: [StaticString] = [
    "_SMSTSCurrentActionName", "_SMSTSInstructionStackString", "_SMSTSLastActionName",
    "_SMSTSLastActionRetryCount",
  ]

  /// `Instruction name: NAME. Instruction pointer: N`, or since 2020
  /// `Instruction name: 'NAME'.  Pointer: N. Type: 'CLASS'. Disabled: 0`.
  private func instruction(_ rest: Range<Int>) -> EngineLine? {
    guard let rest = bytes.rest(of: rest, after: "Instruction name: ") else { return nil }
    let line = bytes.trimmed(bytes.firstLine(of: rest))
    if let (name, number) = split(line, at: ". Instruction pointer: "),
      let number = bytes.number(bytes.trimmed(number))
    {
      return .instruction(name: bytes.text(name), number: number, type: nil, isDisabled: nil)
    }
    guard let quoted = bytes.rest(of: line, after: "'"),
      let (name, rest) = split(quoted, at: "'.  Pointer: ") ?? split(quoted, at: "'. Pointer: ")
    else { return nil }
    let end = bytes.first(UInt8(ascii: "."), in: rest) ?? rest.upperBound
    guard let number = bytes.number(rest.lowerBound..<end) else { return nil }
    var type: String?
    if let place = bytes.first(" Type: '", in: rest),
      let close = bytes.first(UInt8(ascii: "'"), in: place + 8..<rest.upperBound)
    {
      type = bytes.text(place + 8..<close)
    }
    let flag = bytes.first("Disabled: ", in: rest).map { bytes[$0 + 10] == UInt8(ascii: "1") }
    return .instruction(name: bytes.text(name), number: number, type: type, isDisabled: flag)
  }

  private func ofGroup(_ rest: Range<Int>) -> EngineLine? {
    if let name = bytes.rest(of: rest, before: ") has been successfully started") {
      return .groupStarted(bytes.text(name))
    }
    if let name = bytes.rest(of: rest, before: ") has been successfully completed") {
      return .groupCompleted(bytes.text(name))
    }
    return skipped(rest, isGroup: true)
  }

  private func ofStep(_ rest: Range<Int>) -> EngineLine? {
    if let (name, _) = split(rest, at: ") requested a retry") {
      return .retryRequested(bytes.text(name))
    }
    if let (name, _) = split(rest, at: ") initiated a reboot request") {
      return .restartRequested(bytes.text(name))
    }
    return skipped(rest, isGroup: false)
  }

  private func skipped(_ rest: Range<Int>, isGroup: Bool) -> EngineLine? {
    guard let (name, reason) = split(rest, at: ") has been skipped because ") else { return nil }
    let isDisabled = bytes.first("disabled", in: reason) != nil
    return .skipped(
      name: bytes.text(name), isGroup: isGroup, isDisabled ? .disabled : .condition)
  }

  private func test(_ rest: Range<Int>) -> EngineLine? {
    let line = bytes.trimmed(bytes.firstLine(of: rest))
    guard let words = bytes.rest(of: line, before: " expression") else { return nil }
    let text = bytes.text(bytes.trimmed(bytes.rest(of: words, after: "n ") ?? words))
    switch text.lowercased() {
    case "and": return .testing(.all)
    case "or": return .testing(.any)
    case "not": return .testing(.none)
    case "variable condition": return .testing(.variable)
    case "wmi condition": return .testing(.wmi)
    default: return .testing(.other(text))
    }
  }

  /// `NAME. Error N`, or `NAME.` and below it `TEXT (Error: HEX; Source: Windows)`.
  private func failedStep(_ rest: Range<Int>) -> EngineLine? {
    let line = bytes.trimmed(bytes.firstLine(of: rest))
    if let (name, number) = split(line, at: ". Error "), let code = code(number) {
      return .stepFailed(name: bytes.text(name), code: code, text: "")
    }
    let below = bytes.trimmed(line.upperBound..<rest.upperBound)
    // What was copied may have lost its line break.
    if below.isEmpty, let (before, _) = split(line, at: " (Error: "),
      let (name, text) = split(before, at: ". ", first: true)
    {
      return failed(name, saying: text.lowerBound..<line.upperBound)
    }
    return failed(bytes.rest(of: line, before: ".") ?? line, saying: below)
  }

  private func failed(_ name: Range<Int>, saying text: Range<Int>) -> EngineLine {
    var (code, words): (Int?, Range<Int>) = (nil, text)
    if let (before, rest) = split(text, at: "(Error: ") {
      let end = bytes.first(UInt8(ascii: ";"), in: rest) ?? bytes.first(UInt8(ascii: ")"), in: rest)
      code = bytes.hexadecimal(bytes.trimmed(rest.lowerBound..<(end ?? rest.upperBound)))
      words = bytes.trimmed(before)
    }
    return .stepFailed(name: bytes.text(name), code: code, text: bytes.text(words))
  }

  /// A code as the log means it, whatever its sign: modulo 2^32.
  private func code(_ range: Range<Int>) -> Int? {
    let line = bytes.trimmed(bytes.firstLine(of: range))
    let number = bytes.number(bytes.rest(of: line, before: ".") ?? line)
    return number.map { Int(UInt32(truncatingIfNeeded: $0)) }
  }

  private func bracketed(_ range: Range<Int>) -> String? {
    guard let open = bytes.first(UInt8(ascii: "("), in: range),
      let close = bytes.last(")", in: open..<range.upperBound)
    else { return nil }
    return bytes.text(open + 1..<close)
  }

  /// What stands before and behind a word, the last of them: names may hold anything.
  private func split(
    _ range: Range<Int>, at word: StaticString, first: Bool = false
  ) -> (Range<Int>, Range<Int>)? {
    let found = first ? bytes.first(word, in: range) : bytes.last(word, in: range)
    guard let place = found else { return nil }
    return (range.lowerBound..<place, place + word.utf8CodeUnitCount..<range.upperBound)
  }
}
