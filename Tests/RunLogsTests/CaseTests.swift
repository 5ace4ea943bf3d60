import Containers
import DryRun
import Foundation
import RunLogs
import TaskSequence
import TestSupport
import Testing

/// Logs with what must come of them, as others wrote them down.
@Suite("Logs of others come out as they say") struct CaseTests {
  struct Case: CustomTestStringConvertible {
    let id: String
    let sequence: String
    let log: String
    let expect: [String: Any]

    var testDescription: String { id }
  }

  static func cases() -> [Case] {
    let data = Data(DomainFiles.bytes("run-cases.json"))
    let all = try? JSONSerialization.jsonObject(with: data) as? [String: Any]
    return (all?["cases"] as? [[String: Any]] ?? []).compactMap { entry in
      guard let log = entry["log"] as? String, let sequence = entry["sequence"] as? String else {
        return nil
      }
      return Case(
        id: entry["id"] as? String ?? "", sequence: sequence, log: log,
        expect: entry["expect"] as? [String: Any] ?? [:])
    }
  }

  @Test(.enabled(if: DomainFiles.areThere, Comment(rawValue: DomainFiles.skipped)))
  func all() throws {
    let cases = Self.cases()
    #expect(cases.count >= 7)
    for entry in cases { try Self.check(entry) }
  }

  static func check(_ entry: Case) throws {
    let document = try SequenceDocument(loading: Array(entry.sequence.utf8))
    let reading = LogReading([LogDigest("smsts.log", Array(entry.log.utf8))])
    let run = try #require(reading.runs.last, "\(entry.id)")
    let overlay = LogOverlay(try LogAlignment(run, with: document))
    let found = Told(overlay)
    for (key, value) in entry.expect {
      switch key {
      case "alignment":
        let events = value as? [[String: Any]] ?? []
        #expect(found.alignment.count == events.count, "\(entry.id)")
        for (event, wanted) in zip(found.alignment, events) {
          for (key, value) in wanted {
            #expect(
              Told.text(event[key]) == Told.text(value), "\(entry.id) \(key): \(event) \(wanted)")
          }
        }
      default:
        #expect(Told.text(found.rest[key]) == Told.text(value), "\(entry.id) \(key)")
      }
    }
  }
}

/// What is told of a log, in the words of the cases.
struct Told {
  let alignment: [[String: Any]]
  let rest: [String: Any]

  init(_ overlay: LogOverlay) {
    alignment = overlay.alignment.events.map {
      Self.event($0, overlay.alignment.run.visits[$0.visit])
    }
    let (lined, run) = (overlay.alignment, overlay.alignment.run)
    var rest: [String: Any] = ["ended": run.end.rawValue]
    rest["tableSize"] = run.tableSize
    rest["failedStep"] = run.failedStep
    rest["notReached"] = overlay.notReached.map { lined.table.name($0) }
    if !lined.mismatches.isEmpty {
      rest["mismatch"] = [
        "tableSize": [run.tableSize ?? -1, lined.table.size ?? -1], "pointers": lined.mismatches,
      ]
    }
    self.rest = rest
  }

  private static func event(_ event: AlignedEvent, _ visit: Visit) -> [String: Any] {
    var told: [String: Any] = ["outcome": event.outcome.word]
    told["at"] = event.at
    told["node"] = event.node
    told["endAt"] = event.endAt
    told["logName"] = event.logName
    guard event.outcome != .unmatched else { return told }
    told["code"] = visit.code
    if visit.isPartial { told["partial"] = true }
    if visit.isRetry { told["retry"] = true }
    told["resumeAt"] = visit.resumeAt
    let tests = visit.tests.filter { $0.variable != nil }
    if !tests.isEmpty {
      told["tested"] = tests.map { [$0.texts[1], $0.texts[0], $0.texts[2], $0.result as Any] }
    }
    return told
  }

  /// A value as JSON in one order; what is not there is “nothing”.
  static func text(_ value: Any?) -> String {
    guard let value else { return "nothing" }
    let data = try? JSONSerialization.data(withJSONObject: [value], options: .sortedKeys)
    return data.map { String(decoding: $0, as: UTF8.self) } ?? "\(value)"
  }
}
