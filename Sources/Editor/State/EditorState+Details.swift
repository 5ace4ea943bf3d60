import Appearance
import Conditions
import Operations
import Screen
import StepCatalog
import TaskSequence
import Widgets
import XMLTree

/// The cursor in the details, and what Enter and Del do there.
extension EditorState {
  /// The lines of the details now.
  var detailRows: [DetailRow] { DetailRows(of: file).rows }

  mutating func moveSelectedField(by count: Int) {
    let rows = detailRows
    let stops = rows.indices.filter { rows[$0].isSelectable }
    guard !stops.isEmpty else { return }
    let here = stops.lastIndex { $0 <= file.details.selected } ?? 0
    file.details.selected = stops[max(0, min(here + count, stops.count - 1))]
  }

  mutating func settleDetails(_ layout: Layout) {
    isBehind = isHurried && context == .tree && layout.details != nil && file.details.rows != nil
    if isBehind { return }
    file.details.rows = nil
    guard let area = layout.details else { return }
    let rows = detailRows
    file.details.rows = rows
    let stops = rows.indices.filter { rows[$0].isSelectable }
    if !stops.contains(file.details.selected) {
      file.details.selected = stops.first { $0 >= file.details.selected } ?? stops.last ?? 0
    }
    file.details.top = Self.scroll(
      file.details.top, to: file.details.selected, of: rows.count, height: area.size.height)
  }

  /// The field under the cursor.
  var selectedField: DetailField? {
    let rows = detailRows
    return rows.indices.contains(file.details.selected) ? rows[file.details.selected].field : nil
  }

  mutating func editSelectedField() -> [Effect] {
    guard let field = selectedField else { return viewXML() }
    if case .fixed(let reason) = field.kind {
      say(reason)
      return []
    }
    guard !file.isReadOnly else {
      say("“\(file.title)” is open for reading only.", .warning)
      return []
    }
    switch field.kind {
    case .fixed: return []
    case .toggle(let property):
      toggle(property)
      return []
    case .place: return choosePlace()
    case .newVariable: return askForVariable()
    case .condition: return openConditionPane()
    case .step(let known): return edit(known, field)
    case .row(let index):
      editRow(index)
      return []
    case .newRow: return addRow()
    case .rule(let index):
      editRule(index)
      return []
    case .newRule:
      addRule()
      return []
    case .property(let property):
      editValue(field, fault: property.remark) { state, text in
        state.set(property, to: text)
      }
      return []
    case .variable(let name):
      editValue(field) { state, text in state.setVariable(name, to: text) }
      return []
    case .action where field.shown != nil:
      say(Self.hiddenInAction, .warning)
      return []
    case .action where !field.value.isEmpty: return editCommandLine()
    case .action:
      editValue(field) { state, text in
        state.perform(SetValue(.command, to: text, of: state.file.targetPaths))
      }
      return []
    }
  }

  /// Edits a value where it stands when it is one line, else in a window.
  mutating func editValue(
    _ field: DetailField, _ value: String? = nil,
    fault: @escaping (String) -> String? = { _ in nil },
    _ accepted: @escaping (inout EditorState, String) -> Void
  ) {
    let value = value ?? field.value
    guard value.contains(where: \.isNewline), !field.isSecret else {
      return editInPlace(field, value, fault, accepted)
    }
    editText(field.label, value) { state, text in
      accepted(&state, text)
      return []
    }
  }

  private mutating func editInPlace(
    _ field: DetailField, _ original: String, _ fault: @escaping (String) -> String?,
    _ accepted: @escaping (inout EditorState, String) -> Void
  ) {
    let start = TextModel(original)
    open(
      Prompt(
        place: .value, text: start, isSecret: field.isSecret,
        fault: fault, completion: field.completes,
        accepts: { state, text in
          if text != start.text || state.file.outline.marks.count > 1 { accepted(&state, text) }
          return []
        }))
  }

  mutating func removeSelectedField() -> [Effect] {
    switch selectedField?.kind {
    case .variable(let name):
      perform(ClearValue(.variable(name), of: file.targetPaths))
    case .property(let property) where property != .name:
      set(property, to: "")
    case .place: set(.runIn, to: "")
    case .condition: return changeConditions(.clear)
    case .step(let field):
      removeField(field)
    case .row(let index): removeRow(index)
    case .rule(let index): removeRule(index)
    default: say("There is nothing to remove here.")
    }
    return []
  }

  /// Shows the whole XML of the focused node.
  mutating func viewXML() -> [Effect] {
    let node = file.focus
    open(
      ViewerLayer(
        title: "XML of “\(node.name)”",
        lines: XMLLines.lines(of: node.shownXML(), limit: 100_000)))
    return []
  }
}
