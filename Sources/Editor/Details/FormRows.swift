import Checks
import StepCatalog
import TaskSequence
import XMLTree

/// Makes the lines of a typed form: the fields of a step's type, the rows of its table, and below them
/// the variables the type does not know.
struct FormRows {
  let type: StepType
  let node: TaskNode
  let references: [Reference]
  private(set) var rows: [DetailRow] = []

  init(_ type: StepType, _ node: TaskNode, _ references: [Reference]) {
    self.type = type
    self.references = references
    self.node = node
    for field in type.fields where !field.isCount && type.table?.list?.variable != field.variable {
      add(field)
    }
    if let table = type.table { add(table) }
  }

  /// The variables no field of the form shows.
  var others: [Variable] { node.variables.filter { type.field(of: $0.name) == nil } }

  private mutating func add(_ field: StepField) {
    let value = node.variable(field.variable)
    var row = DetailField(
      id: "field.\(field.variable)", label: field.label, value: value ?? "", kind: .step(field))
    row.isSecret = (field.isSecret || Secrets.isSecret(field.variable)) && value?.isEmpty == false
    row.fault = field.fault(in: value ?? "")
    row.isMissing = value == nil
    switch field.kind {
    case .flag where value != nil && row.fault == nil && value?.isEmpty == false:
      row.value = value?.lowercased() == "true" ? "[x]" : "[ ]"
    case .choice:
      row.note = field.choices.first { $0.value.lowercased() == value?.lowercased() }?.words ?? ""
    case .script:
      if let value, let script = ScriptText.decode(value) { row.value = script }
    default: break
    }
    if value == nil {
      row.note = field.usual.map { "not set; usually \($0)" } ?? "not set"
      if !field.isRequired { row.fault = nil }
    }
    if let reference = references.first(where: { $0.variable == field.variable }) {
      if reference.status == .unresolved {
        row.fault = reference.reason
      } else {
        row.note = reference.reason
      }
    }
    rows.append(DetailRow(content: .field(row)))
  }

  private mutating func add(_ table: StepTable) {
    guard let values = TableRows(of: node, type) else { return }
    rows.append(DetailRow(content: .blank))
    rows.append(DetailRow(content: .heading(table.label)))
    for index in values.rows.indices {
      var row = DetailField(
        id: "row.\(index)", label: "\(index + 1)", value: values.summary(of: index),
        kind: .row(index))
      row.fault =
        table.columns.lazy.compactMap { column in
          values.rows[index][column.variable].flatMap { column.fault(in: $0) }
        }.first
      rows.append(DetailRow(content: .field(row)))
    }
    let add = DetailField(id: "row+", label: "Add a row …", value: "", kind: .newRow)
    rows.append(DetailRow(content: .field(add)))
  }
}

extension EditorState {
  /// What is known of the focused node's type.
  var focusedType: StepType? { StepTypes.shared.type(of: file.focus, in: file.document.dialect) }
}
