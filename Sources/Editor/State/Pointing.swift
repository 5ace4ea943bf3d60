import Screen
import TaskSequence

/// What a mouse does.
enum Pointing {
  /// A click puts the cursor there, a second one edits, the wheel moves the cursor.
  static func use(_ state: inout EditorState, _ mouse: Mouse) -> [Effect] {
    switch mouse.action {
    case .wheelUp: return wheel(&state, -3)
    case .wheelDown: return wheel(&state, 3)
    case .press(.left): return click(&state, mouse.point)
    case .press(.right) where state.file.placing == nil: return offer(&state, mouse.point)
    default: return []
    }
  }

  private static func wheel(_ state: inout EditorState, _ count: Int) -> [Effect] {
    guard var layer = state.top else {
      Cursor.move(&state, by: count)
      return []
    }
    let text = layer.typed
    layer.scroll(by: count, in: state)
    // What is offered goes on from where the cursor was.
    if layer.typed != text { state.completion = nil }
    state.top = layer
    return []
  }

  private static func click(_ state: inout EditorState, _ point: Point) -> [Effect] {
    state.message = nil
    let footer = Layout(state.size, state.pane).footer
    if footer.contains(point) {
      let hint = Footer.hint(at: point.x - footer.origin.x - 1, state, footer.size.width - 2)
      return hint.map { state.run($0.command) } ?? []
    }
    if var layer = state.top {
      state.completion = nil
      let action = layer.click(at: point, in: state.size)
      state.top = layer
      return action?(&state) ?? []
    }
    let layout = Layout(state.size, state.pane)
    if let area = layout.tree, area.contains(point) {
      return clickTree(
        &state, state.file.outline.top + point.y - area.origin.y, at: point.x - area.origin.x)
    }
    if let area = layout.details, area.contains(point), state.file.placing == nil {
      let row = state.file.details.top + point.y - area.origin.y
      let isAgain = state.pane == .details && row == state.file.details.selected
      state.pane = .details
      guard state.file.detailRows.indices.contains(row), state.file.detailRows[row].isSelectable
      else { return [] }
      state.file.details.selected = row
      return isAgain ? DetailEditing.edit(&state) : []
    }
    return []
  }

  /// Puts the cursor on a row of the tree and lists what can be done with it.
  private static func offer(_ state: inout EditorState, _ point: Point) -> [Effect] {
    guard state.layers.isEmpty, let area = Layout(state.size, state.pane).tree,
      area.contains(point)
    else { return [] }
    let index = state.file.outline.top + point.y - area.origin.y
    guard state.file.outline.row(at: index) != nil else { return [] }
    state.pane = .tree
    state.file.outline.moveFocus(to: index)
    return CommandPalette.offer(&state)
  }

  private static func clickTree(_ state: inout EditorState, _ index: Int, at x: Int) -> [Effect] {
    guard let row = state.file.outline.row(at: index) else { return [] }
    let isAgain = state.pane == .tree && index == state.file.outline.focusIndex
    state.pane = .tree
    state.isWalking = true
    state.file.outline.moveFocus(to: index)
    let fold = TreeView.foldColumn(of: row, state)
    if row.node.kind == .group, x >= fold - 1, x <= fold + 1 {
      state.file.outline.setFolded(row.node.id, !row.isFolded, state.file.document)
      return []
    }
    guard isAgain else { return [] }
    return state.run(state.file.placing == nil ? .paneEdit : .placeAfter)
  }
}
