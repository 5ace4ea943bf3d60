import ObjectCatalog
import Operations
import References
import StepCatalog
import TaskSequence
import Widgets

/// A row of a step's table as a form.
struct TableForm: FormModel {
  private var rows: TableRows
  private let original: TableRows
  private let index: Int
  let isNew: Bool
  private let columns: [StepField]
  private let catalog: Catalog

  /// A row that is there.
  init(_ rows: TableRows, _ index: Int, _ catalog: Catalog) {
    self.init(rows, index, catalog, isNew: false)
  }

  /// A new row with the usual values, behind all others.
  init(addingTo rows: TableRows, _ catalog: Catalog) {
    var rows = rows
    rows.append()
    self.init(rows, rows.rows.count - 1, catalog, isNew: true)
  }

  private init(_ rows: TableRows, _ index: Int, _ catalog: Catalog, isNew: Bool) {
    (self.rows, original, self.index, self.isNew) = (rows, rows, index, isNew)
    self.catalog = catalog
    columns = rows.table.columns.filter { !$0.isRare || rows.rows[index][$0.variable] != nil }
  }

  var title: String { "\(rows.table.label), \(isNew ? "new row" : "row \(index + 1)")" }

  var button: String { isNew ? "Add" : "OK" }

  var entries: [FormEntry] { columns.map(entry) }

  var summary: String { rows.summary(of: index) }

  private func entry(for column: StepField) -> FormEntry {
    let value = rows.rows[index][column.variable]
    var entry = FormEntry(label: column.label, value: value ?? "", kind: kind(of: column))
    if column.kind == .flag { entry.shown = value?.lowercased() == "true" ? "[x]" : "[ ]" }
    let words = column.choices.first { $0.value.lowercased() == value?.lowercased() }?.words ?? ""
    entry.note = value == nil ? "not set" : words
    // What the row does not say cannot be wrong.
    entry.fault = { $0.isEmpty && value == nil ? nil : column.fault(in: $0) }
    entry.idleness = rows.idleness(of: column, in: index)
    entry.isSecret = column.isSecret
    return entry
  }

  private func kind(of column: StepField) -> FormEntry.Kind {
    switch column.kind {
    case .flag: return .box
    case .choice: return .choice(column.choices.map { ($0.value, $0.words) })
    case .reference(let kind) where catalog.knows(kind):
      let current = rows.rows[index][column.variable] ?? ""
      return .elsewhere { state in
        ObjectPicking.pick(&state, kind, column.label, current: current) { state, objects in
          guard let object = objects.first else { return [] }
          state.changeTop { (form: inout FormLayer) in
            form.update { model in
              guard let table = model as? TableForm else { return }
              model = table.naming(object, in: column)
            }
            form.move(by: 1)
          }
          return []
        }
      }
    default: return .text(column.kind == .variable ? .names : .references)
    }
  }

  /// The form with a row that names an object.
  private func naming(_ object: CatalogObject, in column: StepField) -> TableForm {
    var form = self
    for (variable, value) in rows.naming(object.id, in: column, object.told) {
      if let other = rows.table.columns.first(where: { $0.variable == variable }) {
        form.rows.set(other, in: index, to: value)
      }
    }
    return form
  }

  mutating func set(_ index: Int, to value: String) {
    rows.set(columns[index], in: self.index, to: value)
  }

  func accept(_ state: inout EditorState) -> [Effect] {
    let values = rows.table.columns.compactMap { column -> Assignment? in
      let value = rows.rows[index][column.variable]
      guard let value, value != original.rows[index][column.variable] else { return nil }
      return Assignment(rows.type.name(ofColumn: column), value)
    }
    if isNew {
      let count = state.file.focusedRows?.rows.count
      TableEditing.change(&state, .add([values]))
      if state.file.focusedRows?.rows.count != count { state.file.details.selected += 1 }
    } else if values.isEmpty {
      state.say("Nothing changed.")
    } else {
      TableEditing.change(&state, .set(row: index + 1, values))
    }
    return []
  }
}
