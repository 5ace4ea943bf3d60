import Checks
import ObjectCatalog
import StepCatalog
import TaskSequence
import XMLTree

/// Editing the fields and rows of a typed form.
extension EditorState {
  // MARK: Fields

  /// Edits a field the way its kind asks for.
  mutating func edit(_ field: StepField, _ row: DetailField) -> [Effect] {
    let value = file.focus.variable(field.variable) ?? ""
    switch field.kind {
    case .flag: write(field, toggled(value))
    case .choice: choose(field, value)
    case .script:
      guard let script = value.isEmpty ? "" : ScriptText.decode(value) else {
        say("The script is not base64 of UTF-16 and can only be edited as a variable.", .warning)
        return []
      }
      editText(field.label, script, suffix: ".ps1") { state, text in
        state.write(field, ScriptText.encode(text))
        return []
      }
    case .lines, .rules:
      editText(field.label, value) { state, text in
        state.write(field, text)
        return []
      }
    case .reference where isKnown(field): chooseObject(for: field, value)
    default:
      editValue(row, value, fault: { field.fault(in: $0) }) { state, text in
        state.write(field, text)
      }
    }
    return []
  }

  /// Whether there are objects to choose from.
  private func isKnown(_ field: StepField) -> Bool {
    field.kind.referenceKind.map { file.references.catalog.knows($0) } ?? false
  }

  private mutating func chooseObject(for field: StepField, _ value: String) {
    guard let kind = field.kind.referenceKind else { return }
    let place =
      file.references.references(of: file.focus).first { $0.variable == field.variable }
      ?? Reference(
        node: file.focus.id, place: .variable(field.variable), kind: kind, id: value,
        status: .unverified, reason: "", isNeeded: field.isRequired)
    chooseObject(for: [place])
  }

  /// The other of true and false, spelled as it was.
  private func toggled(_ value: String) -> String {
    switch value {
    case "true": "false"
    case "True": "False"
    case "TRUE": "FALSE"
    case "False": "True"
    case "FALSE": "TRUE"
    default: "true"
    }
  }

  private mutating func choose(_ field: StepField, _ value: String) {
    var items = field.choices.map { choice in
      Picker.Item(
        title: choice.words.isEmpty ? choice.value : choice.words,
        detail: choice.words.isEmpty ? "" : choice.value
      ) { state in
        state.write(field, choice.value)
        return []
      }
    }
    items.append(
      Picker.Item(title: "Something else …", detail: "such as %VARIABLE%") { state in
        state.ask(field.label, value, fault: { field.fault(in: $0) }) { state, text in
          state.write(field, text)
          return []
        }
        return []
      })
    let selected = field.choices.firstIndex { $0.value.lowercased() == value.lowercased() } ?? 0
    layers.append(.picker(Picker(title: field.label, items: items, selected: selected)))
  }

  /// Writes a field of the focused node, or of all marked ones of its type.
  private mutating func write(_ field: StepField, _ value: String) {
    guard let type = focusedType else { return }
    let name = file.focus.type
    let knowledge = setup.knowledge
    perform { document, ids throws(Refusal) in
      let nodes = document.nodes(ids).filter { $0.type == name }
      return try document.writing(
        [field.variable(value)], on: Set(nodes.map(\.id)), isSorted: type.isSortedByProperty,
        knowing: knowledge,
        label: "Set \(field.label) of \(SequenceDocument.words(for: nodes))")
    }
  }

  /// Takes a field's variable away.
  mutating func removeField(_ field: StepField) {
    let knowledge = setup.knowledge
    perform { document, ids throws(Refusal) in
      let nodes = document.nodes(ids).filter { $0.variable(field.variable) != nil }
      guard !nodes.isEmpty else { throw Refusal("\(field.label) is not set") }
      return try document.writing(
        [], removing: [field.variable], on: Set(nodes.map(\.id)), isSorted: true,
        knowing: knowledge,
        label: "Removed \(field.label) from \(SequenceDocument.words(for: nodes))")
    }
  }

  // MARK: Rows

  /// Lets the user choose what to change in a row.
  mutating func editRow(_ index: Int, selecting selected: Int = 0) {
    guard let rows = focusedRows, rows.rows.indices.contains(index) else { return }
    let values = rows.rows[index]
    let items = rows.table.columns.enumerated().map { place, column in
      let value = values[column.variable]
      return Picker.Item(title: column.label, detail: value ?? "not set") { state in
        state.edit(column, in: index, value ?? "") { $0.editRow(index, selecting: place) }
        return []
      }
    }
    layers.append(
      .picker(
        Picker(title: "\(rows.table.label), row \(index + 1)", items: items, selected: selected)))
  }

  private mutating func edit(
    _ column: StepField, in row: Int, _ value: String, _ goOn: @escaping (inout EditorState) -> Void
  ) {
    func set(_ state: inout EditorState, _ value: String) {
      state.changeRows("Set \(column.label) of row \(row + 1)") {
        $0.set(column, in: row, to: value)
      }
      goOn(&state)
    }
    switch column.kind {
    case .flag: set(&self, toggled(value))
    case .choice:
      let items = column.choices.map { choice in
        Picker.Item(title: choice.value, detail: choice.words) { state in
          set(&state, choice.value)
          return []
        }
      }
      let selected = column.choices.firstIndex { $0.value.lowercased() == value.lowercased() } ?? 0
      layers.append(.picker(Picker(title: column.label, items: items, selected: selected)))
    default:
      ask(column.label, value, fault: { column.fault(in: $0) }) { state, text in
        set(&state, text)
        return []
      }
    }
  }

  mutating func addRow() {
    guard let rows = focusedRows else { return }
    let label = rows.table.label
    changeRows("Added a row to \(label)") { $0.append() }
    if let added = focusedRows, added.rows.count > rows.rows.count {
      editRow(added.rows.count - 1)
    }
  }

  mutating func removeRow(_ index: Int) {
    changeRows("Removed row \(index + 1)") { $0.remove(at: index) }
  }

  /// Whether the cursor is on a row of a table.
  var isOnTableRow: Bool {
    guard pane == .details, case .row = selectedField?.kind else { return false }
    return true
  }

  /// Moves the selected row up or down.
  mutating func moveRow(by count: Int) -> [Effect] {
    guard case .row(let index) = selectedField?.kind, let rows = focusedRows else {
      say("Only the rows of a table can be moved.")
      return []
    }
    let place = index + count
    guard rows.rows.indices.contains(place) else {
      say("It is \(count < 0 ? "the first" : "the last") already.")
      return []
    }
    changeRows("Moved row \(index + 1)") { $0.move(from: index, to: place) }
    file.details.selected += count
    return []
  }

  private var focusedRows: TableRows? {
    focusedType.flatMap { TableRows(of: file.focus, $0) }
  }

  private mutating func changeRows(_ label: String, _ change: (inout TableRows) -> Void) {
    guard var rows = focusedRows else { return }
    let node = file.focus
    change(&rows)
    let (set, removed) = rows.changes(for: node)
    let knowledge = setup.knowledge
    perform { document, _ throws(Refusal) in
      try document.writing(
        set, removing: removed, on: [node.id], isSorted: rows.type.isSortedByProperty,
        knowing: knowledge, label: "\(label) of “\(node.name)”")
    }
  }

  // MARK: Secrets and help

  /// Shows the secret under the cursor until the next key.
  mutating func reveal() -> [Effect] {
    guard let field = selectedField, field.isSecret else {
      say("There is no secret here.")
      return []
    }
    say("\(field.label): \(field.value)")
    return []
  }

  /// Says what the field under the cursor is.
  mutating func explainField() -> [Effect] {
    guard let field = selectedField else {
      say("Choose a field first.")
      return []
    }
    var lines = [field.label, ""]
    if case .step(let known) = field.kind {
      if !known.about.isEmpty { lines += [EditorState.sentence(known.about), ""] }
      lines.append("Variable   \(known.variable)")
      if known.property != "-" { lines.append("Property   \(known.property)") }
      if let usual = known.usual { lines.append("Usually    \(usual)") }
      if let range = known.range { lines.append("Range      \(Self.words(range))") }
      if let length = known.length { lines.append("Length     \(Self.words(length)) characters") }
      for choice in known.choices {
        lines.append("           \(choice.value)  \(choice.words)")
      }
      if known.isRequired { lines.append("It must have a value.") }
      if known.isHidden { lines.append("It is an argument of the command line, not a variable.") }
    } else if !field.note.isEmpty {
      lines.append(field.note)
    }
    if let fault = field.fault { lines += ["", EditorState.sentence(fault)] }
    layers.append(
      .viewer(Viewer(title: "About this field", text: lines.joined(separator: "\n"))))
    return []
  }

  private static func words(_ range: ClosedRange<Int>) -> String {
    range.upperBound == .max
      ? "\(range.lowerBound) or more" : "\(range.lowerBound) to \(range.upperBound)"
  }
}
