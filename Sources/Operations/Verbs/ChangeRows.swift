import StepCatalog
@_spi(Edits) package import TaskSequence

/// Changes the rows of a step's table; their numbers, their count and the list of them follow.
package struct ChangeRows: Operation {
  /// What becomes of rows, which are counted from 1.
  package enum Change: Equatable, Sendable {
    /// New rows stand last, each with some values and the usual others.
    case add([[Assignment]])
    case set(row: Int, [Assignment])
    case remove(row: Int)
    case move(row: Int, to: Int)
  }

  package var node: NodePath
  package var change: Change

  package init(_ change: Change, of node: NodePath) {
    self.node = node
    self.change = change
  }

  package static let verbs = ["rows"]

  package static let form = """
    rows PATH add (LABEL = VALUE, …) … · rows PATH set NUMBER (LABEL = VALUE, …) · \
    rows PATH remove NUMBER · rows PATH move NUMBER to NUMBER
    """

  package init(verb: String, from reader: inout OperationReader) throws(OperationFault) {
    node = try reader.path()
    switch try reader.one(of: ["add", "set", "remove", "move"]) {
    case "add":
      var rows = [try Self.values(&reader)]
      while reader.takeOpening() {
        rows.append(
          try reader.untilClosing { (reader) throws(OperationFault) in
            try Assignment(from: &reader)
          })
      }
      change = .add(rows)
    case "set": change = .set(row: try reader.number("a row"), try Self.values(&reader))
    case "remove": change = .remove(row: try reader.number("a row"))
    default:
      let row = try reader.number("a row")
      try reader.expect("to")
      change = .move(row: row, to: try reader.number("a row"))
    }
  }

  private static func values(
    _ reader: inout OperationReader
  ) throws(OperationFault) -> [Assignment] {
    try reader.parenthesised { (reader) throws(OperationFault) in try Assignment(from: &reader) }
  }

  package func write(to writer: inout OperationWriter) {
    writer.word("rows")
    writer.path(node)
    func write(_ values: [Assignment]) {
      writer.parenthesised(values) { writer, value in value.write(to: &writer) }
    }
    switch change {
    case .add(let rows):
      writer.word("add")
      for row in rows { write(row) }
    case .set(let row, let values):
      writer.word("set")
      writer.number(row)
      write(values)
    case .remove(let row):
      writer.word("remove")
      writer.number(row)
    case .move(let row, let place):
      writer.word("move")
      writer.number(row)
      writer.word("to")
      writer.number(place)
    }
  }

  package func covered(in document: SequenceDocument) -> ChangeRows {
    let type = document.node(at: node).flatMap { OperationScene(document).type(of: $0) }
    let secrecy = Secrecy(of: document)
    func covered(_ values: [Assignment]) -> [Assignment] {
      values.map { value in
        let column = type?.column(named: value.name)
        let isHidden = column?.isSecret == true || secrecy.isSecret(column?.variable ?? value.name)
        return Assignment(
          value.name, isHidden ? Secrets.mask : SecretText.covered(value.value))
      }
    }
    return switch change {
    case .add(let rows): ChangeRows(.add(rows.map(covered)), of: node)
    case .set(let row, let values): ChangeRows(.set(row: row, covered(values)), of: node)
    case .remove, .move: self
    }
  }

  package func edit(in scene: OperationScene) throws(Refusal) -> Edit {
    let node = try scene.node(at: node)
    guard let type = scene.type(of: node), var rows = TableRows(of: node, type) else {
      throw Refusal("“\(node.name)” has no table")
    }
    let label = try Self.apply(change, to: &rows)
    let (set, removed) = rows.changes(for: node)
    var edit = try scene.document.writing(
      set, removing: removed, on: [node.id], isSorted: type.isSortedByProperty,
      label: "\(label) of “\(node.name)”")
    if !rows.unread.isEmpty {
      let count = rows.unread.count == 1 ? "1 row" : "\(rows.unread.count) rows"
      edit.notes.append("\(count) that nothing read went.")
    }
    return edit
  }

  /// Changes rows and answers what happened.
  private static func apply(_ change: Change, to rows: inout TableRows) throws(Refusal) -> String {
    switch change {
    case .add(let new):
      for values in new {
        var row: [String: String] = [:]
        for value in values { row[try column(value.name, of: rows).variable] = value.value }
        rows.append(row)
      }
      return "Added \(new.count == 1 ? "a row" : "\(new.count) rows") to \(rows.table.label)"
    case .set(let row, let values):
      let index = try index(of: row, in: rows)
      for value in values {
        rows.set(try column(value.name, of: rows), in: index, to: value.value)
      }
      if values.count > 1 { return "Set \(values.count) values of row \(row)" }
      let label = try values.first.map { (value) throws(Refusal) in
        try column(value.name, of: rows).label
      }
      return "Set \(label ?? "nothing") of row \(row)"
    case .remove(let row):
      rows.remove(at: try index(of: row, in: rows))
      return "Removed row \(row)"
    case .move(let row, let place):
      var index = try index(of: row, in: rows)
      let last = try self.index(of: place, in: rows)
      while index != last {
        let next = index < last ? index + 1 : index - 1
        rows.move(from: index, to: next)
        index = next
      }
      return "Moved row \(row)"
    }
  }

  private static func index(of row: Int, in rows: TableRows) throws(Refusal) -> Int {
    guard rows.rows.indices.contains(row - 1) else { throw Refusal("there is no row \(row)") }
    return row - 1
  }

  private static func column(_ name: String, of rows: TableRows) throws(Refusal) -> StepField {
    guard let column = rows.type.column(named: name) else {
      throw Refusal("a row of \(rows.table.label) has no “\(name)”")
    }
    return column
  }
}
