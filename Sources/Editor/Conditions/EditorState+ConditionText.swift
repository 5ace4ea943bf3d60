import Conditions
import Operations
import TaskSequence
import XMLTree

/// Typing a condition.
extension EditorState {
  /// Whether the text on top is a condition.
  var isTypingCondition: Bool { top is ConditionLine }

  /// Opens the condition of the focused node as text; what is accepted goes to all targets.
  mutating func typeCondition(_ text: String? = nil, cursor: Int? = nil) -> [Effect] {
    let nodes = file.document.nodes(file.targets).filter { $0.kind != .sequence }
    guard !nodes.isEmpty else { return [] }
    let own = file.focus.kind == .sequence ? nodes[0].condition : file.focus.condition
    openConditional(
      ConditionLine(
        title: "Condition of \(SequenceDocument.words(for: nodes))", text ?? own?.text ?? "",
        cursor: cursor
      ) { state, text in state.acceptCondition(text) })
    return []
  }

  /// Writes a text to the targets; one that is wrong stays open, the cursor where it is wrong.
  private mutating func acceptCondition(_ text: String) -> [Effect] {
    do throws(ConditionFault) {
      let change = try ConditionChange(text: text)
      perform(ChangeCondition(change, of: file.targetPaths))
      return []
    } catch {
      return typeCondition(text, cursor: error.position)
    }
  }
}
