import ObjectCatalog
import Operations
import References
import StepCatalog
import TaskSequence
import Widgets
import XMLTree

/// Editing the fields of a typed form.
extension EditorState {
  // MARK: Fields

  /// Edits a field the way its kind asks for.
  mutating func edit(_ field: StepField, _ row: DetailField) -> [Effect] {
    let value = file.focus.variable(field.variable) ?? ""
    switch field.kind {
    case .flag: write(field, Self.toggled(value))
    case .choice: choose(field, value)
    case .script:
      guard let script = value.isEmpty ? "" : ScriptText.decode(value) else {
        say("The script is not base64 of UTF-16 and can only be edited as a variable.", .warning)
        return []
      }
      editText(field.label, script, suffix: ".ps1") { state, text in
        state.write(field, text)
        return []
      }
    case .lines, .rules:
      editText(field.label, value) { state, text in
        state.write(field, text)
        return []
      }
    case .command where !value.isEmpty:
      editText(field.label, value, suffix: ".cmd") { state, text in
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
  func isKnown(_ field: StepField) -> Bool {
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
  static func toggled(_ value: String) -> String {
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
      PickerLayer.Item(
        title: choice.words.isEmpty ? choice.value : choice.words,
        detail: choice.words.isEmpty ? "" : choice.value
      ) { state in
        state.write(field, choice.value)
        return []
      }
    }
    items.append(
      PickerLayer.Item(title: "Something else …", detail: "such as %VARIABLE%") { state in
        state.ask(field.label, value, fault: { field.fault(in: $0) }) { state, text in
          state.write(field, text)
          return []
        }
        return []
      })
    let selected = field.choices.firstIndex { $0.value.lowercased() == value.lowercased() } ?? 0
    open(PickerLayer(title: field.label, items: items, selected: selected))
  }

  /// Writes a field of the focused node, or of all marked ones of its type.
  mutating func write(_ field: StepField, _ value: String) {
    guard let type = focusedType else { return }
    let name = file.focus.type
    let nodes = file.document.nodes(file.targets).filter { $0.type == name }
    guard !nodes.isEmpty else { return say("Only a step has such fields.", .warning) }
    let paths = file.document.paths(of: Set(nodes.map(\.id)))
    perform(SetValue(.labelled(type.name(of: field)), to: value, of: paths))
  }

  /// Takes a field's variable away.
  mutating func removeField(_ field: StepField) {
    guard let type = focusedType else { return }
    let nodes = file.document.nodes(file.targets).filter { $0.variable(field.variable) != nil }
    guard !nodes.isEmpty else { return say("\(field.label) is not set.", .warning) }
    let paths = file.document.paths(of: Set(nodes.map(\.id)))
    perform(ClearValue(.labelled(type.name(of: field)), of: paths))
  }
}
