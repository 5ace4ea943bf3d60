import ObjectCatalog
import Operations
import References
import StepCatalog
import TaskSequence
import Widgets
import XMLTree

/// Editing the rows of a form's table.
extension EditorState {
  /// Lets the user choose what to change in a row.
  mutating func editRow(_ index: Int, selecting selected: Int = 0) {
    guard let rows = focusedRows, rows.rows.indices.contains(index) else { return }
    let values = rows.rows[index]
    let items = rows.table.columns.enumerated().map { place, column in
      let value = values[column.variable]
      let fault = value.flatMap(column.fault)
      return PickerLayer.Item(
        title: column.label, detail: Self.shown(column, value, fault),
        side: rows.idleness(of: column, in: index) ?? ""
      ) { state in
        state.edit(column, in: index, value ?? "") { $0.editRow(index, selecting: place) }
        return []
      }
    }
    open(
      PickerLayer(title: "\(rows.table.label), row \(index + 1)", items: items, selected: selected))
  }

  private static func shown(_ column: StepField, _ value: String?, _ fault: String?) -> String {
    guard let value else { return "not set" }
    if let fault { return "\(value) – \(fault)" }
    if column.kind == .flag, !value.isEmpty { return value.lowercased() == "true" ? "[x]" : "[ ]" }
    let words = column.choices.first { $0.value.lowercased() == value.lowercased() }?.words ?? ""
    return words.isEmpty ? value : "\(value)  \(words)"
  }

  private mutating func edit(
    _ column: StepField, in row: Int, _ value: String, _ goOn: @escaping (inout EditorState) -> Void
  ) {
    func set(_ state: inout EditorState, _ values: [Assignment]) {
      state.changeRows(.set(row: row + 1, values))
      goOn(&state)
    }
    func set(_ state: inout EditorState, _ value: String) {
      guard let rows = state.focusedRows else { return }
      set(&state, [Assignment(rows.type.name(ofColumn: column), value)])
    }
    switch column.kind {
    case .flag: set(&self, Self.toggled(value))
    case .choice:
      let items = column.choices.map { choice in
        PickerLayer.Item(title: choice.value, detail: choice.words) { state in
          set(&state, choice.value)
          return []
        }
      }
      let selected = column.choices.firstIndex { $0.value.lowercased() == value.lowercased() } ?? 0
      open(PickerLayer(title: column.label, items: items, selected: selected))
    case .reference(let kind):
      pickObjects(kind, column.label, current: value) { state, objects in
        guard let object = objects.first, let rows = state.focusedRows else { return [] }
        set(&state, rows.values(naming: object, in: column))
        return []
      }
    default:
      ask(
        column.label, value, completes: column.kind == .variable ? .names : .references,
        fault: { column.fault(in: $0) }
      ) { state, text in
        set(&state, text)
        return []
      }
    }
  }

  /// Adds a row and opens it; where rows name objects, lets the user choose several.
  mutating func addRow() -> [Effect] {
    guard let rows = focusedRows else { return [] }
    let label = rows.table.label
    if let column = rows.table.columns.first(where: { $0.kind.referenceKind != nil }),
      let kind = column.kind.referenceKind
    {
      pickObjects(kind, label, isSeveral: true) { state, objects in
        state.changeRows(.add(objects.map { rows.values(naming: $0, in: column) }))
        return []
      }
      return []
    }
    changeRows(.add([[]]))
    if let added = focusedRows, added.rows.count > rows.rows.count {
      file.details.selected += 1
      editRow(added.rows.count - 1)
    }
    return []
  }

  mutating func removeRow(_ index: Int) {
    changeRows(.remove(row: index + 1))
  }

  /// Whether the cursor is on a row that can be put elsewhere: of a table, or a rule.
  var isOnTableRow: Bool { pane == .details && selectedField?.isNumbered == true }

  /// Moves the selected row up or down.
  mutating func moveRow(by count: Int) -> [Effect] {
    let field = selectedField
    switch field?.kind {
    case .row(let index):
      guard let rows = focusedRows, canMove(index, by: count, of: rows.rows.count) else {
        return []
      }
      changeRows(.move(row: index + 1, to: index + 1 + count))
    case .rule(let index):
      guard let rules = focusedRules, canMove(index, by: count, of: rules.rules.count) else {
        return []
      }
      changeRules(.move(rule: index + 1, to: index + 1 + count))
    default:
      say("Only the rows of a table can be moved.")
      return []
    }
    file.details.selected += count
    return []
  }

  private mutating func canMove(_ index: Int, by count: Int, of total: Int) -> Bool {
    if (0..<total).contains(index + count) { return true }
    say("It is \(count < 0 ? "the first" : "the last") already.")
    return false
  }

  var focusedRows: TableRows? { focusedType.flatMap { TableRows(of: file.focus, $0) } }

  /// Whether an edit of rows or rules is meant for the focused step; says so when others are marked.
  mutating func isAlone() -> Bool {
    if file.targets == [file.outline.focus] { return true }
    say(
      "Rows are edited in one step at a time: \(keyLabel(.markNone)) takes the marks away.",
      .warning)
    return false
  }

  private mutating func changeRows(_ change: ChangeRows.Change) {
    guard focusedRows != nil, isAlone(), let path = file.document.path(of: file.outline.focus)
    else { return }
    perform(ChangeRows(change, of: path))
  }
}

extension TableRows {
  /// The values that make a row name an object, its id first.
  fileprivate func values(
    naming object: CatalogObject, in column: StepField
  ) -> [Assignment] {
    let known = naming(object.id, in: column, object.told)
    let others = table.columns.filter { $0.variable != column.variable }
    return ([column] + others).compactMap { column in
      known[column.variable].map { Assignment(type.name(ofColumn: column), $0) }
    }
  }
}
