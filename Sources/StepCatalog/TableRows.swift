package import TaskSequence

/// The rows of a step's table as values that can be added, removed and put in another order.
///
/// The indexed variables, the variables that hold the number of rows and the one that lists a column
/// follow from them.
package struct TableRows: Equatable, Sendable {
  package let type: StepType
  package let table: StepTable
  /// The values of each row by the column's variable; a column without one is not written.
  package private(set) var rows: [[String: String]]

  /// Reads the rows of a node; nil when its type has no table.
  package init?(of node: TaskNode, _ type: StepType) {
    guard let table = type.table else { return nil }
    self.type = type
    self.table = table
    rows = []
    for variable in node.variables {
      for column in table.columns {
        guard let row = column.row(of: variable.name), (0..<1000).contains(row) else { continue }
        while rows.count <= row { rows.append([:]) }
        rows[row][column.variable] = variable.value
      }
    }
  }

  /// Adds a row with the usual values, some of them given.
  package mutating func append(_ values: [String: String] = [:]) {
    var row: [String: String] = [:]
    for column in table.columns where column.isInNewSteps || values[column.variable] != nil {
      row[column.variable] = values[column.variable] ?? column.usual ?? ""
    }
    rows.append(row)
  }

  package mutating func remove(at row: Int) { rows.remove(at: row) }

  /// Moves a row by one place.
  package mutating func move(from row: Int, to place: Int) { rows.swapAt(row, place) }

  /// Sets a value of a row.
  package mutating func set(_ column: StepField, in row: Int, to value: String) {
    rows[row][column.variable] = value
  }

  /// Why a column does not count in a row, a clause; nil when it does.
  package func idleness(of column: StepField, in row: Int) -> String? {
    type.idleness(of: column) { rows[row][$0] }
  }

  /// A row in a few words.
  package func summary(of row: Int) -> String {
    let values = rows[row]
    let isNamed = table.columns.contains { $0.isTitle && values[$0.variable]?.isEmpty == false }
    var words: [String] = []
    for column in table.columns {
      guard let value = values[column.variable], !value.isEmpty,
        idleness(of: column, in: row) == nil
      else { continue }
      switch column.kind {
      case .flag where value.lowercased() == "true": words.append(column.label.lowercased())
      case .flag: break
      case .variable: words.append("→ \(value)")
      // The name of the object says more than its id, when there is one.
      case .reference where isNamed: break
      case .choice where column.isUnit:
        words.append("\(words.popLast() ?? "") \(value == "PERCENT" ? "%" : value)")
      default: words.append(value)
      }
    }
    return words.joined(separator: ", ")
  }

  /// The variables that a node must get, and those it must lose, to have these rows.
  package func changes(
    for node: TaskNode
  ) -> (set: [Blueprint.Variable], removed: [String]) {
    var set: [Blueprint.Variable] = []
    var removed: [String] = []
    let old = TableRows(of: node, type)?.rows.count ?? 0
    for row in 0..<max(rows.count, old) {
      for column in table.columns.map({ ($0, $0.inRow(row)) }) {
        let value = row < rows.count ? rows[row][column.0.variable] : nil
        if let value {
          set.append(column.1.variable(value))
        } else if node.variable(column.1.variable) != nil {
          removed.append(column.1.variable)
        }
      }
    }
    for name in table.counts {
      guard let field = type.fields.first(where: { $0.variable == name }) else { continue }
      set.append(field.variable("\(rows.count)"))
    }
    if let list = table.list,
      let field = type.fields.first(where: { $0.variable == list.variable }),
      let column = table.columns.first(where: { $0.variable.hasSuffix("#\(list.column)") })
    {
      set.append(field.variable(rows.compactMap { $0[column.variable] }.joined(separator: ",")))
    }
    return (set, removed)
  }
}

extension StepField {
  /// The variable with a value, as a step of this type writes it.
  package func variable(_ value: String) -> Blueprint.Variable {
    Blueprint.Variable(
      name: variable, property: property == "-" ? nil : property, isHidden: isHidden, value: value)
  }
}
