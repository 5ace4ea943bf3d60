import ObjectCatalog
import Operations
import References
import StepCatalog
import TaskSequence
import Widgets
import XMLTree

/// Editing the rows of a form's table.
enum TableEditing {
  /// Lets the user choose what to change in a row.
  static func edit(_ state: inout EditorState, _ index: Int, selecting selected: Int = 0) {
    guard let rows = state.file.focusedRows, rows.rows.indices.contains(index) else { return }
    let values = rows.rows[index]
    let columns = rows.table.columns.filter { !$0.isRare || values[$0.variable] != nil }
    let items = columns.enumerated().map { place, column in
      let value = values[column.variable]
      let fault = value.flatMap(column.fault)
      return PickerLayer.Item(
        title: column.label, detail: Self.shown(column, value, fault),
        side: rows.idleness(of: column, in: index) ?? ""
      ) { state in
        editCell(&state, column, in: index, value ?? "") { edit(&$0, index, selecting: place) }
        return []
      }
    }
    state.open(
      PickerLayer(title: "\(rows.table.label), row \(index + 1)", items: items, selected: selected))
  }

  private static func shown(_ column: StepField, _ value: String?, _ fault: String?) -> String {
    guard let value else { return "not set" }
    if let fault { return "\(value) – \(fault)" }
    if column.kind == .flag, !value.isEmpty { return value.lowercased() == "true" ? "[x]" : "[ ]" }
    let words = column.choices.first { $0.value.lowercased() == value.lowercased() }?.words ?? ""
    return words.isEmpty ? value : "\(value)  \(words)"
  }

  private static func editCell(
    _ state: inout EditorState, _ column: StepField, in row: Int, _ value: String,
    _ goOn: @escaping (inout EditorState) -> Void
  ) {
    func set(_ state: inout EditorState, _ values: [Assignment]) {
      change(&state, .set(row: row + 1, values))
      goOn(&state)
    }
    func set(_ state: inout EditorState, _ value: String) {
      guard let rows = state.file.focusedRows else { return }
      set(&state, [Assignment(rows.type.name(ofColumn: column), value)])
    }
    switch column.kind {
    case .flag: set(&state, FieldEditing.toggled(value))
    case .choice:
      let items = column.choices.map { choice in
        PickerLayer.Item(title: choice.value, detail: choice.words) { state in
          set(&state, choice.value)
          return []
        }
      }
      let selected = column.choices.firstIndex { $0.value.lowercased() == value.lowercased() } ?? 0
      state.open(PickerLayer(title: column.label, items: items, selected: selected))
    case .reference(let kind):
      ObjectPicking.pick(&state, kind, column.label, current: value) { state, objects in
        guard let object = objects.first, let rows = state.file.focusedRows else { return [] }
        set(&state, rows.values(naming: object, in: column))
        return []
      }
    default:
      Ask.line(
        &state, column.label, value, completes: column.kind == .variable ? .names : .references,
        fault: { column.fault(in: $0) }
      ) { state, text in
        set(&state, text)
        return []
      }
    }
  }

  /// Adds a row and opens it; where rows name objects, lets the user choose several.
  static func add(_ state: inout EditorState) -> [Effect] {
    guard let rows = state.file.focusedRows else { return [] }
    let label = rows.table.label
    if let column = rows.table.columns.first(where: { $0.kind.referenceKind != nil }),
      let kind = column.kind.referenceKind
    {
      ObjectPicking.pick(&state, kind, label, isSeveral: true) { state, objects in
        change(&state, .add(objects.map { rows.values(naming: $0, in: column) }))
        return []
      }
      return []
    }
    change(&state, .add([[]]))
    if let added = state.file.focusedRows, added.rows.count > rows.rows.count {
      state.file.details.selected += 1
      edit(&state, added.rows.count - 1)
    }
    return []
  }

  static func remove(_ state: inout EditorState, _ index: Int) {
    change(&state, .remove(row: index + 1))
  }

  /// Whether the cursor is on a row that can be put elsewhere: of a table, or a rule.
  static func isOnTableRow(_ state: EditorState) -> Bool {
    state.pane == .details && state.file.selectedField?.isNumbered == true
  }

  /// Moves the selected row up or down.
  static func move(_ state: inout EditorState, by count: Int) -> [Effect] {
    let field = state.file.selectedField
    switch field?.kind {
    case .row(let index):
      guard let rows = state.file.focusedRows,
        canMove(&state, index, by: count, of: rows.rows.count)
      else {
        return []
      }
      change(&state, .move(row: index + 1, to: index + 1 + count))
    case .rule(let index):
      guard let rules = state.file.focusedRules,
        canMove(&state, index, by: count, of: rules.rules.count)
      else {
        return []
      }
      RuleEditing.change(&state, .move(rule: index + 1, to: index + 1 + count))
    default:
      state.say("Only the rows of a table can be moved.")
      return []
    }
    state.file.details.selected += count
    return []
  }

  private static func canMove(
    _ state: inout EditorState, _ index: Int, by count: Int, of total: Int
  ) -> Bool {
    if (0..<total).contains(index + count) { return true }
    state.say("It is \(count < 0 ? "the first" : "the last") already.")
    return false
  }

  /// Whether an edit of rows or rules is meant for the focused step; says so when others are marked.
  static func isAlone(_ state: inout EditorState) -> Bool {
    if state.file.targets == [state.file.outline.focus] { return true }
    state.say(
      "Rows are edited in one step at a time: \(state.keyLabel(.markNone)) takes the marks away.",
      .warning)
    return false
  }

  private static func change(_ state: inout EditorState, _ change: ChangeRows.Change) {
    guard state.file.focusedRows != nil, isAlone(&state),
      let path = state.file.document.path(of: state.file.outline.focus)
    else { return }
    state.perform(ChangeRows(change, of: path))
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
