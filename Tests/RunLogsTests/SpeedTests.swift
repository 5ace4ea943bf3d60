import Containers
import Glibc
import RunLogs
import TaskSequence
import Testing

@Suite("Logs are read quickly") struct SpeedTests {
  /// What this thread has worked so far: others work beside it.
  private static func worked() -> Duration {
    var time = timespec()
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
    return .seconds(time.tv_sec) + .nanoseconds(time.tv_nsec)
  }

  /// Steps with what their tools say, as much as a real log has of it.
  private static func bytes(_ size: Int, _ form: LogWriter.Form) -> [UInt8] {
    var log = LogWriter()
    log.start(size: 200)
    for number in 0..<200 {
      log.begin("Step \(number)", number)
      log.test("Site", "equals", "North")
      for file in 0..<20 {
        log.say("Downloaded file /SMS_DP$/ABC00001/sccm?/driver\(file).inf", by: "Download")
      }
      number % 9 == 0 ? log.fail("Step \(number)", code: 5) : log.run("Step \(number)")
    }
    let piece = log.text(form)
    return Array(String(repeating: piece, count: size / piece.utf8.count).utf8)
  }

  // A second is meant for 50 MB; the limit leaves room for machines that are slower.
  @Test(arguments: LogWriter.Form.allCases) func tenMegabytes(form: LogWriter.Form) {
    let bytes = Self.bytes(10_000_000, form)
    let before = Self.worked()
    let reading = LogReading([LogDigest("a.log", bytes)])
    let time = Self.worked() - before
    #expect(reading.runs.count > 5)
    #expect(time < .seconds(1), "\(form): \(time)")
  }

  /// Names and numbers that fit nothing cost no more than those that do.
  @Test func aLogOfAnotherSequence() throws {
    var log = LogWriter()
    log.start(size: 20_000)
    for number in 0..<20_000 {
      log.begin("L\(number % 7)", number)
      log.say("The action (L\(number % 5)) has been skipped because it is disabled")
    }
    let steps = (0..<20_000).map { "<step name=\"L\($0 % 6)\"><action>x</action></step>" }
    let text = "<sequence>\(steps.joined())</sequence>"
    let document = try SequenceDocument(loading: Array(text.utf8))
    let bytes = log.bytes()
    let before = Self.worked()
    let run = try #require(LogReading([LogDigest("a.log", bytes)]).runs.last)
    let overlay = LogOverlay(try LogAlignment(run, with: document))
    let time = Self.worked() - before
    #expect(overlay.nodes.count == 20_000)
    #expect(time < .seconds(2), "\(time)")
  }
}
