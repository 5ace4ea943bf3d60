import Screen
import TaskSequence

extension EditorState {
  /// A click puts the cursor there, a second one edits, the wheel moves the cursor.
  mutating func use(_ mouse: Mouse) -> [Effect] {
    switch mouse.action {
    case .wheelUp: return wheel(-3)
    case .wheelDown: return wheel(3)
    case .press(.left): return click(mouse.point)
    default: return []
    }
  }

  private mutating func wheel(_ count: Int) -> [Effect] {
    guard var layer = top else {
      moveCursor(by: count)
      return []
    }
    let text = layer.typed
    layer.scroll(by: count, in: self)
    // What is offered goes on from where the cursor was.
    if layer.typed != text { completion = nil }
    top = layer
    return []
  }

  private mutating func click(_ point: Point) -> [Effect] {
    message = nil
    if var layer = top {
      let action = layer.click(at: point, in: size)
      top = layer
      return action?(&self) ?? []
    }
    let layout = Layout(size, pane)
    if let area = layout.tree, area.contains(point) {
      return clickTree(file.outline.top + point.y - area.origin.y, at: point.x - area.origin.x)
    }
    if let area = layout.details, area.contains(point) {
      let row = file.details.top + point.y - area.origin.y
      let isAgain = pane == .details && row == file.details.selected
      pane = .details
      guard detailRows.indices.contains(row), detailRows[row].isSelectable else { return [] }
      file.details.selected = row
      return isAgain ? editSelectedField() : []
    }
    return []
  }

  private mutating func clickTree(_ index: Int, at x: Int) -> [Effect] {
    guard let row = file.outline.row(at: index) else { return [] }
    let isAgain = pane == .tree && index == file.outline.focusIndex
    pane = .tree
    file.outline.moveFocus(to: index)
    let fold = TreeView.foldColumn(of: row, steps: file.outline.stepCount)
    if row.node.kind == .group, x >= fold - 1, x <= fold + 1 {
      file.outline.setFolded(row.node.id, !row.isFolded, file.document)
      return []
    }
    return isAgain ? run(.paneEdit) : []
  }
}
