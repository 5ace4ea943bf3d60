import Checks
import ObjectCatalog
import References
import StepCatalog
import TaskSequence
import XMLTree

/// Makes the lines of a typed form: the fields of a step's type, the rows of its table, and below them
/// the variables the type does not know.
struct FormRows {
  let type: StepType
  let node: TaskNode
  private let check: ReferenceCheck
  private let references: [Reference]
  private let findings: [Finding]
  private let secrecy: Secrecy
  private(set) var rows: [DetailRow] = []

  /// - Parameter findings: What was found in the node, whether it counts or not.
  init(
    _ type: StepType, _ node: TaskNode, _ check: ReferenceCheck, _ findings: [Finding],
    _ secrecy: Secrecy
  ) {
    self.secrecy = secrecy
    self.type = type
    self.findings = findings
    self.check = check
    references = check.references(of: node)
    self.node = node
    for field in type.fields where !field.isCount && type.table?.list?.variable != field.variable {
      if field.isRare && node.variable(field.variable) == nil { continue }
      if isTold(field) || field.kind == .rules && addRules(field) { continue }
      add(field)
    }
    if let table = type.table { add(table) }
  }

  /// The variables no field of the form shows.
  var others: [Variable] { node.variables.filter { type.field(of: $0.name) == nil } }

  /// Whether the step lacks a field and says the same with one that older or newer tools write.
  private func isTold(_ field: StepField) -> Bool {
    node.variable(field.variable) == nil
      && type.fields.contains { other in
        other.label == field.label && other.variable != field.variable
          && node.variable(other.variable) != nil
      }
  }

  private mutating func add(_ field: StepField) {
    let value = node.variable(field.variable)
    var row = DetailField(
      id: "field.\(field.variable)", label: field.label, value: value ?? "", kind: .step(field))
    row.isSecret = field.isSecret || node.hides(field.variable, secrecy)
    if row.isSecret, value?.isEmpty == false { row.shown = Secrets.mask }
    row.fault = findings.first { $0.place == .variable(field.variable) }?.message
    switch field.kind {
    case .flag where value != nil && row.fault == nil && value?.isEmpty == false:
      row.shown = value?.lowercased() == "true" ? "[x]" : "[ ]"
    case .choice:
      let words = field.choices.first { $0.value.lowercased() == value?.lowercased() }?.words ?? ""
      if let value, !words.isEmpty { (row.shown, row.note) = (words, value) }
    case .script:
      if let value, let script = ScriptText.decode(value) {
        row.value = script
        let shown = SecretText.covered(script)
        if shown != script { row.shown = shown }
      }
    default:
      let shown = value.map(SecretText.covered)
      if row.shown == nil, let shown, shown != value { row.shown = shown }
    }
    if value == nil || field.isMasked && value != "" && field.meant(value ?? "").isEmpty {
      row.shown = value.map { _ in "" }
      row.note = field.usual.map { "not set; usually \($0)" } ?? "not set"
    }
    if row.isSecret, field.isRequired, value?.isEmpty != false {
      row.note = "not entered; an export leaves it out"
    }
    if let reference = references.first(where: { $0.variable == field.variable }) {
      show(reference, in: &row)
    }
    row.idleness = type.idleness(of: field, given: node.variable)
    if row.idleness != nil { row.fault = nil }
    append(row)
  }

  /// What people call an object comes before its id, which may take all the room.
  private func show(_ reference: Reference, in row: inout DetailField) {
    switch reference.status {
    case .resolved, .stated, .listed:
      guard let object = check.catalog.standing(of: reference.kind, reference.id)?.object,
        !object.name.isEmpty, object.name != object.id
      else {
        row.note = reference.reason == reference.id ? "" : reference.reason
        return
      }
      row.shown = object.name
      let boot = object.bootImage.isEmpty ? "" : "boot image \(object.bootImage)"
      let lack = reference.status == .resolved ? "" : reference.status.words
      row.note = [object.version, reference.id, boot, object.remark, lack]
        .filter { !$0.isEmpty }.joined(separator: "  ")
    case .unverified, .dynamic, .mention: row.note = reference.reason
    // The finding says it.
    case .unresolved: break
    }
  }

  // MARK: Tables

  private mutating func add(_ table: StepTable) {
    guard let values = TableRows(of: node, type) else { return }
    head(table.label)
    for index in values.rows.indices {
      var row = DetailField(
        id: "row.\(index)", label: "\(index + 1)", value: values.summary(of: index),
        kind: .row(index))
      row.fault = findings.first { $0.isIn(row: index, of: table) }?.message
      append(row)
    }
    append(DetailField(id: "row+", label: "Add a row …", value: "", kind: .newRow))
  }

  /// Shows rules one by one; answers whether they could be read.
  private mutating func addRules(_ field: StepField) -> Bool {
    guard let rules = DynamicRules(node.variable(field.variable) ?? "")?.rules else { return false }
    for (index, rule) in rules.enumerated() {
      let tested = rule.condition(secrecy)
      let condition = tested.isEmpty ? "" : "if \(tested): "
      func words(_ value: (DynamicRules.Rule.Setting) -> String) -> String {
        condition + rule.settings.map { "\($0.name) = \(value($0))" }.joined(separator: ", ")
      }
      var row = DetailField(
        id: "rule.\(index)", label: "\(index + 1)", value: words(\.value), kind: .rule(index))
      row.shown = words { $0.isHidden(secrecy) ? Secrets.mask : $0.value }
      append(row)
    }
    append(DetailField(id: "rule+", label: "Add a rule …", value: "", kind: .newRule))
    return true
  }

  private mutating func head(_ text: String) {
    if !rows.isEmpty { rows.append(DetailRow(content: .blank)) }
    rows.append(DetailRow(content: .heading(text)))
  }

  private mutating func append(_ field: DetailField) {
    rows.append(DetailRow(content: .field(field)))
  }
}

extension Finding {
  /// Whether it is about a variable of a row.
  fileprivate func isIn(row: Int, of table: StepTable) -> Bool {
    guard case .variable(let name) = place else { return false }
    return table.columns.contains { $0.row(of: name) == row }
  }
}
