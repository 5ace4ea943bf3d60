import Containers
import DryRun
import Facts
import Foundation
import RunLogs
import TaskSequence
import TestSupport
import Testing

/// A run somebody calculated, written as a log and read again, is the same run: two ways to know what
/// the engine does hold each other.
@Suite("A log of a run tells that run") struct TraceLawTests {
  private static func situations() -> [(id: String, situation: Situation)] {
    let data = Data(DomainFiles.bytes("run-cases.json"))
    let all = try? JSONSerialization.jsonObject(with: data) as? [String: Any]
    return (all?["cases"] as? [[String: Any]] ?? []).compactMap { entry in
      guard entry["log"] == nil, let data = try? JSONSerialization.data(withJSONObject: entry),
        let situation = try? Situation(reading: [UInt8](data))
      else { return nil }
      return (entry["id"] as? String ?? "", situation)
    }
  }

  @Test(.enabled(if: DomainFiles.areThere, Comment(rawValue: DomainFiles.skipped)))
  func handedOverRuns() throws {
    var read = 0
    for (id, situation) in Self.situations() {
      var children = ChildSequences()
      for (id, child) in situation.children {
        let text = child.sequence ?? "<sequence version=\"3.10\"/>"
        children[id] = .init(
          try SequenceDocument(loading: Array(text.utf8)), isEnabled: child.isEnabled)
      }
      let text = try #require(situation.sequence)
      let document = try SequenceDocument(loading: Array(text.utf8))
      let table = try InstructionTable(of: document, children: children)
      let trace = try Trace(of: table, in: situation)
      guard [.success, .failed].contains(trace.result), table.size != nil else { continue }
      read += 1
      try Self.check(trace, document, children, id)
    }
    #expect(read > 80)
  }

  @Test(arguments: Seeded.seeds(60)) func randomRuns(seed: UInt64) throws {
    var seeded = Seeded(seed)
    let document = try RandomRun.document(&seeded)
    let situation = try RandomRun.situation(of: document, &seeded)
    let table = try InstructionTable(of: document)
    let trace = try Trace(of: table, in: situation)
    try Self.check(trace, document, ChildSequences(), "seed \(seed)")
  }

  private static func check(
    _ trace: Trace, _ document: SequenceDocument, _ children: ChildSequences, _ id: String
  ) throws {
    for isRecent in [false, true] {
      for tellsIgnored in [false, true] {
        let writer = LogWriter(trace, isRecent: isRecent, tellsIgnored: tellsIgnored)
        let reading = LogReading([LogDigest("a.log", writer.bytes())])
        #expect(reading.runs.count == 1, "\(id)")
        let run = try #require(reading.runs.last, "\(id)")
        let alignment = try LogAlignment(run, with: document, children: children)
        #expect(lines(alignment) == lines(trace), "\(id) \(isRecent) \(tellsIgnored)")
        #expect(run.end.rawValue == trace.result.rawValue, "\(id)")
        #expect(alignment.mismatches == [] && alignment.difference == nil, "\(id)")
        let overlay = LogOverlay(alignment)
        #expect(overlay.notReached == trace.notReached, "\(id)")
        let states = Set(overlay.nodes.map(\.state)).subtracting(NodeRun.State.afterWholeRuns)
        #expect(states == [], "\(id): \(states)")
      }
    }
  }

  private static func lines(_ trace: Trace) -> [String] {
    trace.events.map { event in
      let row = trace.table.rows[event.row]
      let end = event.outcome == .completed ? " to \(row.endAt ?? -1)" : ""
      // What the writer writes where nobody knows the code.
      let usual = [.failed, .failedIgnored].contains(event.outcome) ? 1 : 0
      let isEnd = event.outcome == .ran || usual == 1
      let code =
        row.isOpen || !isEnd ? "" : " \(UInt32(truncatingIfNeeded: event.code ?? usual))"
      let resume = event.resumeAt.map { " resumes \($0)" } ?? ""
      return "\(row.at ?? -1) \(event.outcome.rawValue) \(row.node.name)\(end)\(code)\(resume)"
    }
  }

  private static func lines(_ alignment: LogAlignment) -> [String] {
    alignment.events.map { event in
      let visit = alignment.run.visits[event.visit]
      let end = event.endAt.map { " to \($0)" } ?? ""
      let code = visit.code.map { " \($0)" } ?? ""
      let resume = visit.resumeAt.flatMap {
        event.outcome == .trace(.restart) ? " resumes \($0)" : nil
      }
      return
        "\(event.at ?? -1) \(event.outcome.word) \(event.node ?? "")\(end)\(code)\(resume ?? "")"
    }
  }
}

extension NodeRun.State {
  /// What nodes are when a log has all of a run.
  fileprivate static let afterWholeRuns: Set<Self> = [
    .ran, .skipped, .disabled, .failed, .failedIgnored, .notReached,
  ]
}

/// Sequences and what their steps do, by chance.
enum RandomRun {
  static func document(_ seeded: inout Seeded, names: Int = 40) throws -> SequenceDocument {
    func flags(_ seeded: inout Seeded) -> String {
      (seeded.chance(10) ? " disable=\"true\"" : "")
        + (seeded.chance(25) ? " continueOnError=\"true\"" : "")
    }
    func condition(_ seeded: inout Seeded) -> String {
      guard seeded.chance(25) else { return "" }
      return "<condition><expression type=\"SMS_TaskSequence_VariableConditionExpression\">"
        + "<variable name=\"Operator\">equals</variable><variable name=\"Value\">\(seeded.below(2))"
        + "</variable><variable name=\"Variable\">V\(seeded.below(4))</variable></expression>"
        + "</condition>"
    }
    func nodes(_ depth: Int, _ seeded: inout Seeded) -> String {
      var text = ""
      for _ in 0..<1 + seeded.below(5) {
        let name = "\(seeded.pick(["S", "It's (a. b)", "Ä b "]))\(seeded.below(names))"
        if depth < 4, seeded.chance(35) {
          let head = "<group name=\"\(name)\"\(flags(&seeded))>\(condition(&seeded))"
          text += head + nodes(depth + 1, &seeded) + "</group>"
        } else {
          text +=
            "<step type=\"SMS_TaskSequence_RunCommandLineAction\" name=\"\(name)\" "
            + "successCodeList=\"0 3010\"\(flags(&seeded))>\(condition(&seeded))"
            + "<action>cmd.exe /c work</action></step>"
        }
      }
      return text
    }
    let text = "<sequence version=\"3.10\">\(nodes(0, &seeded))</sequence>"
    return try SequenceDocument(loading: Array(text.utf8))
  }

  /// What is so, and what steps do: some fail, some ask for a restart.
  static func situation(
    of document: SequenceDocument, _ seeded: inout Seeded
  ) throws -> Situation {
    let table = try InstructionTable(of: document)
    var behaviour: [String] = []
    for (row, path) in table.paths.enumerated()
    where !table.rows[row].isOpen && seeded.chance(20) {
      let key = String(decoding: try JSONEncoder().encode("\(path)"), as: UTF8.self)
      let deed = seeded.pick([
        "\"codes\": [1603]", "\"codes\": [-2147024894]", "\"codes\": [3010]",
        "\"unexpectedRestarts\": 1",
      ])
      behaviour.append("\(key): {\(deed)}")
    }
    let variables = (0..<4).map { "\"V\($0)\": \"\(seeded.below(2))\"" }.joined(separator: ", ")
    let text =
      "{\"variables\": {\(variables)}, \"behaviour\": {\(behaviour.joined(separator: ", "))}}"
    return try Situation(reading: Array(text.utf8))
  }
}
