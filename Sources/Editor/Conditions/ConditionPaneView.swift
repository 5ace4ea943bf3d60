import Appearance
import Conditions
import Screen
import TaskSequence

/// Draws a condition as a tree, and below it what it means.
struct ConditionPaneView {
  let state: EditorState
  let pane: ConditionPane
  let theme: Theme

  /// How many lines say what the condition means.
  private static let wordLines = 4

  /// How many rows of the tree are shown at once.
  static func listHeight(in screen: Size) -> Int {
    max(1, frame(in: screen).size.height - 2 - wordLines)
  }

  /// The window: everything between the title and the status line, where prompts and messages are.
  private static func frame(in screen: Size) -> Rect {
    var area = Rect(size: screen)
    _ = area.cut(.top, 1)
    _ = area.cut(.bottom, 2)
    return area.inset(horizontal: screen.width >= 100 ? 6 : 0)
  }

  func draw(into buffer: inout Buffer) -> Point? {
    let frame = Self.frame(in: buffer.size)
    var area = Box(frame: frame, title: title, theme: theme).draw(into: &buffer)
    let words = area.cut(.bottom, Self.wordLines)
    drawWords(into: &buffer, words)
    let rows = state.conditionRows
    var cursor: Point?
    for (line, row) in rows.dropFirst(pane.top).prefix(Self.listHeight(in: buffer.size))
      .enumerated()
    {
      let place = Rect(
        x: area.origin.x, y: area.origin.y + line, width: area.size.width, height: 1)
      draw(row, into: &buffer, place)
      guard pane.top + line == pane.selected else { continue }
      buffer.restyle(place) { $0 = theme[.focus] }
      cursor = Point(x: place.origin.x + 1 + row.depth * 2, y: place.origin.y)
    }
    return cursor
  }

  private var title: String {
    let marked = state.file.outline.marks.count
    return marked > 1
      ? "Condition of \(marked) marked nodes" : "Condition of “\(state.conditionNode?.name ?? "")”"
  }

  private func draw(_ row: ConditionPane.Row, into buffer: inout Buffer, _ area: Rect) {
    let x = area.origin.x + 1 + row.depth * 2
    var style = theme[.dialog]
    switch row.kind {
    case .operand(_, .group): style = theme[.listMatch]
    case .add: style = theme[.listDim]
    case .operand, .stray: break
    }
    buffer.write(
      row.text, at: Point(x: x, y: area.origin.y), style,
      limit: area.columns.upperBound - x - 1, overflow: .ellipsis)
  }

  private func drawWords(into buffer: inout Buffer, _ area: Rect) {
    let condition = state.conditionNode?.condition
    let words =
      condition.map { Operand.meaning(of: $0.operand) } ?? "Runs always: there is no condition."
    let lines = WordWrap.lines(
      of: words, width: area.size.width - 2, limit: area.size.height)
    for (index, line) in lines.enumerated() {
      buffer.write(
        line, at: Point(x: area.origin.x + 1, y: area.origin.y + index), theme[.listDim],
        limit: area.size.width - 2, overflow: .ellipsis)
    }
  }
}
