import DryRun
import TaskSequence

/// Writes logs as the engine does, in every wording and form.
struct LogWriter {
  /// How a record is written down.
  enum Form: CaseIterable {
    case native, viewer, viewerDayFirst, blanks, article, tightArticle, brackets

    /// A record at so many seconds after eight o'clock.
    func text(_ record: Record, _ second: Int, bias: String) -> String {
      let (hour, minute, rest) = (8 + second / 3600, second / 60 % 60, second % 60)
      func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
      let clock = "\(two(hour)):\(two(minute)):\(two(rest))"
      let (component, message) = (record.component, record.message)
      switch self {
      case .native:
        return "<![LOG[\(message)]LOG]!><time=\"\(clock).037\(bias)\" date=\"03-14-2024\" "
          + "component=\"\(component)\" context=\"\" type=\"1\" thread=\"1208\" file=\"engine.cxx:1\">\r\n"
      case .viewer:
        let half = hour < 12 ? "AM" : "PM"
        return "\(message)\t\(component)\t3/14/2024 \(hour < 13 ? hour : hour - 12):\(two(minute)):"
          + "\(two(rest)) \(half)\t1208 (0x04B8)\r\n"
      case .viewerDayFirst:
        return "\(message)\t\(component)\t14.03.2024 \(clock)\t1208 (0x04B8)\n"
      case .blanks:
        return "\(message)    \(component)    14/03/2024 \(clock)    1208 (0x04B8)\n"
      case .article:
        return "03-14-2024 \(clock).037    \(component)    1208 (0x4B8)    \(message)\n"
      case .tightArticle:
        return "03-14-2024\(clock).037\(component)1208(0x4B8)\(message)\n"
      case .brackets:
        return "\(message)  $$<\(component)><03-14-2024 \(clock).037\(bias)><thread=1208 (0x4B8)>\n"
      }
    }
  }

  struct Record {
    let component: String
    let message: String
  }

  /// Whether it writes as engines since 2020 do.
  var isRecent = false
  var component = "TSManager"
  private(set) var records: [Record] = []

  mutating func say(_ message: String, by component: String? = nil) {
    records.append(Record(component: component ?? self.component, message: message))
  }

  mutating func set(_ name: String, _ value: String) {
    say("Set a global environment variable \(name)=\(value)")
  }

  // MARK: What the engine does

  mutating func start(size: Int, saved: Int? = nil) {
    if let saved { say("NextInstructionPointer: \(saved)") }
    set("_SMSTSInstructionTableSize", "\(size)")
    say("The task execution engine started execution")
  }

  mutating func begin(_ name: String, _ number: Int, type: String = "", isDisabled: Bool = false) {
    if isRecent {
      say(
        "Start executing an instruction. Instruction name: '\(name)'.  Pointer: \(number). "
          + "Type: '\(type)'. Disabled: \(isDisabled ? 1 : 0)")
    } else {
      say(
        "Start executing an instruction. Instruction name: \(name). Instruction pointer: \(number)")
    }
    set("_SMSTSCurrentActionName", name)
    set("_SMSTSNextInstructionPointer", "\(number)")
  }

  mutating func test(_ variable: String, _ comparison: String, _ value: String) {
    say("Evaluating a variable condition expression")
    for text in [comparison, variable, value] { say("Expand a string: \(text)") }
  }

  mutating func skip(_ name: String, isGroup: Bool = false, isDisabled: Bool = false) {
    let reason = isDisabled ? "it is disabled" : "the condition is evaluated to be false"
    say("The \(isGroup ? "group" : "action") (\(name)) has been skipped because \(reason)")
    say("Execution of the instruction (\(name)) has been skipped")
  }

  mutating func run(_ name: String, code: Int = 0) {
    command(code)
    say("Successfully completed the action (\(name)) with the exit win32 code \(code)")
    lastAction(name, code, true)
  }

  mutating func fail(_ name: String, code: Int) {
    command(code)
    let signed = Int(Int32(truncatingIfNeeded: code))
    let digits = String(UInt32(truncatingIfNeeded: code), radix: 16, uppercase: true)
    let hex = String(repeating: "0", count: 8 - digits.count) + digits
    say(
      isRecent
        ? "Failed to run the action: \(name). Error \(signed)"
        : "Failed to run the action: \(name). \r\nIt went wrong. (Error: \(hex); Source: Windows)")
    lastAction(name, code, false)
  }

  private mutating func command(_ code: Int) {
    say("Expand a string: cmd.exe /c work")
    say("Expand a string: ")
    say("Start executing the command line: cmd.exe /c work")
    say("Process completed with exit code 77", by: "InstallSoftware")
    say("Process completed with exit code \(UInt32(truncatingIfNeeded: code))")
  }

  private mutating func lastAction(_ name: String, _ code: Int, _ isSuccess: Bool) {
    set("_SMSTSLastActionRetCode", "\(code)")
    set("_SMSTSLastActionName", name)
    set("_SMSTSLastActionSucceeded", "\(isSuccess)")
    say("Clear local default environment")
  }

  mutating func restart(_ name: String, isRetry: Bool, resumeAt: Int, size: Int) {
    say("The action (\(name)) \(isRetry ? "requested a retry" : "initiated a reboot request")")
    say("Reboot to local harddisk")
    say("Calling RebootSystem()")
    set("_SMSTSNextInstructionPointer", "\(resumeAt)")
    say("Execution engine result code: Reboot (2)")
    say("==============================[ OSDSetupHook.exe ]===", by: "OSDSetupHook")
    start(size: size, saved: resumeAt)
  }

  mutating func failGroup(_ name: String) {
    say(
      "The execution of the group (\(name)) has failed and the execution has been aborted. "
        + "An action failed.\r\nOperation aborted (Error: 80004004; Source: Windows)")
  }

  mutating func succeed() {
    say("The task exeuction engine successfully completed the execution")
    say("Execution engine result code: Success (0)")
  }

  mutating func fail(lastStep name: String) {
    say("Failed to run the last action: \(name). Execution of task sequence failed.")
    say("Task Sequence Engine failed! Code: enExecutionFail")
    say("Task sequence execution failed with error code 80004005")
  }

  // MARK: Texts

  /// The log, a record a second.
  func text(_ form: Form = .native, from second: Int = 0, bias: String = "-60") -> String {
    records.enumerated().map { form.text($1, second + $0, bias: bias) }.joined()
  }

  func bytes(_ form: Form = .native, from second: Int = 0, bias: String = "-60") -> [UInt8] {
    Array(text(form, from: second, bias: bias).utf8)
  }

  /// Some of the records.
  func part(_ range: Range<Int>) -> LogWriter {
    var part = self
    part.records = Array(records[range])
    return part
  }
}

extension LogWriter {
  /// The log of a run somebody calculated.
  init(_ trace: Trace, isRecent: Bool, tellsIgnored: Bool) {
    self.isRecent = isRecent
    let size = trace.table.size ?? 0
    start(size: size)
    var failed = ""
    for event in trace.events {
      let row = trace.table.rows[event.row]
      let (name, at) = (row.node.name, row.at ?? 0)
      let type = row.node.kind == .step ? row.node.type ?? "SMS_TaskSequence_Action" : ""
      func open(_ log: inout LogWriter, isDisabled: Bool = false) {
        log.begin(name, at, type: type, isDisabled: isDisabled)
      }
      switch event.outcome {
      case .started:
        open(&self)
        say("The group (\(name)) has been successfully started")
      case .completed:
        begin(name, row.endAt ?? 0)
        say("The group (\(name)) has been successfully completed")
      case .skippedDisabled:
        open(&self, isDisabled: true)
        skip(name, isGroup: row.isOpen, isDisabled: true)
      case .skippedCondition:
        open(&self)
        skip(name, isGroup: row.isOpen)
      case .ran:
        open(&self)
        run(name, code: event.code ?? 0)
      case .failed where row.isOpen: failGroup(name)
      case .failedIgnored where row.isOpen: failGroup(name)
      case .failed, .failedIgnored:
        open(&self)
        fail(name, code: event.code ?? 1)
        failed = name
        if event.outcome == .failedIgnored, tellsIgnored {
          say("The execution engine ignored the failure of the action (\(name)) and continues")
        }
      case .restart where event.target == "unexpected":
        open(&self)
        say("Start executing the command line: cmd.exe /c work")
        start(size: size, saved: at)
      case .restart:
        let next = event.resumeAt ?? at + 1
        restart(name, isRetry: next == at, resumeAt: next, size: size)
      case .restartFailed:
        say("Fatal error is returned in check for reboot request of the action (\(name)).")
        failed = name
      case .mayRun, .mayFail: break
      }
    }
    switch trace.result {
    case .success: succeed()
    case .failed: fail(lastStep: failed)
    default: break
    }
  }
}
