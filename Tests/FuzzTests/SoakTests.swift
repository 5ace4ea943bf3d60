import Containers
import Editor
import Foundation
import Journaling
import Screen
import Storage
import TaskSequence
import TestSupport
import Testing

/// Random sessions, thousands of keys long, on real files where they are there: the laws after each
/// save and at the end, what the journal brings back, and that memory does not grow from session to
/// session.
///
/// `TSEDIT_SOAK=MINUTES swift test --filter SoakTests` does it for that long.
@Suite(.serialized) struct SoakTests {
  private static let minutes = ProcessInfo.processInfo.environment["TSEDIT_SOAK"]
    .flatMap { Double($0) }

  @Test func sessionsKeepTheLaws() throws {
    let files = Corpus.files(upTo: Self.minutes == nil ? 40_000 : 1_000_000).map(\.bytes)
      .filter { (try? SequenceDocument(loading: $0)) != nil }
    let specimens = Sandbox.specimens + files
    let start = ContinuousClock.now
    let end = start + .seconds(60 * (Self.minutes ?? 0))
    var tally = Tally()
    for number in 0... {
      let seed = Seeded.seeds(1)[0] + UInt64(number)
      var random = Seeded(seed)
      let keys = Self.minutes == nil ? 300 : 2000 + random.below(3000)
      try Self.session(&random, specimens, keys: keys, &tally, seed)
      tally.note(number)
      if Self.minutes == nil ? number == 3 : ContinuousClock.now > end { break }
    }
    print(tally.words(start.duration(to: .now)))
    #expect(tally.saves > 0)
    if let growth = tally.growth { #expect(growth < 8, "\(growth) MB more than in the beginning") }
  }

  private static func session(
    _ random: inout Seeded, _ specimens: [[UInt8]], keys: Int, _ tally: inout Tally, _ seed: UInt64
  ) throws {
    let folder = NSTemporaryDirectory() + "tsedit-soak-\(getpid())"
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let file = random.pick(specimens)
    let size = Size(width: 60 + random.below(140), height: 16 + random.below(50))
    var sandbox = Sandbox(file, size: size, mischief: UInt8(random.pick([0, 0, 0, 1, 2, 3, 8])))
    let witness = Witness(folder)
    sandbox.record = { witness.record($0) }
    var decoder = InputDecoder()
    for _ in 0..<keys where sandbox.exitCode == nil {
      let stroke = random.stroke()
      if stroke.isEmpty {
        let size = Size(width: random.below(200), height: random.below(70))
        sandbox.take(.resize(size))
      }
      // Escape, time to be one, and the keys.
      for event in decoder.decode(stroke.utf8) + decoder.flush() { sandbox.take(event) }
      tally.keys += 1
      try #require(sandbox.complaint == nil, "seed \(seed)")
    }
    tally.saves += sandbox.saves
    tally.edits += sandbox.state.files.reduce(0) { $0 + $1.history.revisions.count - 1 }
    try #require(sandbox.complaintAtEnd() == nil, "seed \(seed)")
    try #require(
      witness.complaint(about: sandbox.state.files.map(\.history)) == nil, "seed \(seed)")
  }
}

/// Keeps the journals a session's program would.
private final class Witness {
  private let folder: JournalFolder
  private var journals: [String: Journal] = [:]
  private var fault: String?

  init(_ folder: String) { self.folder = JournalFolder(folder) }

  func record(_ file: OpenFile) {
    do throws(FileFailure) {
      let name = "/\(file.id)"
      let journal =
        if let known = journals[name] { known } else {
          try Journal(of: name, file.history, in: folder)
        }
      journals[name] = journal
      try journal.record(file.history, focus: file.outline.focus)
    } catch {
      fault = error.reason
    }
  }

  /// Every journal brings back a history that stands where one of these does.
  func complaint(about histories: [History]) -> String? {
    for journal in journals.values {
      guard let recovery = try? Recovery(reading: journal.path), !recovery.isTorn else {
        return "a journal is damaged"
      }
      let bytes = recovery.history.document.serialized()
      let isKnown = histories.contains { history in
        history.revisions.contains { $0.document.serialized() == bytes }
      }
      if !isKnown, histories.count == 1 { return "a journal brings other bytes back" }
    }
    return fault
  }
}

private struct Tally {
  var (keys, saves, edits) = (0, 0, 0)
  /// The memory in use after each session, in MB.
  private var memory: [Int] = []

  mutating func note(_ session: Int) {
    // What malloc keeps for later is no growth.
    if let trim = dlsym(nil, "malloc_trim") {
      _ = unsafeBitCast(trim, to: (@convention(c) (Int) -> CInt).self)(0)
    }
    guard let text = try? String(contentsOfFile: "/proc/self/statm", encoding: .utf8),
      let pages = text.split(separator: " ").dropFirst().first.flatMap({ Int($0) })
    else { return }
    memory.append(pages * 4 / 1024)
  }

  /// How much more memory the last third of the sessions took than the first, in the middle of each
  /// and in MB; what the first sessions touch for good is not growth.
  var growth: Int? {
    let third = memory.count / 3
    guard third > 2 else { return nil }
    return memory.suffix(third).sorted()[third / 2] - memory.prefix(third).sorted()[third / 2]
  }

  func words(_ time: Duration) -> String {
    "\(memory.count) sessions, \(keys) keys, \(edits) edits, \(saves) saves in \(time); "
      + "memory after each, in MB: \(memory.map { "\($0)" }.joined(separator: " "))"
  }
}

extension Seeded {
  /// What a terminal sends for one thing a person does; empty for another size of the window.
  fileprivate mutating func stroke() -> String {
    switch below(100) {
    case 0..<40: pick(["j", "k", "h", "l", "\u{1B}[A", "\u{1B}[B", "\t", "\r", "\u{1B}", "\u{1B}"])
    case 40..<62: pick(["d", "e", "J", "K", "<", ">", "a", "g", "\u{7}", "U", "D", "m", "w", "p"])
    case 62..<70: pick(["\u{1A}", "\u{1A}", "\u{19}", "H"])
    case 70..<76: pick([" ", "v", "*", "\u{1}", "u", "\u{3}", "\u{18}", "\u{16}", "P", "I"])
    case 76..<80: pick(["\u{13}", "\u{13}", "W", "S"])
    case 80..<88: pick(["r", "i", "c", "x", "t", "V", "X", "$", "%", "O", "}", "?", ":", "/", "f"])
    case 88..<94: pick(["é", "漢", "\"", "<", "&", "]]>", "%A%", "0", "Finish", "\u{8}", "\u{15}"])
    case 94: "\u{1B}[200~a\r\nb\u{1B}[31m\u{1B}[201~"
    case 95: "\u{1B}[<0;\(below(100));\(below(40))M"
    case 96: ""
    default: String(UnicodeScalar(UInt8(below(127) + 1)))
    }
  }
}
