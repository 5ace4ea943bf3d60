import DryRun
import Facts
import RunLogs
import TaskSequence

enum LogLaw {
  /// Any bytes are some log: every node of a sequence has one state under each of its runs, the
  /// situation it makes can be read, and a copy for others has no secret of it.
  static func complaint(about bytes: [UInt8]) -> String? {
    let half = bytes.count / 2
    for files in [[bytes], [Array(bytes[half...]), Array(bytes[..<half])]] {
      let reading = LogReading(files.enumerated().map { LogDigest("\($0).log", $1) })
      for run in reading.runs {
        if let complaint = complaint(about: run) { return complaint }
      }
      guard let situation = LogSituation(reading, run: nil) else { continue }
      do throws(FactFault) { _ = try Situation(reading: Array(situation.text.utf8)) } catch {
        return "its situation is refused in line \(error.line): \(error.reason)"
      }
    }
    var anonymizer = LogAnonymizer()
    anonymizer.learn(bytes)
    let copy = String(decoding: anonymizer.copy(of: bytes), as: UTF8.self)
    return copy.contains("OSDJoinPassword=geheim") ? "a copy holds a password" : nil
  }

  private static func complaint(about run: LogRun) -> String? {
    guard !run.visits.isEmpty else { return "a run of nothing" }
    guard let alignment = try? LogAlignment(run, with: sequence) else { return "too many steps" }
    guard alignment.events.count == run.visits.count else { return "an event is lost" }
    let overlay = LogOverlay(alignment)
    guard overlay.counts.values.reduce(0, +) == alignment.table.rows.count else {
      return "a node has no state, or two"
    }
    for event in alignment.events where event.outcome != .unmatched && event.row != nil {
      if event.node == nil || event.path == nil { return "a matched event has no node" }
    }
    return nil
  }

  private static let sequence = Sandbox.sequence(
    """
    <sequence version="3.10"><group name="Prepare"><step name="Check power"><action>x</action></step>\
    <group name="Disk"><step name="Partition"><action>x</action></step></group></group>\
    <subtasksequence name="Child"/><step name="Check power"><action>x</action></step></sequence>
    """)
}
