package import Facts
import StepCatalog
package import TaskSequence

/// Why a situation does not fit a sequence.
package struct SituationFault: Error, Equatable, Sendable {
  /// A sentence without its full stop.
  package let reason: String
}

extension Trace {
  /// Runs a sequence in a situation; nothing is executed, no query is sent.
  ///
  /// Costs a look at each node that is reached: thousands in some milliseconds.
  /// - Parameters:
  ///   - settings: What MDT's rules set when it looks at the computer.
  ///   - unsure: What they may set, which nobody can tell.
  /// - Throws: where a step of the situation is named that several nodes are.
  package init(
    of table: InstructionTable, in situation: Situation, settings: [Behaviour.Setting] = [],
    unsure: [String] = []
  ) throws(SituationFault) {
    let places = try StepPlaces(situation.behaviour.map(\.step), in: table)
    var behaviours: [Int: Behaviour] = [:]
    for (row, (_, behaviour)) in zip(places.rows, situation.behaviour) {
      if let row { behaviours[row] = behaviour }
    }
    var runner = Runner(
      of: table, in: situation, doing: behaviours, paths: places.paths, settings, unsure)
    let initial = runner.variables
    runner.run()
    self.init(
      table: table, result: runner.result ?? .undecided, events: runner.events,
      assumed: Assumption.allCases.compactMap { assumption in
        runner.assumed[assumption].map { (assumption, situation.assumptions[assumption], $0) }
      },
      strays: zip(places.rows, situation.behaviour).filter { $0.0 == nil }.map(\.1.step),
      circle: runner.circle, seconds: runner.seconds > 0 ? runner.seconds : nil,
      book: runner.book, initial: initial, variables: runner.variables, writes: runner.writes,
      secrecy: runner.secrecy, paths: places.paths)
  }

  /// What is running where nobody says so: Windows PE for what puts Windows on a disk, else Windows.
  package static func usualStart(of document: SequenceDocument) -> RunEnvironment {
    var start = RunEnvironment.fullOS
    document.sequence.walk { node, _ in
      guard start == .fullOS, !node.isDisabled else { return false }
      switch node.type {
      case "SMS_TaskSequence_ApplyOperatingSystemAction", "BDD_InstallOS",
        "SMS_TaskSequence_PartitionDiskAction":
        start = .winPE
      default: break
      }
      return start == .fullOS
    }
    return start
  }
}

/// The rows of steps that are named by their paths, or by names that one node bears.
struct StepPlaces {
  /// Nil for what no node bears.
  private(set) var rows: [Int?] = []
  /// The paths of all rows; none where nothing was asked.
  let paths: [NodePath]

  /// - Throws: for a name that several nodes bear, with their paths.
  init(_ names: [String], in table: InstructionTable) throws(SituationFault) {
    guard !names.isEmpty else {
      paths = []
      return
    }
    paths = table.paths
    var byPath: [String: Int] = [:]
    var byName: [String: [Int]] = [:]
    for (row, path) in paths.enumerated() {
      byPath[path.description] = row
      byName[table.rows[row].node.name, default: []].append(row)
    }
    for name in names {
      // Another spelling of a path is the same path.
      if let row = byPath[name] ?? byPath[NodePath(name).description] {
        rows.append(row)
        continue
      }
      let found = byName[name] ?? []
      guard found.count < 2 else {
        let list = found.map { "“\(paths[$0])”" }.joined(separator: ", ")
        throw SituationFault(reason: "several nodes are called '\(name)': \(list)")
      }
      rows.append(found.first)
    }
  }
}
