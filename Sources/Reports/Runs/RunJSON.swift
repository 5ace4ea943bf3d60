import DryRun
import Facts
import StepCatalog
import TaskSequence

/// A run as JSON; the schema is in the topic “runs” of the help.
struct RunJSON: Encodable {
  struct Event: Encodable {
    let at: Int?
    let node: String
    let path: String
    let outcome: String
    let why: [String]
    let code: Int?
    let endAt: Int?
    let needs: [String]?
    let target: String?
    let resumeAt: Int?
    let installed: [String]?
    let skipped: [String]?

    private enum Key: String, CodingKey {
      case at, node, path, outcome, why, code, endAt, needs, target, resumeAt, installed, skipped
    }

    /// A number that is not known is written, as null; what has no sense for an event is not.
    func encode(to encoder: any Encoder) throws {
      var container = encoder.container(keyedBy: Key.self)
      try container.encode(at, forKey: .at)
      try container.encode(node, forKey: .node)
      try container.encode(path, forKey: .path)
      try container.encode(outcome, forKey: .outcome)
      try container.encode(why, forKey: .why)
      try container.encodeIfPresent(code, forKey: .code)
      try container.encodeIfPresent(endAt, forKey: .endAt)
      try container.encodeIfPresent(needs, forKey: .needs)
      try container.encodeIfPresent(target, forKey: .target)
      try container.encodeIfPresent(resumeAt, forKey: .resumeAt)
      try container.encodeIfPresent(installed, forKey: .installed)
      try container.encodeIfPresent(skipped, forKey: .skipped)
    }
  }

  struct Unknown: Encodable {
    let fact: String
    let decides: [String]
  }

  struct Assumed: Encodable {
    let name: String
    let value: String
    let nodes: [String]
  }

  struct Circle: Encodable {
    let node: String
    let path: String
    let variable: String?
  }

  let file: String?
  let situation: String?
  let result: String
  let trace: [Event]
  let notReached: [String]?
  let notReachedPaths: [String]?
  let variables: [String: String?]
  let unknown: [Unknown]
  let assumptions: [Assumed]
  let endless: Circle?
  let seconds: Int?
  let remarks: [String]?

  init(_ run: RunReport.Run) {
    let trace = run.trace
    let paths = trace.table.paths.map(\.description)
    (file, situation) = (run.file, run.situation)
    result = trace.result.rawValue
    self.trace = trace.events[run.shown].map { Event($0, in: trace, paths) }
    let left = trace.result == .notStarted ? nil : trace.notReached
    notReached = left.map { rows in rows.map { trace.table.rows[$0].node.name } }
    notReachedPaths = left.map { rows in rows.map { paths[$0] } }
    variables = Dictionary(
      trace.values.map { name, value in
        (name, trace.isSecret(name) ? value.map { _ in Secrets.mask } : value)
      }, uniquingKeysWith: { first, _ in first })
    unknown = trace.unknown.map { fact, rows in
      Unknown(fact: fact.name, decides: Self.once(rows).map { paths[$0] })
    }
    assumptions =
      trace.assumed.map { assumption, value, rows in
        Assumed(
          name: assumption.rawValue, value: value,
          nodes: Self.once(rows).filter { $0 < paths.count }.map { paths[$0] })
      } + trace.strays.map { Assumed(name: "behaviour", value: $0, nodes: []) }
    endless = trace.circle.map { row, variable in
      Circle(node: trace.table.rows[row].node.name, path: paths[row], variable: variable)
    }
    seconds = trace.seconds
    remarks = run.remarks.isEmpty ? nil : run.remarks
  }

  /// Rows in their order, each once.
  private static func once(_ rows: [Int]) -> [Int] {
    var seen: Set<Int> = []
    return rows.filter { seen.insert($0).inserted }
  }
}

extension RunJSON.Event {
  fileprivate init(_ event: TraceEvent, in trace: Trace, _ paths: [String]) {
    let row = trace.table.rows[event.row]
    let needs = trace.needs(of: event).map(\.name)
    self.init(
      at: row.at, node: row.node.name, path: paths[event.row], outcome: event.outcome.rawValue,
      why: trace.why(event), code: event.code, endAt: event.isEnd ? row.endAt : nil,
      needs: needs.isEmpty ? nil : needs, target: event.target, resumeAt: event.resumeAt,
      installed: event.items?.installed, skipped: event.items?.skipped)
  }
}

/// What is otherwise than expected in a run.
struct RunDifferences: Encodable {
  let file: String?
  let situation: String?
  let differences: [String]

  init(_ run: RunReport.Run) {
    (file, situation, differences) = (run.file, run.situation, run.differences)
  }
}
