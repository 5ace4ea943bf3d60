import Conditions
import Operations
import StepCatalog
import TaskSequence
import XMLTree

/// The whole conditions of nodes.
enum NodeConditions {
  /// Copies the condition of the focused node.
  static func copy(_ state: inout EditorState) -> [Effect] {
    guard let condition = state.file.subject.condition, let operand = condition.operand else {
      state.say("There is no condition here.", .warning)
      return []
    }
    state.conditionClipboard = operand
    let shown = condition.shownText(where: state.file.secrecy.isSecret)
    state.say("Copied the condition \(shown).")
    return Copying.put(&state, shown: shown, clear: condition.text)
  }

  /// Changes the conditions of the targets.
  static func change(_ state: inout EditorState, _ change: ConditionChange) -> [Effect] {
    state.perform(ChangeCondition(change, of: state.file.targetPaths))
    return []
  }

  /// Makes the nodes with the same condition the hits of the search.
  static func findSame(_ state: inout EditorState) -> [Effect] {
    let condition = state.file.subject.condition
    state.file.search.run(
      sameConditionAs: condition?.operand,
      words: condition?.shownText(where: state.file.secrecy.isSecret) ?? "",
      in: state.file.document)
    state.say(
      "\(state.file.search.hits.count) with this condition. \(state.keyLabel(.findNext)) goes to the next, "
        + "\(state.keyLabel(.markHits)) marks them all.")
    return []
  }
}
