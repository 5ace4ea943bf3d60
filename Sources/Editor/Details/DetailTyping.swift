import StepCatalog
import TaskSequence
import Widgets

/// Letters in the details: they are text, and never commands.
///
/// On a field of text the first letter begins editing it and takes the place of what was there; on
/// everything else it says how that is changed.
enum DetailTyping {
  /// Begins editing the field under the cursor with what was typed or pasted.
  static func begin(_ state: inout EditorState, with text: String) -> [Effect] {
    guard let field = state.file.selectedField, field.takesText else {
      state.say(Self.refusal(of: state.file.selectedField, state))
      return []
    }
    let below = state.layers.count
    let effects = DetailEditing.edit(&state)
    // A question that comes first is not answered by a letter that was meant for the field.
    if state.layers.count > below { Typing.begin(&state, with: text) }
    return effects
  }

  private static func refusal(of field: DetailField?, _ state: EditorState) -> String {
    let known = "\(state.keyLabel(.palette)) finds commands"
    guard let field else { return "Nothing is typed here; \(known)." }
    switch field.kind {
    case .fixed(let reason): return reason
    case .toggle: return "“\(field.label)” is switched with Space; \(known)."
    case .step(let known) where known.kind == .flag:
      return "“\(field.label)” is switched with Space."
    default: return "Enter opens “\(field.label)”; \(known)."
    }
  }
}

extension DetailField {
  /// Whether letters go into it: into its text, or into the list its value is chosen from.
  var takesText: Bool {
    switch kind {
    case .property, .variable, .action, .newVariable, .place: true
    case .step(let field): field.kind != .flag
    case .fixed, .link, .toggle, .condition, .row, .newRow, .rule, .newRule: false
    }
  }
}
