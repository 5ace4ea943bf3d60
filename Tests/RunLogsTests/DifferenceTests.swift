import Containers
import DryRun
import Facts
import RunLogs
import TaskSequence
import TestSupport
import Testing

/// Logs of other versions of a sequence.
@Suite("Logs of other versions") struct DifferenceTests {
  private static func step(_ name: String) -> String {
    "<step name=\"\(name)\"><action>x</action></step>"
  }

  static func document(_ inside: String) throws -> SequenceDocument {
    try SequenceDocument(
      loading: Array("<sequence version=\"3.10\">\(inside)</sequence>".utf8))
  }

  /// A group of some steps, as a sequence.
  private static func sequence(_ names: [String]) throws -> SequenceDocument {
    try document("<group name=\"G\">\(names.map(step).joined())</group>")
  }

  private static func overlay(log: [String], now: [String]) throws -> LogOverlay {
    let table = try InstructionTable(of: sequence(log))
    let trace = try Trace(of: table, in: Situation())
    let writer = LogWriter(trace, isRecent: false, tellsIgnored: true)
    let run = try #require(LogReading([LogDigest("a.log", writer.bytes())]).runs.last)
    return LogOverlay(try LogAlignment(run, with: sequence(now)))
  }

  private static func changes(log: [String], now: [String]) throws -> [String] {
    let overlay = try overlay(log: log, now: now)
    let table = overlay.alignment.table
    return (overlay.alignment.difference?.changes ?? []).map { change in
      switch change {
      case .added(let row): "+\(table.name(row))"
      case .removed(_, let name): "-\(name)"
      case .renamed(let row, _, let name): "\(name)>\(table.name(row))"
      case .changed(_, let log, let here): "\(log)>\(here)"
      }
    }
  }

  @Test func whatChangedSinceIsTold() throws {
    #expect(try Self.changes(log: ["A", "B", "C"], now: ["A", "B", "C"]) == [])
    #expect(try Self.changes(log: ["A", "B"], now: ["A", "X", "B"]) == ["+X"])
    #expect(try Self.changes(log: ["A", "X", "B"], now: ["A", "B"]) == ["-X"])
    #expect(try Self.changes(log: ["A", "X", "B"], now: ["A", "Y", "B"]) == ["X>Y"])
    #expect(try Self.changes(log: ["A", "B"], now: ["A", "B", "C"]) == ["+C"])
    #expect(try Self.changes(log: ["A", "B", "C"], now: ["B", "C"]) == ["-A"])
    #expect(try Self.changes(log: ["A", "B", "C"], now: ["A", "C", "B"]).isEmpty == false)
    #expect(
      try Self.changes(log: ["R", "A", "R", "B", "R"], now: ["R", "A", "R", "R", "B", "R"])
        == ["+R"])
  }

  @Test func stepsAreFoundByTheirNamesThen() throws {
    let overlay = try Self.overlay(log: ["A", "B", "C"], now: ["A", "X", "B", "C"])
    let table = overlay.alignment.table
    let states = table.rows.map { "\(table.name($0)) \(overlay.nodes[$0].state.rawValue)" }
    #expect(states == ["G ran", "A ran", "X unseen", "B ran", "C ran"])
    #expect(overlay.alignment.mismatches == [2, 3, 4])
    #expect(overlay.nodes.map(\.isByName) == [false, false, false, true, true])
  }

  @Test func aLogOfAnotherSequenceIsNamedSo() throws {
    let other = try Self.overlay(log: ["A", "B", "C", "D"], now: ["K", "L", "M", "N", "O"])
    #expect(other.alignment.difference?.isOfAnother == true)
    let same = try Self.overlay(log: ["A", "B", "C"], now: ["A", "B", "C", "D"])
    #expect(same.alignment.difference?.isOfAnother == false)
  }

  /// Steps taken out, put in or renamed by chance: every change is told, and nothing else is found wrong.
  @Test(arguments: Seeded.seeds(60)) func randomChanges(seed: UInt64) throws {
    var seeded = Seeded(seed)
    let log = (0..<3 + seeded.below(20)).map { "N\($0)" }
    var now = log
    var (added, removed, renamed) = (Set<String>(), Set<String>(), 0)
    var last = -3
    for place in log.indices.reversed() where seeded.chance(20) && abs(place - last) > 1 {
      last = place
      switch seeded.below(3) {
      case 0:
        now.insert("X\(place)", at: place)
        added.insert("+X\(place)")
      case 1 where now.count > 1:
        removed.insert("-\(now.remove(at: place))")
      default:
        now[place] = "Y\(place)"
        renamed += 1
      }
    }
    let changes = try Self.changes(log: log, now: now)
    #expect(Set(changes.filter { $0.hasPrefix("+") }) == added, "\(seed): \(log) \(now)")
    #expect(Set(changes.filter { $0.hasPrefix("-") }) == removed, "\(seed): \(log) \(now)")
    #expect(changes.count { $0.contains(">") } == renamed, "\(seed): \(changes)")
  }

  // MARK: Child sequences

  private static let child =
    "<subtasksequence name=\"Child\"><defaultVarList><variable "
    + "name=\"OSDSubTasksequencePackageID\">XYZ00002</variable></defaultVarList></subtasksequence>"

  /// Of a child sequence nobody knows, the log tells how large it is.
  @Test func theNodesOfAChildNobodyKnowsAreInTheLog() throws {
    let document = try Self.document(
      Self.step("A") + Self.child + "<group name=\"G\">\(Self.step("Z"))</group>")
    var log = LogWriter()
    log.start(size: 9)
    log.begin("A", 0)
    log.run("A")
    log.begin("Child", 1)
    log.say("The group (Child) has been successfully started")
    log.begin("inner", 2)
    log.run("inner")
    log.begin("other", 3)
    log.skip("other")
    log.begin("Child", 5)
    log.say("The group (Child) has been successfully completed")
    log.begin("G", 6)
    log.say("The group (G) has been successfully started")
    log.begin("Z", 7)
    log.run("Z")
    for count in [log.records.count, log.records.count - 24] {
      let part = log.part(0..<count)
      let run = try #require(LogReading([LogDigest("a.log", part.bytes())]).runs.last)
      let alignment = try LogAlignment(run, with: document)
      #expect(alignment.mismatches == [], "\(count)")
      #expect(alignment.table.size == 9, "\(count)")
      let paths = alignment.events.compactMap { $0.path.map { "\($0)" } }
      #expect(paths.starts(with: ["A", "Child", "Child/inner", "Child/other"]), "\(count)")
    }
    var skipped = LogWriter()
    skipped.start(size: 9)
    skipped.begin("A", 0)
    skipped.run("A")
    skipped.begin("Child", 1)
    skipped.skip("Child", isGroup: true)
    skipped.begin("G", 6)
    let run = try #require(LogReading([LogDigest("a.log", skipped.bytes())]).runs.last)
    let alignment = try LogAlignment(run, with: document)
    #expect(alignment.mismatches == [] && alignment.events.map(\.at) == [0, 1, 6])
  }
}
