import Containers
import DryRun
import Facts
import TaskSequence
import Testing

/// Runs for tests: a situation whose sequence stands in it, or beside it.
enum Running {
  /// The table of a situation's sequence, with its children.
  static func table(
    of situation: Situation, _ document: SequenceDocument? = nil
  ) throws -> InstructionTable {
    var children = ChildSequences()
    for (id, child) in situation.children {
      let text = child.sequence ?? "<sequence version=\"3.10\"/>"
      children[id] = .init(try parse(text), isEnabled: child.isEnabled)
    }
    let document = try document ?? parse(try #require(situation.sequence))
    return try InstructionTable(
      of: document, children: children,
      takingMissingAsEmpty: situation.assumptions[.childMissing] == "empty")
  }

  static func trace(
    _ situation: Situation, _ document: SequenceDocument? = nil
  ) throws -> Trace {
    try Trace(of: table(of: situation, document), in: situation)
  }

  /// A run of the nodes inside a sequence, in a situation written as JSON or TOML.
  static func trace(_ inside: String, _ situation: String = "{}") throws -> Trace {
    let document = try parse("<sequence version=\"3.10\">\(inside)</sequence>")
    return try trace(Situation(reading: Array(situation.utf8)), document)
  }

  static func parse(_ text: String) throws -> SequenceDocument {
    try SequenceDocument(loading: Array(text.utf8))
  }

  /// A trace as lines: number, name, outcome.
  static func lines(_ trace: Trace) -> [String] {
    trace.events.map { event in
      let row = trace.table.rows[event.row]
      return "\(row.at.map(String.init) ?? "?") \(row.node.name) \(event.outcome.rawValue)"
    }
  }
}
