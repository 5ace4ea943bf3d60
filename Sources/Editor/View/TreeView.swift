import Appearance
import Conditions
import Screen
import TaskSequence
import XMLTree

/// Draws the tree: a gutter of marks, numbers and signs, then the nodes, indented.
struct TreeView {
  let state: EditorState
  let theme: Theme

  /// How wide the numbers of that many steps are.
  private static func numberWidth(_ steps: Int) -> Int { max(2, String(steps).count) }

  /// Mark, number, blank, three signs, blank.
  private static func gutterWidth(_ steps: Int) -> Int { 1 + numberWidth(steps) + 1 + 3 + 1 }

  /// Where the fold mark of a row stands.
  static func foldColumn(of row: OutlineRow, steps: Int) -> Int {
    gutterWidth(steps) + row.depth * 2
  }

  func draw(into buffer: inout Buffer, _ area: Rect) -> Point? {
    let outline = state.file.outline
    var cursor: Point?
    let rows = outline.rows(from: outline.top, count: area.size.height)
    for (line, row) in rows.enumerated() {
      let hasFocus = outline.top + line == outline.focusIndex
      let place = Rect(x: area.origin.x, y: area.origin.y + line, width: area.size.width, height: 1)
      let point = draw(row, into: &buffer, place, hasFocus: hasFocus)
      if hasFocus { cursor = point }
    }
    return cursor
  }

  private func draw(
    _ row: OutlineRow, into buffer: inout Buffer, _ area: Rect, hasFocus: Bool
  ) -> Point? {
    let file = state.file
    let steps = file.outline.stepCount
    let origin = area.origin
    drawGutter(row, into: &buffer, origin, steps)
    var x = origin.x + Self.foldColumn(of: row, steps: steps)
    buffer.write(foldMark(of: row), at: Point(x: x, y: origin.y), theme[.treeNumber])
    x += 2
    let end = area.columns.upperBound
    var cursor = Point(x: min(x, end - 1), y: origin.y)
    let style = nameStyle(of: row)
    if hasFocus {
      buffer.restyle(area) { $0 = theme[state.pane == .tree ? .focus : .focusInactive] }
    }
    if hasFocus, let prompt = state.prompt(at: { $0 == .name }) {
      let field = Rect(x: x, y: origin.y, width: end - x, height: 1)
      cursor =
        LineField(text: prompt.text).draw(
          into: &buffer, field, theme[.field], theme[.fieldSelection]) ?? cursor
      return cursor
    }
    let name = name(of: row)
    let side = sideText(of: row)
    let sideWidth = displayWidth(of: side)
    let room = end - x
    let nameWidth = buffer.write(
      name, at: Point(x: x, y: origin.y), style, limit: room, overflow: .ellipsis)
    x += nameWidth + 2
    if !side.isEmpty, end - sideWidth > x {
      buffer.write(side, at: Point(x: end - sideWidth - 1, y: origin.y), theme[.treeCount])
    }
    let conditionRoom = end - x - (side.isEmpty ? 0 : sideWidth + 2)
    if conditionRoom >= 6, let condition = row.node.condition, !condition.isEmpty {
      buffer.write(
        "if \(condition.text)", at: Point(x: x, y: origin.y), theme[.treeCondition],
        limit: conditionRoom, overflow: .ellipsis)
    }
    if hasFocus { highlight(area, in: &buffer) }
    return cursor
  }

  private func highlight(_ area: Rect, in buffer: inout Buffer) {
    let focus = theme[state.pane == .tree ? .focus : .focusInactive]
    buffer.restyle(area) { style in
      let isBold = style.attributes.contains(.bold)
      style = focus
      if isBold { style.attributes.insert(.bold) }
    }
  }

  // MARK: Pieces

  private func drawGutter(
    _ row: OutlineRow, into buffer: inout Buffer, _ origin: Point, _ steps: Int
  ) {
    let width = Self.numberWidth(steps)
    if state.file.outline.marks.contains(row.node.id) {
      buffer.write("*", at: origin, theme[.treeMark])
    }
    if let number = row.number {
      let text = String(number)
      buffer.write(
        text, at: Point(x: origin.x + 1 + width - text.count, y: origin.y), theme[.treeNumber])
    }
    let signs = origin.x + 1 + width + 1
    if state.hasProblem(row) {
      buffer.write("!", at: Point(x: signs, y: origin.y), theme[.treeProblem])
    }
    if row.node.isDisabled {
      buffer.write("–", at: Point(x: signs + 1, y: origin.y), theme[.treeSign])
    }
    if row.node.continuesOnError {
      buffer.write("~", at: Point(x: signs + 2, y: origin.y), theme[.treeSign])
    }
  }

  private func foldMark(of row: OutlineRow) -> String {
    switch row.node.kind {
    case .sequence: "▾"
    case .group: row.isFolded ? "▸" : "▾"
    case .step: "·"
    case .childSequence: "»"
    }
  }

  private func name(of row: OutlineRow) -> String {
    if row.node.kind == .sequence { return state.file.document.name ?? state.file.title }
    return row.node.name.isEmpty ? "(no name)" : row.node.name
  }

  private func nameStyle(of row: OutlineRow) -> Style {
    if state.file.search.contains(row.node.id) { return theme[.treeHit] }
    if row.isContext { return theme[.dim] }
    if row.node.isDisabled { return theme[.treeDisabled] }
    return theme[row.node.isContainer ? .treeGroup : .treeStep]
  }

  /// What a closed group holds: steps, disabled ones, problems.
  private func sideText(of row: OutlineRow) -> String {
    guard row.isFolded || row.node.kind == .sequence else { return "" }
    let totals = state.file.outline.totals(of: row.node)
    var text = totals.steps == 1 ? "1 step" : "\(totals.steps) steps"
    if totals.disabled > 0 { text += " –\(totals.disabled)" }
    let problems = state.problemCount(inside: row.node)
    if problems > 0 { text += " !\(problems)" }
    return text
  }
}

extension EditorState {
  /// Whether a row shows a problem: its own, or one inside it while it is closed.
  func hasProblem(_ row: OutlineRow) -> Bool {
    row.node.hasFault || file.problemNodes.contains(row.node.id)
      || row.isFolded && problemCount(inside: row.node) > 0
  }

  /// How many problems a container holds.
  func problemCount(inside node: TaskNode) -> Int {
    file.outline.totals(of: node).problems + (file.problemsInside[node.id] ?? 0)
  }
}
