import Conditions
import Operations
import StepCatalog
import TaskSequence
import Widgets
import XMLTree

/// Typing a condition.
enum ConditionTyping {
  /// Opens the condition of the focused node as text; what is accepted goes to all targets.
  static func start(_ state: inout EditorState, _ text: String? = nil, cursor: Int? = nil)
    -> [Effect]
  {
    let nodes = state.file.document.nodes(state.file.targets).filter { $0.kind != .sequence }
    guard !nodes.isEmpty else { return [] }
    let subject = state.file.subject
    let own = subject.kind == .sequence ? nodes[0].condition : subject.condition
    let isHidden = own.map { $0.shownText(where: state.file.secrecy.isSecret) != $0.text } ?? false
    return Ask.inClear(&state, text == nil && isHidden) { state in
      open(
        &state,
        ConditionLine(
          title: "Condition of \(SequenceDocument.words(for: nodes))", text ?? own?.text ?? "",
          cursor: cursor
        ) { state, text in accept(&state, text) })
      return []
    }
  }

  /// Writes a text to the targets; one that is wrong stays open, the cursor where it is wrong.
  private static func accept(_ state: inout EditorState, _ text: String) -> [Effect] {
    do throws(ConditionFault) {
      let change = try ConditionChange(text: text)
      state.perform(ChangeCondition(change, of: state.file.targetPaths))
      return []
    } catch {
      return start(&state, text, cursor: error.position)
    }
  }

  // MARK: Completion

  /// Opens a layer in which a condition is worked on; what there is to complete it with when the first
  /// is opened will do until the last is closed.
  static func open(_ state: inout EditorState, _ layer: any Layer) {
    if !state.layers.contains(where: { $0 is ConditionPane || $0 is ConditionLine }) {
      prepare(&state)
    }
    state.open(layer)
  }

  /// Reads the document for completion and checks, unless that was done.
  private static func prepare(_ state: inout EditorState) {
    guard !(state.conditionVocabulary?.isOf(state.file.document) ?? false) else { return }
    state.conditionVocabulary = ConditionVocabulary(of: state.file.document)
  }

  /// Looks for what goes on in the condition being typed.
  static func complete(_ state: inout EditorState, _ text: TextModel) {
    if state.conditionVocabulary == nil { prepare(&state) }
    let beginning = ConditionText.beginning(String(text.characters[..<text.cursor]))
    let choices = state.conditionVocabulary?.choices(for: beginning) ?? []
    state.completion = Completion(Array(choices.prefix(Completion.limit)), typed: beginning.typed)
  }
}
