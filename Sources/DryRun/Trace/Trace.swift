package import Facts
import StepCatalog
package import TaskSequence

/// What a sequence would do in a situation: a value, made by a run that executes nothing.
package struct Trace: Sendable {
  package let table: InstructionTable
  package let result: RunResult
  /// In order; a node may have several, or none.
  package let events: [TraceEvent]
  /// What was assumed and mattered, each with the rows where it did.
  package let assumed: [(assumption: Assumption, value: String, rows: [Int])]
  /// Keys of the situation's behaviour that no node bears.
  package let strays: [String]
  /// Where a run that ends nowhere goes round, and by which variable.
  package let circle: (row: Int, variable: String?)?
  /// Seconds, where something is stated of the time that steps take.
  package let seconds: Int?
  /// All facts nobody has stated that something depended on.
  let book: FactBook
  /// The values at the start, and at the end.
  let initial: RunVariables
  let variables: RunVariables
  /// What was set, and at which event; in order.
  let writes: [Write]
  let secrecy: Secrecy
  let paths: [NodePath]

  /// A variable that was set.
  struct Write: Sendable {
    /// How many events there were before.
    let event: Int
    let slot: Int
    let value: RunValue
  }

  /// The variables at the end that hold something, by their names as they were written first; nil for
  /// a value nobody knows.
  package var values: [(name: String, value: String?)] {
    variables.all.compactMap { name, value in
      value == .absent ? nil : (name, value.text)
    }.sorted { $0.name.lowercased() < $1.name.lowercased() }
  }

  /// What a variable holds at the end; empty where it is not there, nil where nobody knows.
  package func value(of name: String) -> String? {
    let key = name.lowercased()
    guard let found = variables.all.first(where: { $0.name.lowercased() == key }) else {
      return variables.isUnstatedAbsent ? "" : nil
    }
    return found.value.text
  }

  /// The topmost nodes that no event names, in document order.
  ///
  /// Nothing below a node that was skipped or not reached is among them.
  package var notReached: [Int] {
    guard result != .notStarted else { return [] }
    var hasEvent = Array(repeating: false, count: table.rows.count)
    var isOpen = hasEvent
    for event in events {
      hasEvent[event.row] = true
      switch event.outcome {
      case .skippedDisabled, .skippedCondition: break
      default: isOpen[event.row] = true
      }
    }
    var rows: [Int] = []
    var row = 0
    while row < table.rows.count {
      if !hasEvent[row] { rows.append(row) }
      row = isOpen[row] ? row + 1 : table.rows[row].after
    }
    return rows
  }

  /// The path of a row.
  package func path(of row: Int) -> NodePath { paths.isEmpty ? table.path(of: row) : paths[row] }

  /// What nobody has stated, and the rows it decides, the fact that decides most first.
  package var unknown: [(fact: RunFact, rows: [Int])] {
    var rows: [Int32: [Int]] = [:]
    for event in events {
      for fact in event.needs.facts where rows[fact]?.last != event.row {
        rows[fact, default: []].append(event.row)
      }
    }
    return rows.map { (Int($0.key), $0.value) }.sorted {
      ($1.1.count, $0.0) < ($0.1.count, $1.0)
    }.map { (book.facts[$0.0], $0.1) }
  }

  /// What must be known to decide an event.
  package func needs(of event: TraceEvent) -> [RunFact] { book.facts(event.needs) }

  /// Whether the value of a variable is never shown unasked.
  package func isSecret(_ name: String) -> Bool { secrecy.isSecret(name) }
}
