import Conditions
import TaskSequence
import XMLTree

/// Typing a condition.
extension EditorState {
  /// Whether the text on top is a condition.
  var isTypingCondition: Bool {
    prompt(at: { if case .condition = $0 { true } else { false } }) != nil
  }

  /// Opens the condition of the focused node as text; what is accepted goes to all targets.
  mutating func typeCondition(_ text: String? = nil, cursor: Int? = nil) -> [Effect] {
    let nodes = file.document.nodes(file.targets).filter { $0.kind != .sequence }
    guard !nodes.isEmpty else { return [] }
    let own = file.focus.kind == .sequence ? nodes[0].condition : file.focus.condition
    var model = TextModel(text ?? own?.text ?? "")
    if let cursor { model.place(line: 0, column: cursor) }
    open(
      .prompt(
        Prompt(
          place: .condition(title: "Condition of \(SequenceDocument.words(for: nodes))"),
          text: model,
          fault: { text in
            do throws(ConditionFault) { _ = try ConditionText.parse(text) } catch {
              return error.reason
            }
            return nil
          },
          completes: .condition,
          accepted: { state, text in state.acceptCondition(text) })))
    return []
  }

  /// Writes a text to the targets; one that is wrong stays open, the cursor where it is wrong.
  private mutating func acceptCondition(_ text: String) -> [Effect] {
    do throws(ConditionFault) {
      let change = try ConditionChange(text: text)
      perform { document, ids throws(Refusal) in try document.changingConditions(change, of: ids) }
      return []
    } catch {
      return typeCondition(text, cursor: error.position)
    }
  }
}
