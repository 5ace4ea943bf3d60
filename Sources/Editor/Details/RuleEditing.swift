import Operations
import StepCatalog
import TaskSequence
import Widgets

/// Editing the rules of Set Dynamic Variables.
enum RuleEditing {
  /// Changes the rules of the focused step, as one edit.
  static func change(_ state: inout EditorState, _ change: ChangeRules.Change) {
    guard state.file.focusedRules != nil, TableEditing.isAlone(&state),
      let path = state.file.document.path(of: state.file.subject.id)
    else { return }
    state.perform(ChangeRules(change, of: path))
  }

  /// Shows a form for a new rule.
  static func add(_ state: inout EditorState) {
    guard state.file.focusedRules != nil, TableEditing.isAlone(&state) else { return }
    state.open(FormLayer(RuleForm(state.file.secrecy), selecting: 1))
  }

  /// Shows a rule as a form.
  static func edit(_ state: inout EditorState, _ index: Int) {
    guard let rules = state.file.focusedRules?.rules, rules.indices.contains(index),
      TableEditing.isAlone(&state)
    else { return }
    state.open(FormLayer(RuleForm(rules[index], index, state.file.secrecy)))
  }

  static func remove(_ state: inout EditorState, _ index: Int) {
    change(&state, .remove(rule: index + 1))
  }

  /// Makes several changes of one rule, as one edit.
  static func change(_ state: inout EditorState, _ changes: [ChangeRules.Change], of rule: Int) {
    guard changes.count > 1 else {
      if let only = changes.first { change(&state, only) } else { state.say("Nothing changed.") }
      return
    }
    guard TableEditing.isAlone(&state),
      let path = state.file.document.path(of: state.file.subject.id)
    else { return }
    state.perform(label: "Set rule \(rule) of “\(state.file.subject.name)”") {
      (chain) throws(Refusal) in
      for change in changes { try chain.apply(ChangeRules(change, of: path)) }
    }
  }
}
