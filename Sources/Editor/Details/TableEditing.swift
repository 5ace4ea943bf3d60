import ObjectCatalog
import Operations
import References
import StepCatalog
import TaskSequence
import Widgets
import XMLTree

/// Editing the rows of a form's table.
enum TableEditing {
  /// Shows a row as a form.
  static func edit(_ state: inout EditorState, _ index: Int) {
    guard let rows = state.file.focusedRows, rows.rows.indices.contains(index), isAlone(&state)
    else { return }
    state.open(FormLayer(TableForm(rows, index, state.file.references.catalog)))
  }

  /// Shows a form for a new row; where rows name objects, lets the user choose several.
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
    guard isAlone(&state) else { return [] }
    state.open(FormLayer(TableForm(addingTo: rows, state.file.references.catalog)))
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
    if state.file.targets.count == 1 { return true }
    state.say(
      "Rows are edited in one step at a time: \(state.keyLabel(.markNone)) takes the marks away.",
      .warning)
    return false
  }

  static func change(_ state: inout EditorState, _ change: ChangeRows.Change) {
    guard state.file.focusedRows != nil, isAlone(&state),
      let path = state.file.document.path(of: state.file.subject.id)
    else { return }
    state.perform(ChangeRows(change, of: path))
  }
}

extension TableRows {
  /// The values that make a row name an object, its id first.
  func values(
    naming object: CatalogObject, in column: StepField
  ) -> [Assignment] {
    let known = naming(object.id, in: column, object.told)
    let others = table.columns.filter { $0.variable != column.variable }
    return ([column] + others).compactMap { column in
      known[column.variable].map { Assignment(type.name(ofColumn: column), $0) }
    }
  }
}
