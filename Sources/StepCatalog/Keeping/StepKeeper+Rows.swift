import TaskSequence

/// The rows of a table, their number and the list beside them.
extension StepKeeper {
  /// Has rows, numbers and the list follow each other, whichever of them an edit set.
  ///
  /// - Throws: when a number or a row was written that the rows themselves decide.
  mutating func followTable() throws(Refusal) {
    guard let type, let table = type.table, edited.contains(where: table.has),
      TableRows(new, type)?.disorder != nil
    else { return }
    let isList = table.list.map { edited.contains($0.variable) } ?? false
    let isSame = new.rows(of: table) == old.rows(of: table)
    if isList {
      TableRows(new, type).map { write($0) }
    } else if isSame, let list = table.list, let column = table.idColumn,
      edited.contains(where: { column.row(of: $0) != nil })
    {
      new.values[list.variable] = new.rows(of: table).compactMap { row in
        new.values[column.inRow(row).variable].flatMap { $0.isEmpty ? nil : $0 }
      }.joined(separator: ",")
      edited.insert(list.variable)
    } else if isSame, !table.counts.contains(where: edited.contains) {
      // What did not fit together before is none of this edit's business.
      return
    }
    if TableRows(new, type)?.disorder != nil, !isList {
      throw Refusal(
        "“\(table.label)” of “\(name)” counts its rows itself; add or remove one there")
    }
  }

  private mutating func write(_ rows: TableRows) {
    for row in new.rows(of: rows.table) {
      for column in rows.table.columns { new.values[column.inRow(row).variable] = nil }
    }
    let unread = rows.unread.count
    if unread > 0 {
      notes.append("\(unread == 1 ? "1 row" : "\(unread) rows") that nothing read went.")
    }
    for (name, value) in rows.values { new.values[name] = value }
    findOrigins()
  }

  /// Writes how many rows a new step has, and the list of what they name.
  mutating func countRows() {
    guard let type, let table = type.table, let rows = TableRows(new, type) else { return }
    guard rows.rows.isEmpty else {
      for (name, value) in rows.values { new.values[name] = value }
      return
    }
    for name in table.counts where new.values[name] == nil {
      guard let field = type.field(of: name), field.isInNewSteps, !field.isStrict else { continue }
      new.values[name] = "0"
    }
  }
}
