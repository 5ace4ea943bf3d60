import StepCatalog
import TaskSequence
import Widgets
import XMLTree

/// The passwords and keys of the sequence, which an export leaves out.
enum SecretList {
  /// One password or key.
  private struct Secret {
    let node: TaskNode
    let label: String
    /// The row of the details that edits it.
    let row: String
    let isEmpty: Bool
  }

  /// Lists every password and key, those to be entered again first; choosing one opens its field.
  static func show(_ state: inout EditorState) -> [Effect] {
    let all = Self.secrets(of: state.file.document)
    guard !all.isEmpty else {
      state.say("The sequence holds no password and no key.")
      return []
    }
    let sorted = all.filter(\.isEmpty) + all.filter { !$0.isEmpty }
    let items = sorted.map { secret in
      PickerLayer.Item(
        title: secret.node.kind == .sequence ? "The sequence" : secret.node.name,
        detail: secret.label, side: secret.node.isDisabled ? "disabled" : "",
        section: secret.isEmpty ? "To be entered" : "Entered"
      ) { state in openField(&state, secret.row, of: secret.node.id) }
    }
    state.open(PickerLayer(title: "Passwords and keys", items: items))
    return []
  }

  private static func secrets(of document: SequenceDocument) -> [Secret] {
    var found: [Secret] = []
    let dialect = document.dialect
    func look(_ node: TaskNode) {
      let type = StepTypes.shared.type(of: node, in: dialect)
      var seen: [String: Int] = [:]
      for variable in node.variables {
        seen[variable.name, default: 0] += 1
        let field = type?.field(of: variable.name)
        guard node.hides(variable.name) || field?.isSecret == true else { continue }
        let isIdle = field.map { type?.idleness(of: $0, given: node.variable) != nil } ?? false
        let isEmpty = variable.value.isEmpty
        // An empty one is missed where the step cannot do without.
        guard !isIdle, !isEmpty || field?.isRequired ?? true else { continue }
        found.append(
          Secret(
            node: node, label: field?.label ?? variable.name,
            row: field == nil
              ? "variable.\(variable.name)#\(seen[variable.name] ?? 1)" : "field.\(variable.name)",
            isEmpty: isEmpty))
      }
      for field in type?.required ?? []
      where field.isSecret && node.variable(field.variable) == nil
        && type?.idleness(of: field, given: node.variable) == nil
      {
        found.append(
          Secret(node: node, label: field.label, row: "field.\(field.variable)", isEmpty: true))
      }
    }
    look(document.sequence)
    document.sequence.walk { node, _ in
      if node.kind != .group { look(node) }
      return true
    }
    return found
  }

  /// Puts the cursor on a field of a node and edits it.
  private static func openField(_ state: inout EditorState, _ row: String, of id: NodeID)
    -> [Effect]
  {
    state.show(focus: id)
    state.pane = .details
    guard let index = state.file.detailRows.firstIndex(where: { $0.field?.id == row }) else {
      return []
    }
    state.file.details.selected = index
    // An edit would be one of the marked nodes, not of the one that was chosen.
    return state.file.isReadOnly || !state.file.outline.marks.isEmpty
      ? [] : DetailEditing.edit(&state)
  }
}
