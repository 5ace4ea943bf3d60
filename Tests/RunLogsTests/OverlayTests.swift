import Containers
import DryRun
import RunLogs
import TaskSequence
import TestSupport
import Testing

/// A log laid over a sequence.
@Suite("A log over a sequence") struct OverlayTests {
  private static let document = """
    <sequence version="3.10"><group name="Build"><group name="Software"><step name="Editor"><action>x\
    </action></step><step name="Viewer"><action>x</action></step><step name="Player"><action>x\
    </action></step></group><step name="Tidy"><action>x</action></step></group><group name="Off" \
    disable="true"><step name="Old"><action>x</action></step></group><step name="Finish"><action>x\
    </action></step></sequence>
    """

  private static func states(_ write: (inout LogWriter) -> Void) throws -> [String] {
    var log = LogWriter()
    write(&log)
    let run = try #require(LogReading([LogDigest("a.log", log.bytes())]).runs.last)
    let document = try SequenceDocument(loading: Array(Self.document.utf8))
    let overlay = LogOverlay(try LogAlignment(run, with: document))
    return overlay.alignment.table.rows.map {
      "\(overlay.alignment.table.name($0)) \(overlay.nodes[$0].state.rawValue)"
    }
  }

  private static func open(_ log: inout LogWriter) {
    log.start(size: 12)
    log.begin("Build", 0)
    log.say("The group (Build) has been successfully started")
    log.begin("Software", 1)
    log.say("The group (Software) has been successfully started")
  }

  @Test func whatWasNotReached() throws {
    let states = try Self.states { log in
      Self.open(&log)
      log.begin("Editor", 2)
      log.fail("Editor", code: 5)
      log.failGroup("Software")
      log.failGroup("Build")
      log.fail(lastStep: "Editor")
    }
    #expect(
      states == [
        "Build failed", "Software failed", "Editor failed", "Viewer not-reached",
        "Player not-reached", "Tidy not-reached", "Off not-reached", "Old not-reached",
        "Finish not-reached",
      ])
  }

  @Test func whatWasStillRunning() throws {
    let states = try Self.states { log in
      Self.open(&log)
      log.begin("Editor", 2)
      log.run("Editor")
      log.begin("Viewer", 3)
    }
    #expect(
      states == [
        "Build running", "Software running", "Editor ran", "Viewer running", "Player not-reached",
        "Tidy not-reached", "Off not-reached", "Old not-reached", "Finish not-reached",
      ])
  }

  @Test func whatTheLogHasNot() throws {
    let states = try Self.states { log in
      log.begin("Tidy", 6)
      log.run("Tidy")
      log.begin("Build", 7)
      log.say("The group (Build) has been successfully completed")
      log.begin("Off", 8)
      log.skip("Off", isGroup: true, isDisabled: true)
      log.begin("Finish", 11)
      log.run("Finish")
      log.succeed()
    }
    #expect(
      states == [
        "Build ran", "Software unseen", "Editor unseen", "Viewer unseen", "Player unseen",
        "Tidy ran", "Off disabled", "Old disabled", "Finish ran",
      ])
  }

  @Test func triesRestartsAndTimeAreOfTheStep() throws {
    var log = LogWriter()
    log.start(size: 1)
    log.begin("Set up", 0)
    log.run("Set up")
    log.restart("Set up", isRetry: true, resumeAt: 0, size: 1)
    log.begin("Set up", 0)
    log.run("Set up", code: 3010)
    log.succeed()
    let document = try SequenceDocument(
      loading: Array("<sequence><step name=\"Set up\"><action>x</action></step></sequence>".utf8))
    let run = try #require(LogReading([LogDigest("a.log", log.bytes())]).runs.last)
    let overlay = LogOverlay(try LogAlignment(run, with: document))
    let node = overlay.nodes[0]
    #expect(node.state == .ran && node.tries == 2 && node.restarts == 1 && node.code == 3010)
    #expect(node.milliseconds == 16_000)
  }

  /// Whatever the log, every node has one state, and groups show the worst inside.
  @Test(arguments: Seeded.seeds(80)) func everyNodeHasOneState(seed: UInt64) throws {
    var seeded = Seeded(seed)
    let document = try RandomRun.document(&seeded, names: 6)
    let other = seeded.chance(50) ? document : try RandomRun.document(&seeded, names: 6)
    let table = try InstructionTable(of: other)
    let situation = try RandomRun.situation(of: other, &seeded)
    let writer = LogWriter(
      try Trace(of: table, in: situation), isRecent: seeded.chance(50), tellsIgnored: true)
    let count = writer.records.count
    let start = seeded.below(count)
    var bytes = writer.part(start..<start + seeded.below(count - start + 1)).bytes()
    for _ in 0..<seeded.below(8) where !bytes.isEmpty {
      bytes.remove(at: seeded.below(bytes.count))
    }
    for run in LogReading([LogDigest("a.log", bytes)]).runs {
      let overlay = LogOverlay(try LogAlignment(run, with: document))
      #expect(overlay.nodes.count == overlay.alignment.table.rows.count)
      #expect(overlay.counts.values.reduce(0, +) == overlay.nodes.count)
      for row in overlay.notReached { #expect(overlay.nodes[row].state == .notReached) }
    }
  }

  /// A million records of one step do not make the overlay larger.
  @Test func aLongLogIsASmallOverlay() throws {
    var log = LogWriter()
    log.start(size: 1)
    log.begin("Loop", 0)
    log.run("Loop")
    let text = log.text()
    let long = Array(String(repeating: text, count: 2000).utf8)
    let reading = LogReading([LogDigest("a.log", long)])
    let document = try SequenceDocument(
      loading: Array("<sequence><step name=\"Loop\"><action>x</action></step></sequence>".utf8))
    let run = try #require(reading.runs.last)
    let overlay = LogOverlay(try LogAlignment(run, with: document))
    #expect(overlay.nodes.count == 1)
  }
}
