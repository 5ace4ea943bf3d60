import Facts
import Foundation
import RunLogs
import TestSupport
import Testing

/// What of a log goes on to others, or to a dry run.
@Suite("What is made of logs") struct SharingTests {
  // MARK: Copies

  private static let secret = "geheim77"

  private static func log() -> LogWriter {
    var log = FileTests.log(["Apply Image", "Join the domain"])
    log.say(
      "Downloaded file from http://SCCM01.corp.contoso.com:80/SMS_DP to C:\\_SMSTaskSequence\\x")
    log.set("OSDComputerName", "NB-4711")
    log.set("OSDJoinAccount", "CONTOSO\\svc-join")
    log.set("OSDJoinPassword", secret)
    log.say("Connecting to \\\\sccm01\\Packages$ as contoso\\svc-join from 10.20.30.40", by: "X")
    log.say("Profile C:\\Users\\j.doe\\AppData of jane.doe@contoso.com, S-1-5-21-11-22-33-1001")
    log.say(
      "MAC 00:11:22:AA:BB:CC, again 00-11-22-AA-BB-CC, id {6F9619FF-8B86-D011-B42D-00CF4FC964FF}")
    log.say("NB-4711 says \(secret); version 10.0.19045.4170 of smss.exe")
    return log
  }

  private static func copy(_ bytes: [UInt8]) -> String {
    var anonymizer = LogAnonymizer()
    anonymizer.learn(bytes)
    return String(decoding: anonymizer.copy(of: bytes), as: UTF8.self)
  }

  @Test(arguments: LogWriter.Form.allCases) func aCopyNamesNobody(form: LogWriter.Form) {
    let copy = Self.copy(Self.log().bytes(form)).lowercased()
    for name in [
      "sccm01", "contoso", "nb-4711", "svc-join", Self.secret, "10.20.30.40", "j.doe", "jane.doe",
      "s-1-5-21-11", "00:11:22", "00-11-22", "6f9619ff",
    ] {
      #expect(!copy.contains(name), "\(name)")
    }
    #expect(copy.contains("10.0.19045.4170") && copy.contains("smss.exe"))
    #expect(copy.contains("_smstasksequence"))
  }

  @Test(arguments: LogWriter.Form.allCases) func aCopyTellsTheSameRun(form: LogWriter.Form) throws {
    let bytes = Self.log().bytes(form)
    func told(_ bytes: [UInt8]) -> [String] {
      LogReading([LogDigest("a.log", bytes)]).runs.flatMap(RunTests.told)
    }
    let copy = Self.copy(bytes)
    #expect(told(bytes).count == 2 && told(Array(copy.utf8)) == told(bytes))
    // There is nothing left to hide.
    #expect(Self.copy(Array(copy.utf8)) == copy)
  }

  @Test func theSameNameIsTheSameThroughout() {
    var log = LogWriter()
    log.set("OSDComputerName", "NB-4711")
    log.say("NB-4711 and nb-4711 and \\\\NB-4711\\c$, not NB-47112")
    let copy = Self.copy(log.bytes())
    #expect(copy.contains("host1 and host1 and \\\\host1\\c$, not NB-47112"))
  }

  // MARK: Situations

  @Test func aLogIsASituation() throws {
    var log = LogWriter()
    log.set("_SMSTSInWinPE", "true")
    log.set("Site", "NBG \"x\"\\")
    log.set("OSDJoinPassword", Self.secret)
    log.start(size: 5)
    log.begin("A/B", 0)
    log.say("Evaluating an AND expression")
    log.test("IsLaptop", "equals", "True")
    log.say("Evaluating a WMI condition expression")
    log.say("Expand a string: root\\cimv2")
    log.say("Expand a string: SELECT * FROM Win32_Battery")
    log.say("The condition for the action (A/B) is evaluated to be true")
    log.run("A/B", code: 3010)
    log.begin("Updates", 1)
    log.start(size: 5, saved: 1)
    log.begin("Updates", 1)
    log.run("Updates")
    log.begin("Same", 2)
    log.fail("Same", code: 5)
    log.begin("Same", 3)
    log.say("Command line execution failed (800705B4)")
    log.say("Failed to run the action: Same. Error -2147023436")
    let reading = LogReading([LogDigest("a.log", log.bytes())])
    let text = try #require(LogSituation(reading, run: nil)).text
    #expect(!text.contains(Self.secret))
    #expect(text.contains("# OSDJoinPassword is set"))
    let situation = try Situation(reading: Array(text.utf8))
    #expect(situation.start == .winPE && situation.unstated == .unknown)
    let variables = situation.variables.map { "\($0.name)=\($0.value)" }
    #expect(variables == ["Site=NBG \"x\"\\", "IsLaptop=True"])
    #expect(situation.found.answer(to: "select * from win32_battery") == .rows)
    let steps = situation.behaviour
    #expect(steps.map(\.step) == ["A\\/B", "Updates", "Same", "Same#2"])
    #expect(steps[0].1.codes == [3010] && steps[1].1.unexpectedRestarts == 1)
    #expect(steps[2].1.codes == [5] && steps[3].1.timesOut)
    #expect(steps[0].1.takes == 17)
  }

  @Test func whatScriptsSetBelongsToTheirStep() throws {
    var log = LogWriter()
    log.start(size: 1)
    log.begin("Gather", 0)
    log.run("Gather")
    var script = LogWriter(component: "ZTIGather")
    script.say("Property PHASE is now = PREINSTALL")
    script.say("Property IsLaptop is now = False")
    script.say("Property IsLaptop is now = True")
    let early = script.part(0..<1).text().replacing("08:00:00", with: "07:59:00")
    let bytes = Array((early + script.part(1..<3).text(from: 4)).utf8)
    let reading = LogReading([LogDigest("s.log", log.bytes()), LogDigest("BDD.log", bytes)])
    let situation = try Situation(
      reading: Array(try #require(LogSituation(reading, run: 1)).text.utf8))
    #expect(situation.variables == [.init("PHASE", "PREINSTALL")])
    #expect(situation.behaviour.map(\.step) == ["Gather"])
    #expect(situation.behaviour[0].1.sets == [[.init("IsLaptop", "True")]])
  }

  @Test func logsOfScriptsAloneTellVariables() throws {
    var script = LogWriter(component: "ZTIGather")
    script.say("Property PHASE is now = ")
    script.say("Property PHASE is now = PREINSTALL")
    script.say("Property PHASE is now = INSTALL")
    let reading = LogReading([LogDigest("BDD.log", script.bytes())])
    let text = try #require(LogSituation(reading, run: nil)).text
    let situation = try Situation(reading: Array(text.utf8))
    #expect(situation.variables == [.init("PHASE", "PREINSTALL")])
    #expect(LogSituation(reading, run: 1) == nil)
    #expect(LogSituation(LogReading([]), run: nil) == nil)
  }

  /// Whatever stands in a log, the situation it makes can be read.
  @Test(arguments: Seeded.seeds(60)) func everySituationCanBeRead(seed: UInt64) throws {
    var seeded = Seeded(seed)
    let words = ["a", "\"", "\\", "\u{1}", "é", "=", "[", "'", "#", "\u{7F}", " ", "/", "€"]
    func word() -> String {
      (0..<1 + seeded.below(5)).map { _ in seeded.pick(words) }.joined()
    }
    var log = LogWriter()
    for _ in 0..<5 { log.set(word(), word()) }
    log.start(size: 9)
    for number in 0..<6 {
      let name = word()
      log.begin(name, number)
      log.test(word(), "equals", word())
      log.say("The condition for the action (\(name)) is evaluated to be true")
      seeded.chance(50) ? log.run(name, code: seeded.below(9)) : log.fail(name, code: 7)
    }
    let reading = LogReading([LogDigest(word(), log.bytes())])
    let text = try #require(LogSituation(reading, run: nil)).text
    _ = try Situation(reading: Array(text.utf8))
  }

  // MARK: Codes

  @Test func codesHaveWordsAndSources() throws {
    let codes = CodeMeanings.shared
    #expect(codes.meaning(of: 1603)?.source == "Windows Installer error codes")
    #expect(codes.meaning(of: -2_147_024_894) == codes.meaning(of: 2))
    #expect(codes.meaning(of: 2_147_945_410)?.words.contains("restart") == true)
    #expect(codes.meaning(of: 3_247_440_400)?.words.contains("scan") == true)
    #expect(codes.meaning(of: 4316)?.words.contains("Check Readiness") == true)
    #expect(codes.meaning(of: 987_654) == nil)
    #expect(CodeMeanings.text(of: -2_147_024_894) == "0x80070002")
    #expect(CodeMeanings.text(of: 3010) == "3010")
  }
}
