import Appearance
import Checks
import Screen
import TaskSequence
import Widgets
import XMLTree

/// Draws the tree: a gutter of marks, numbers and signs, then the nodes, indented.
struct TreeView {
  let state: EditorState
  let theme: Theme

  /// How wide the numbers are.
  private static func numberWidth(_ state: EditorState) -> Int {
    max(2, state.file.outline.nodeCount.width(state.numbering))
  }

  /// Mark, number, what changed, three signs, blank.
  private static func gutterWidth(_ state: EditorState) -> Int {
    1 + numberWidth(state) + 1 + 3 + 1
  }

  /// Where the fold mark of a row stands; what is directly in the sequence is not indented.
  static func foldColumn(of row: OutlineRow, _ state: EditorState) -> Int {
    gutterWidth(state) + max(0, row.depth - 1) * 2
  }

  /// Where the name of a row begins: that of the sequence at the edge, as a heading of all.
  private static func nameColumn(of row: OutlineRow, _ state: EditorState) -> Int {
    row.depth == 0 ? 1 : foldColumn(of: row, state) + 2
  }

  func draw(into buffer: inout Buffer, _ area: Rect) -> Point? {
    let outline = state.file.outline
    var cursor: Point?
    for (line, row) in outline.shownRows(area.size.height).enumerated() {
      let hasFocus = outline.top + line == outline.focusIndex
      let place = Rect(x: area.origin.x, y: area.origin.y + line, width: area.size.width, height: 1)
      let point = draw(row, into: &buffer, place, hasFocus: hasFocus)
      if hasFocus { cursor = point }
    }
    return cursor
  }

  private func draw(
    _ shown: ShownRow, into buffer: inout Buffer, _ area: Rect, hasFocus: Bool
  ) -> Point? {
    let (row, words) = (shown.row, shown.words)
    let origin = area.origin
    let end = area.columns.upperBound
    if row.depth > 0 {
      drawGutter(shown, into: &buffer, origin)
      let fold = origin.x + Self.foldColumn(of: row, state)
      buffer.write(sign(of: row, words), at: Point(x: fold, y: origin.y), theme[.treeNumber])
    }
    var x = origin.x + Self.nameColumn(of: row, state)
    var cursor = Point(x: min(x, end - 1), y: origin.y)
    let name = name(of: row, words)
    if hasFocus, let prompt = Prompt.open(at: .name, in: state) {
      highlight(area, in: &buffer)
      let field = Rect(x: x, y: origin.y, width: end - x, height: 1)
      cursor =
        prompt.field.draw(
          into: &buffer, field, theme[.field], theme[.fieldSelection]) ?? cursor
      return cursor
    }
    // Of a condition at least its “if” is there.
    x += buffer.write(
      name, at: Point(x: x, y: origin.y), nameStyle(of: row, words),
      limit: end - 1 - x - (words.condition == nil ? 0 : 4), overflow: .ellipsis)
    let place = Rect(x: cursor.x, y: origin.y, width: x - cursor.x, height: 1)
    markHit(in: row, name, into: &buffer, place)
    drawTail(of: row, words.condition, into: &buffer, area, after: x + 2)
    guard hasFocus else { return cursor }
    // While the keys go elsewhere only the name is marked.
    highlight(state.pane == .tree ? area : place, in: &buffer)
    return cursor
  }

  /// What stands behind a name and gives way to it.
  ///
  /// That is what a closed group holds, at the edge, and the condition. Conditions line up in the
  /// middle; one too long for that follows its name.
  private func drawTail(
    of row: OutlineRow, _ condition: String?, into buffer: inout Buffer, _ area: Rect,
    after start: Int
  ) {
    var end = area.columns.upperBound - 1
    let side = sideText(of: row)
    let sideWidth = displayWidth(of: side)
    if !side.isEmpty, end - sideWidth >= start + (condition == nil ? 0 : 4) {
      end -= sideWidth
      buffer.write(side, at: Point(x: end, y: area.origin.y), theme[.treeCount])
      end -= 2
    }
    guard let condition, end > start else { return }
    let text = end - start < 6 ? "if" : "if \(condition)"
    let stop = area.origin.x + area.size.width / 2
    let x = stop + displayWidth(of: text) <= end ? max(start, stop) : start
    buffer.write(
      text, at: Point(x: x, y: area.origin.y), theme[.treeCondition], limit: end - x,
      overflow: .ellipsis)
  }

  /// Marks what was searched for in a name, and all of the name when it was found elsewhere.
  private func markHit(
    in row: OutlineRow, _ name: String, into buffer: inout Buffer, _ area: Rect
  ) {
    let search = state.file.search
    guard search.contains(row.node.id) else { return }
    var place = area
    if let columns = search.columns(in: name) {
      let (start, end) = (min(columns.lowerBound, area.size.width), columns.upperBound)
      place = Rect(
        x: area.origin.x + start, y: area.origin.y,
        width: min(end, area.size.width) - start, height: 1)
    }
    let hit = theme[.treeHit]
    buffer.restyle(place) { style in
      let attributes = style.attributes.union(hit.attributes).subtracting(.dim)
      style = hit
      style.attributes = attributes
    }
  }

  private static let keptByFocus: Attributes = [.bold, .underline]

  private func highlight(_ area: Rect, in buffer: inout Buffer) {
    let focus = theme[state.pane == .tree ? .focus : .focusInactive]
    buffer.restyle(area) { style in
      let kept = style.attributes.intersection(Self.keptByFocus)
      style = focus
      style.attributes.formUnion(kept)
    }
  }

  // MARK: Pieces

  private func drawGutter(_ shown: ShownRow, into buffer: inout Buffer, _ origin: Point) {
    let (row, words) = (shown.row, shown.words)
    let width = Self.numberWidth(state)
    if state.file.placing?.contains(row.node.id) == true {
      buffer.write("»", at: origin, theme[.treeMark])
    } else if state.file.outline.marks.contains(row.node.id) {
      buffer.write("*", at: origin, theme[.treeMark])
    }
    if let text = row.number(state.numbering)?.text {
      buffer.write(
        text, at: Point(x: origin.x + 1 + width - text.count, y: origin.y), theme[.treeNumber])
    }
    let signs = origin.x + 1 + width + 1
    switch shown.change {
    case .added: buffer.write("+", at: Point(x: signs - 1, y: origin.y), theme[.treeAdded])
    case .changed: buffer.write("│", at: Point(x: signs - 1, y: origin.y), theme[.treeChanged])
    case nil: break
    }
    if state.file.hasProblem(row) {
      buffer.write("!", at: Point(x: signs, y: origin.y), theme[.treeProblem])
    }
    if words.isDisabled {
      buffer.write("–", at: Point(x: signs + 1, y: origin.y), theme[.treeSign])
    }
    if words.continuesOnError {
      buffer.write("~", at: Point(x: signs + 2, y: origin.y), theme[.treeSign])
    }
  }

  /// The fold mark of a group, and for a step what it works on.
  private func sign(of row: OutlineRow, _ words: ShownRow.Words) -> String {
    switch row.node.kind {
    case .sequence: ""
    case .group: row.isFolded ? "▸" : "▾"
    case .step, .childSequence: words.kind?.sign ?? "·"
    }
  }

  private func name(of row: OutlineRow, _ words: ShownRow.Words) -> String {
    if row.node.kind == .sequence { return state.file.document.name ?? "Task sequence" }
    return words.name.isEmpty ? "(no name)" : words.name
  }

  private func nameStyle(of row: OutlineRow, _ words: ShownRow.Words) -> Style {
    if row.isContext { return theme[.dim] }
    if words.isDisabled { return theme[.treeDisabled] }
    if row.isOff { return theme[.treeOff] }
    return theme[row.node.isContainer ? .treeGroup : .treeStep]
  }

  /// What a closed group holds: steps, disabled ones, problems.
  private func sideText(of row: OutlineRow) -> String {
    guard row.isFolded || row.node.kind == .sequence else { return "" }
    let totals = state.file.outline.totals(of: row.node)
    var text = totals.steps == 1 ? "1 step" : "\(totals.steps) steps"
    if totals.disabled > 0 { text += " –\(totals.disabled)" }
    let problems = state.file.problemCount(inside: row.node)
    if problems > 0 { text += " !\(problems)" }
    return text
  }
}
