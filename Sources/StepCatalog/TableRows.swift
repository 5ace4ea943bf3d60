import Basics
package import TaskSequence

/// The rows of a step's table as values that can be added, removed and put in another order.
///
/// The indexed variables, the variables that hold the number of rows and the one that lists a column
/// follow from them. Where these do not fit together, the rows are what a run reads: what the list
/// names, in its order; without a list as many as the number says.
package struct TableRows: Equatable, Sendable {
  package let type: StepType
  package let table: StepTable
  /// The values of each row by the column's variable; a column without one is not written.
  package private(set) var rows: [[String: String]]
  /// The numbers of rows in the file that no run reads, from 0; the next change drops them.
  package let unread: [Int]
  /// What does not fit together, a clause; nil when all does.
  package let disorder: String?

  /// Reads the rows of a node; nil when its type has no table.
  package init?(of node: TaskNode, _ type: StepType) {
    guard type.table != nil else { return nil }
    self.init(StepState(of: node, type), type)
  }

  init?(_ state: StepState, _ type: StepType) {
    guard let table = type.table else { return nil }
    self.type = type
    self.table = table
    let numbers = state.rows(of: table)
    let written = numbers.map { row in
      table.columns.reduce(into: [String: String]()) { values, column in
        values[column.variable] = state.values[column.variable(inRow: row)]
      }
    }
    if let column = table.idColumn, let list = table.list.flatMap({ state.values[$0.variable] }),
      !list.isEmpty
    {
      let ids = Self.ids(in: list)
      var places: [Int?] = []
      for id in ids {
        places.append(
          written.indices.first { index in
            !places.contains(index)
              && written[index][column.variable]?.lowercased() == id.lowercased()
          })
      }
      rows = zip(ids, places).map { id, place in
        place.map { written[$0] } ?? table.usualRow([column.variable: id])
      }
      unread = written.indices.filter { !places.contains($0) }.map { numbers[$0] }
    } else {
      let count = table.counts.lazy.compactMap { state.values[$0] }.first.flatMap { Int($0) }
      let isCounted = table.list == nil && count != nil && count != written.count
      let read = written.indices.filter { !isCounted || numbers[$0] < count ?? 0 }
      rows = read.map { written[$0] }
      unread = written.indices.filter { !read.contains($0) }.map { numbers[$0] }
    }
    disorder = table.disorder(of: numbers) { state.values[$0] }
  }

  static func ids(in list: String) -> [String] {
    list.utf8.split(separator: UInt8(ascii: ",")).compactMap { part in
      let id = part.trimming { $0 == UInt8(ascii: " ") }
      return id.isEmpty ? nil : String(Substring(id))
    }
  }

  /// Whether a step is nothing without a row, unless something else takes its place.
  package var isNeeded: Bool {
    let names = table.counts + (table.list.map { [$0.variable] } ?? [])
    return names.contains { name in
      type.field(of: name)?.isRequired == true || type.choices.contains { $0.contains(name) }
    }
  }

  /// Adds a row with the usual values, some of them given.
  package mutating func append(_ values: [String: String] = [:]) {
    rows.append(table.usualRow(values))
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
      // What every row says tells nothing of this one.
      case .text where value == column.usual: break
      default: words.append(value)
      }
    }
    return words.joined(separator: ", ")
  }

  /// The variables that a node must get, and those it must lose, to have these rows.
  package func changes(
    for node: TaskNode
  ) -> (set: [Blueprint.Variable], removed: [String]) {
    let state = StepState(of: node, type)
    let values = values
    let set = values.compactMap { name, value in
      value.flatMap { type.known(name)?.variable($0) }
    }
    let rows = state.rows(of: table).flatMap { row in
      table.columns.map { $0.variable(inRow: row) }
    }
    let gone = rows.filter { values[$0] == nil } + values.filter { $0.value == nil }.map(\.key)
    return (
      set.sorted { PropertyOrder($0.name) < PropertyOrder($1.name) },
      gone.filter { state.values[$0] != nil }
    )
  }

  /// What the variables of the table are for these rows; nil for one that is not written.
  var values: [String: String?] {
    var values: [String: String?] = [:]
    for (index, row) in rows.enumerated() {
      for column in table.columns {
        if let value = row[column.variable] { values[column.variable(inRow: index)] = value }
      }
    }
    for name in table.counts {
      let isWritten = !rows.isEmpty || type.field(of: name)?.isInNewSteps == true
      values.updateValue(isWritten ? "\(rows.count)" : nil, forKey: name)
    }
    if let list = table.list, let column = table.idColumn {
      values[list.variable] = rows.compactMap { $0[column.variable] }.joined(separator: ",")
    }
    return values
  }
}

extension StepTable {
  /// The column that the list beside the rows repeats.
  package var idColumn: StepField? {
    list.flatMap { list in columns.first { $0.variable.hasSuffix("#\(list.column)") } }
  }

  /// Whether a variable is one of the table's: a cell, the number of rows, or the list of a column.
  func has(_ variable: String) -> Bool {
    counts.contains(variable) || list?.variable == variable
      || columns.contains { $0.row(of: variable) != nil }
  }

  /// What does not fit together where there are rows of these numbers, a clause; nil when all does.
  func disorder(of numbers: [Int], _ value: (String) -> String?) -> String? {
    let count = numbers.count == 1 ? "1 row" : "\(numbers.count) rows"
    for name in counts {
      // What a run decides counts nothing here.
      guard let value = value(name), !value.isEmpty, !value.isDynamic else { continue }
      if Int(value) != numbers.count { return "\(name) says \(value), and there are \(count)" }
    }
    if numbers != Array(numbers.indices) {
      let gap = numbers.indices.first { numbers[$0] != $0 } ?? 0
      return "there is no row \(gap + 1) before row \(numbers[gap] + 1)"
    }
    guard let list, let column = idColumn else { return nil }
    let ids = TableRows.ids(in: value(list.variable) ?? "")
    let here = numbers.compactMap { value(column.variable(inRow: $0)) }.filter { !$0.isEmpty }
    if ids.map({ $0.lowercased() }) == here.map({ $0.lowercased() }) { return nil }
    return ids.count == here.count
      ? "\(list.variable) names others than the rows, or in another order"
      : "\(list.variable) names \(ids.count), and there are \(count)"
  }

  /// The values of a new row, some of them given; without what does not count beside these.
  func usualRow(_ values: [String: String]) -> [String: String] {
    var row: [String: String] = values
    func value(_ name: String) -> String {
      row[name] ?? columns.first { $0.variable == name }?.usual ?? ""
    }
    for column in columns where column.isInNewSteps && values[column.variable] == nil {
      let isIdle = column.tests.contains { $0.isStrict && !$0.holds(value($0.variable)) }
      row[column.variable] = isIdle ? nil : column.usual ?? ""
    }
    return row
  }
}

extension StepField {
  /// The variable with a value, as a step of this type writes it.
  package func variable(_ value: String) -> Blueprint.Variable {
    Blueprint.Variable(
      name: variable, property: property == "-" ? nil : property, isHidden: isHidden, value: value)
  }
}
