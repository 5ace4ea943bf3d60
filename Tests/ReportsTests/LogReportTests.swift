import Containers
import DryRun
import Reports
import RunLogs
import Screen
import TaskSequence
import Testing

/// What is told of logs, in every format.
@Suite("What logs tell is shown") struct LogReportTests {
  private static func record(_ message: String, _ second: Int) -> String {
    let clock = "08:00:\(second < 10 ? "0" : "")\(second).000-60"
    return "<![LOG[\(message)]LOG]!><time=\"\(clock)\" date=\"03-14-2024\" component=\"TSManager\" "
      + "context=\"\" type=\"1\" thread=\"1\" file=\"a.cxx:1\">\r\n"
  }

  private static func log(_ name: String) -> [UInt8] {
    let start = "Start executing an instruction. Instruction name:"
    let messages = [
      "Set a global environment variable _SMSTSInstructionTableSize=4",
      "The task execution engine started execution",
      "\(start) Group. Instruction pointer: 0", "The group (Group) has been successfully started",
      "\(start) \(name). Instruction pointer: 1", "Evaluating a variable condition expression",
      "Expand a string: equals", "Expand a string: OSDJoinPassword", "Expand a string: geheim77",
      "The action (\(name)) has been skipped because the condition is evaluated to be false",
      "\(start) Second. Instruction pointer: 2",
      "Set a global environment variable OSDJoinPassword=geheim77",
      "Start executing the command line: net use x: /user:me geheim77",
      "Failed to run the action: Second. Error 1603",
      "Failed to run the last action: Second. Execution of task sequence failed.",
    ]
    return Array(messages.enumerated().map { record($1, 2 * $0) }.joined().utf8)
  }

  private static func report(_ name: String = "First", isAlone: Bool = false) throws -> LogReport {
    let reading = LogReading([LogDigest("a.log", log(name))])
    guard !isAlone, let run = reading.runs.last else {
      return LogReport(reading, run: 1, over: nil)
    }
    let document = try SequenceDocument(
      loading: Array(
        """
        <sequence version="3.10"><group name="Group"><step name="First"><action>a</action></step>\
        <step name="Second"><action>b</action></step></group></sequence>
        """.utf8))
    return LogReport(reading, run: 1, over: LogOverlay(try LogAlignment(run, with: document)))
  }

  private static func texts(_ report: LogReport) throws -> [String] {
    try LogReport.formats.map { try $0.text(of: report) }
  }

  @Test func everyFormatTellsOfTheFailure() throws {
    for text in try Self.texts(Self.report()) + Self.texts(Self.report(isAlone: true)) {
      #expect(text.contains("1603") && text.contains("Fatal error during installation"))
      #expect(text.contains("Second"))
    }
  }

  @Test func noFormatShowsASecret() throws {
    for text in try Self.texts(Self.report()) + Self.texts(Self.report(isAlone: true)) {
      #expect(!text.contains("geheim77"))
    }
  }

  @Test func noFormatDrivesATerminal() throws {
    for text in try Self.texts(Self.report("a\u{1B}[2J\u{202E}b")) {
      let isHarmless = text.unicodeScalars.allSatisfy {
        !Printable.isDangerous($0) || $0 == "\n"
      }
      #expect(isHarmless)
    }
  }

  @Test func textSaysWhatBecameOfEachStep() throws {
    let lines = try Self.report().lines
    #expect(
      lines == [
        "a.log: 1 run",
        "Run 1: 2024-03-14 08:00:00, 28 s: failed at “Second” with 1603: Fatal error during "
          + "installation",
        "1 skipped · 2 failed",
        "",
        "F 0–3 Group     failed",
        "-   1   First   skipped · not: OSDJoinPassword equals “••••••••”",
        "F   2   Second  failed · 6 s · 1603: Fatal error during installation",
        "",
        "First failure: “Second” with 1603: Fatal error during installation",
        "  a.log:6  TSManager: Evaluating a variable condition expression",
        "  a.log:7  TSManager: Expand a string: equals",
        "  a.log:8  TSManager: Expand a string: OSDJoinPassword",
        "  a.log:9  TSManager: Expand a string: ••••••••",
        "  a.log:10  TSManager: The action (First) has been skipped because the condition is "
          + "evaluated to be false",
        "  a.log:11  TSManager: Start executing an instruction. Instruction name: Second. "
          + "Instruction pointer: 2",
        "  a.log:12  TSManager: Set a global environment variable OSDJoinPassword=••••••••",
        "  a.log:13  TSManager: Start executing the command line: net use x: /user:me ••••••••",
        "  a.log:14  TSManager: Failed to run the action: Second. Error 1603",
        "  a.log:15  TSManager: Failed to run the last action: Second. Execution of task sequence "
          + "failed.",
        "",
        "Slowest",
        "  6 s           Group/Second",
      ])
  }

  @Test func markdownIsNoMarkupOfOthers() throws {
    let text = try LogReport.formats[2].text(of: Self.report("*a*|`b`<c>"))
    #expect(text.contains("\\*a\\*\\|\\`b\\`\\<c\\>"))
  }
}
