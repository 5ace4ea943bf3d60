import Appearance
import Conditions
import Operations
import Screen
import StepCatalog
import TaskSequence
import Widgets
import XMLTree

/// The cursor in the details, and what Enter and Del do there.
enum DetailEditing {
  static func move(_ state: inout EditorState, by count: Int) {
    let rows = state.file.detailRows
    let stops = rows.indices.filter { rows[$0].isSelectable }
    guard !stops.isEmpty else { return }
    let here = stops.lastIndex { $0 <= state.file.details.selected } ?? 0
    state.file.details.selected = stops[max(0, min(here + count, stops.count - 1))]
  }

  static func settle(_ state: inout EditorState, _ layout: Layout) {
    state.isBehind =
      state.isHurried && state.context == .tree && layout.details != nil
      && state.file.details.rows != nil
    if state.isBehind { return }
    state.file.details.rows = nil
    guard let area = layout.details else { return }
    let rows = state.file.detailRows
    state.file.details.rows = rows
    state.file.details.follow(to: state.file.subject.id, rows)
    state.file.details.top = Layout.scroll(
      state.file.details.top, to: state.file.details.selected, of: rows.count,
      height: area.size.height)
  }

  static func edit(_ state: inout EditorState) -> [Effect] {
    guard let field = state.file.selectedField else { return viewXML(&state) }
    if case .fixed(let reason) = field.kind {
      state.say(reason)
      return []
    }
    if case .link(let id) = field.kind {
      state.show(focus: id)
      return []
    }
    guard !state.file.isReadOnly else {
      state.say("“\(state.file.title)” is open for reading only.", .warning)
      return []
    }
    let isHidden =
      (field.coversSecret || field.shown?.contains(Secrets.mask) == true) && !field.isSecret
    return Ask.inClear(&state, isHidden && field.isEditedWhole) { open(&$0, field) }
  }

  private static func open(_ state: inout EditorState, _ field: DetailField) -> [Effect] {
    switch field.kind {
    case .fixed, .link: return []
    case .toggle(let property):
      NodeEditing.toggle(&state, property)
      return []
    case .place: return NodeEditing.choosePlace(&state)
    case .newVariable: return NodeEditing.askForVariable(&state)
    case .condition: return ConditionTree.open(&state)
    case .step(let known): return FieldEditing.edit(&state, known, field)
    case .row(let index):
      TableEditing.edit(&state, index)
      return []
    case .newRow: return TableEditing.add(&state)
    case .rule(let index):
      RuleEditing.edit(&state, index)
      return []
    case .newRule:
      RuleEditing.add(&state)
      return []
    case .property(let property):
      Ask.value(&state, field, fault: property.remark) { state, text in
        NodeEditing.set(&state, property, to: text)
      }
      return []
    case .variable(let name):
      Ask.value(&state, field) { state, text in NodeEditing.setVariable(&state, name, to: text) }
      return []
    case .action where !field.value.isEmpty: return NodeEditing.editCommandLine(&state)
    case .action:
      Ask.value(&state, field) { state, text in
        state.perform(SetValue(.command, to: text, of: state.file.targetPaths))
      }
      return []
    }
  }

  static func remove(_ state: inout EditorState) -> [Effect] {
    switch state.file.selectedField?.kind {
    case .variable(let name):
      state.perform(ClearValue(.variable(name), of: state.file.targetPaths))
    case .property(let property) where property != .name:
      NodeEditing.set(&state, property, to: "")
    case .place: NodeEditing.set(&state, .runIn, to: "")
    case .condition: return NodeConditions.change(&state, .clear)
    case .step(let field):
      FieldEditing.remove(&state, field)
    case .row(let index): TableEditing.remove(&state, index)
    case .rule(let index): RuleEditing.remove(&state, index)
    default: state.say("There is nothing to remove here.")
    }
    return []
  }

  /// Shows the whole XML of the focused node.
  static func viewXML(_ state: inout EditorState) -> [Effect] {
    let node = state.pane == .details ? state.file.subject : state.file.focus
    state.open(
      ViewerLayer(
        title: "XML of “\(node.name)”",
        lines: XMLLines.lines(of: node.shownXML(.max, state.file.secrecy), limit: 100_000)))
    return []
  }
}
