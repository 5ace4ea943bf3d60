import ObjectCatalog
import Operations
import References
import StepCatalog
import TaskSequence
import Widgets
import XMLTree

/// Editing the fields of a typed form.
enum FieldEditing {
  // MARK: Fields

  /// Edits a field the way its kind asks for.
  static func edit(_ state: inout EditorState, _ field: StepField, _ row: DetailField) -> [Effect] {
    let value = state.file.subject.variable(field.variable) ?? ""
    switch field.kind {
    case .flag: write(&state, field, row.differing == nil ? toggled(value) : toggled(""))
    case .choice: choose(&state, field, value, field.choices)
    case .script:
      guard let script = value.isEmpty ? "" : ScriptText.decode(value) else {
        state.say(
          "The script is not base64 of UTF-16 and can only be edited as a variable.", .warning)
        return []
      }
      Ask.text(&state, field.label, script, suffix: ".ps1") { state, text in
        write(&state, field, text)
        return []
      }
    case .lines, .rules:
      Ask.text(&state, field.label, value) { state, text in
        write(&state, field, text)
        return []
      }
    case .command where !value.isEmpty:
      Ask.text(&state, field.label, value, suffix: ".cmd") { state, text in
        write(&state, field, text)
        return []
      }
    case .reference where state.file.isKnown(field): chooseObject(&state, field, value)
    default:
      Ask.value(&state, row, value, fault: { field.fault(in: $0) }) { state, text in
        write(&state, field, text)
      }
    }
    return []
  }

  /// Whether a field is edited in more than a line: its value is chosen, or takes a window.
  static func isOpened(_ field: StepField, _ state: EditorState) -> Bool {
    let value = state.file.focus.variable(field.variable) ?? ""
    return switch field.kind {
    case .flag, .choice, .script, .rules, .references, .lines: true
    case .command: !value.isEmpty
    case .reference: state.file.isKnown(field)
    default: value.contains(where: \.isNewline)
    }
  }

  /// Lets a switch be set to on or off, spelled as it is.
  static func chooseSwitch(_ state: inout EditorState, _ field: StepField) {
    let value = state.file.focus.variable(field.variable) ?? ""
    let on = value.lowercased() == "true" ? value : toggled(value)
    choose(
      &state, field, value,
      [.init(value: on, words: "on"), .init(value: toggled(on), words: "off")])
  }

  private static func chooseObject(_ state: inout EditorState, _ field: StepField, _ value: String)
  {
    guard let kind = field.kind.referenceKind else { return }
    let place =
      state.file.references.references(of: state.file.subject).first {
        $0.variable == field.variable
      }
      ?? Reference(
        node: state.file.subject.id, place: .variable(field.variable), kind: kind, id: value,
        status: .unverified, reason: "", isNeeded: field.isRequired)
    ObjectChoice.start(&state, for: [place])
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

  private static func choose(
    _ state: inout EditorState, _ field: StepField, _ value: String, _ choices: [StepField.Choice]
  ) {
    var items = choices.map { choice in
      PickerLayer.Item(
        title: choice.words.isEmpty ? choice.value : choice.words,
        detail: choice.words.isEmpty ? "" : choice.value
      ) { state in
        write(&state, field, choice.value)
        return []
      }
    }
    items.append(
      PickerLayer.Item(title: "Something else …", detail: "such as %VARIABLE%") { state in
        Ask.line(&state, field.label, value, fault: { field.fault(in: $0) }) { state, text in
          write(&state, field, text)
          return []
        }
        return []
      })
    let selected = choices.firstIndex { $0.value.lowercased() == value.lowercased() } ?? 0
    state.open(PickerLayer(title: field.label, items: items, selected: selected))
  }

  /// Writes a field of the focused node, or of all marked ones of its type.
  static func write(_ state: inout EditorState, _ field: StepField, _ value: String) {
    guard let type = state.file.focusedType else { return }
    let name = state.file.subject.type
    let document = state.file.document
    let nodes = document.nodes(state.file.targets).filter { $0.type == name }
    guard !nodes.isEmpty else { return state.say("Only a step has such fields.", .warning) }
    let paths = document.paths(of: Set(nodes.map(\.id)))
    state.perform(SetValue(.labelled(type.name(of: field)), to: value, of: paths))
  }

  /// Takes a field's variable away.
  static func remove(_ state: inout EditorState, _ field: StepField) {
    guard let type = state.file.focusedType else { return }
    let document = state.file.document
    let nodes = document.nodes(state.file.targets).filter { $0.variable(field.variable) != nil }
    guard !nodes.isEmpty else { return state.say("\(field.label) is not set.", .warning) }
    let paths = document.paths(of: Set(nodes.map(\.id)))
    state.perform(ClearValue(.labelled(type.name(of: field)), of: paths))
  }
}
