import Containers
import RunLogs
import TaskSequence
import TestSupport
import Testing

/// The same log in every form and encoding tells the same.
@Suite("Logs in every form") struct FormTests {
  static let document = """
    <sequence version="3.10"><group name="Vorräte"><step name="It's (a. b)"><action>x</action></step>\
    <step name="Größe prüfen"><action>x</action></step></group><step name="End"><action>x</action>\
    </step></sequence>
    """

  static func log(isRecent: Bool) -> LogWriter {
    var log = LogWriter(isRecent: isRecent)
    log.start(size: 5)
    log.begin("Vorräte", 0)
    log.say("The group (Vorräte) has been successfully started")
    log.begin("It's (a. b)", 1, type: "SMS_TaskSequence_RunCommandLineAction")
    log.run("It's (a. b)", code: 3010)
    log.begin("Größe prüfen", 2, type: "SMS_TaskSequence_RunCommandLineAction")
    log.fail("Größe prüfen", code: -2_147_024_894)
    log.failGroup("Vorräte")
    log.fail(lastStep: "Größe prüfen")
    return log
  }

  static let told = [
    "0 Vorräte started", "1 It's (a. b) ran 3010", "2 Größe prüfen failed 2147942402",
    "0 Vorräte failed",
  ]

  static func told(_ bytes: [UInt8], _ sequence: String = document) throws -> [String] {
    let reading = LogReading([LogDigest("a.log", bytes)])
    let run = try #require(reading.runs.last)
    let document = try SequenceDocument(loading: Array(sequence.utf8))
    return try LogAlignment(run, with: document).events.map { event in
      let code = run.visits[event.visit].code.map { " \($0)" } ?? ""
      return "\(event.at ?? -1) \(event.node ?? "") \(event.outcome.word)\(code)"
    }
  }

  @Test(arguments: LogWriter.Form.allCases) func everyForm(form: LogWriter.Form) throws {
    for isRecent in [false, true] {
      #expect(try Self.told(Self.log(isRecent: isRecent).bytes(form)) == Self.told)
    }
  }

  @Test(arguments: LogWriter.Form.allCases) func everyEncoding(form: LogWriter.Form) throws {
    let text = Self.log(isRecent: false).text(form)
    let utf8 = Array(text.utf8)
    let little = text.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
    let big = text.utf16.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] }
    let narrow = text.unicodeScalars.map { UInt8($0.value) }
    for bytes in [
      utf8, [0xEF, 0xBB, 0xBF] + utf8, little, [0xFF, 0xFE] + little, big, [0xFE, 0xFF] + big,
      narrow,
    ] {
      #expect(try Self.told(bytes) == Self.told)
    }
  }

  @Test func linesOfArticlesThatNameTheEngineAlone() throws {
    let text = Self.log(isRecent: false).records.map {
      "> \($0.component)    \($0.message.replacing("\r\n", with: "  \r\n> "))  \n"
    }.joined()
    #expect(try Self.told(Array(text.utf8)) == Self.told)
  }

  @Test(arguments: ["\r\n", "\r", "\n", "\n\n", "\r\n  \r\n"])
  func lineEndsInAMessageAndBetween(end: String) throws {
    let text = Self.log(isRecent: false).text().replacing("\r\n", with: end)
    #expect(try Self.told(Array(text.utf8)) == Self.told)
  }

  @Test func formsFollowEachOtherInWhatIsPasted() throws {
    let log = Self.log(isRecent: false)
    let forms = LogWriter.Form.allCases
    let text = log.records.enumerated().map { index, record in
      forms[index % forms.count].text(record, index, bias: "+480")
    }.joined()
    #expect(try Self.told(Array(text.utf8)) == Self.told)
  }

  @Test func toolsDoNotSpeakForTheEngine() throws {
    var log = LogWriter()
    log.start(size: 1)
    log.begin("End", 0)
    log.say("Start executing the command line: x")
    for tool in ["InstallSoftware", "RunPowerShellScript", "OSDSetupHook", "ZTIGather"] {
      log.say("Process completed with exit code 5", by: tool)
      log.say("Failed to run the action: End. Error 5", by: tool)
    }
    log.run("End")
    log.succeed()
    let sequence =
      "<sequence version=\"3.10\"><step name=\"End\"><action>x</action></step></sequence>"
    #expect(try Self.told(log.bytes(), sequence) == ["0 End ran 0"])
    log.component = "TSMBootstrap"
    #expect(try Self.told(log.bytes(), sequence) == ["0 End ran 0"])
  }

  @Test func datesHaveTheHabitOfWhoCopiedThem() throws {
    func times(_ dates: [String]) -> [String] {
      let lines = dates.enumerated().map { index, date in
        "Start executing an instruction. Instruction name: A. Instruction pointer: \(index)\t"
          + "TSManager\t\(date)\t1100 (0x044C)\n"
      }
      let reading = LogReading([LogDigest("a.log", Array(lines.joined().utf8))])
      return reading.runs.flatMap(\.visits).compactMap { $0.began?.text }
    }
    #expect(times(["8/4/2020 1:00:56 PM"]) == ["2020-08-04 13:00:56"])
    #expect(times(["8/4/2020 12:00:56 AM"]) == ["2020-08-04 00:00:56"])
    #expect(times(["18.10.2023 14:50:39"]) == ["2023-10-18 14:50:39"])
    #expect(times(["2023-10-18 14:50:39"]) == ["2023-10-18 14:50:39"])
    // One date tells how to read those before it.
    #expect(
      times(["5/4/2020 14:00:00", "13/4/2020 14:00:00"])
        == ["2020-04-05 14:00:00", "2020-04-13 14:00:00"])
  }

  /// Whatever of a log is missing at its ends, the rest of it tells what it told.
  @Test func aCutLogTellsTheRest() throws {
    let bytes = Self.log(isRecent: false).bytes()
    for place in stride(from: 0, through: bytes.count, by: 7) {
      let reading = LogReading([LogDigest("a.log", Array(bytes[..<place]))])
      guard let run = reading.runs.last else { continue }
      #expect(reading.runs.count == 1)
      let document = try SequenceDocument(loading: Array(Self.document.utf8))
      let events = try LogAlignment(run, with: document).events
      let whole = events.last?.outcome == .running ? events.dropLast() : events[...]
      let told = whole.map { "\($0.at ?? -1) \($0.node ?? "") \($0.outcome.word)" }
      let wanted = Self.told.map { line in
        line.split(separator: " ").last.flatMap { Int($0) } == nil
          ? line : line.split(separator: " ").dropLast().joined(separator: " ")
      }
      #expect(Array(wanted.prefix(told.count)) == told, "cut at \(place)")
      _ = LogReading([LogDigest("a.log", Array(bytes[place...]))])
    }
  }
}
