import StepCatalog
import TaskSequence
import Widgets
import XMLTree

/// The passwords and keys of the sequence: where they are, never what they are.
enum SecretList {
  /// Lists every place of a password or key, those to be entered first; choosing one opens its field.
  static func show(_ state: inout EditorState) -> [Effect] {
    let all = state.file.document.secretPlaces
    guard !all.isEmpty else {
      state.say("The sequence holds no password and no key.")
      return []
    }
    let sorted = all.filter(\.isEmpty) + all.filter { !$0.isEmpty }
    let items = sorted.map { place in
      PickerLayer.Item(
        title: place.node.kind == .sequence ? "The sequence" : place.node.name,
        detail: place.label, side: place.node.isDisabled ? "disabled" : "",
        section: place.isEmpty ? "To be entered" : "Entered"
      ) { state in openField(&state, place) }
    }
    state.open(PickerLayer(title: "Passwords and keys", items: items))
    return []
  }

  /// Puts the cursor on a field of a node and edits it.
  private static func openField(_ state: inout EditorState, _ place: SecretPlace) -> [Effect] {
    state.show(focus: place.node.id)
    state.pane = .details
    let row =
      switch place.kind {
      case .field(let name): "field.\(name)"
      case .variable(let name, let number): "variable.\(name)#\(number)"
      case .command: "action"
      case .condition: "condition"
      }
    guard let index = state.file.detailRows.firstIndex(where: { $0.field?.id == row }) else {
      return []
    }
    state.file.details.selected = index
    // An edit would be one of the marked nodes, not of the one that was chosen.
    return state.file.isReadOnly || !state.file.outline.marks.isEmpty
      ? [] : DetailEditing.edit(&state)
  }
}
