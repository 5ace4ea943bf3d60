import Appearance
import Checks
import Conditions
import DryRun
import Screen
import StepCatalog
import TaskSequence
import Widgets

/// Draws a condition as a tree, and below it what it means.
struct ConditionPaneView {
  let state: EditorState
  let pane: ConditionPane
  let theme: Theme
  private let findings: [Finding]

  init(state: EditorState, pane: ConditionPane, theme: Theme) {
    self.state = state
    self.pane = pane
    self.theme = theme
    findings =
      state.conditionVocabulary?.check.findings(
        in: pane.node(in: state.file)?.condition?.operand, of: state.file.outline.focus) ?? []
  }

  /// How many lines say what the condition means.
  private static let wordLines = 4

  /// How many rows of the tree are shown at once.
  static func listHeight(in screen: Size) -> Int {
    max(1, WindowFrame.outer(in: screen).size.height - 2 - wordLines)
  }

  func draw(into buffer: inout Buffer) -> Point? {
    let frame = WindowFrame.outer(in: buffer.size)
    var area = Box(frame: frame, title: title, theme: theme).draw(into: &buffer)
    let words = area.cut(.bottom, Self.wordLines)
    drawWords(into: &buffer, words)
    let rows = pane.rows(in: state.file)
    var cursor: Point?
    for (line, row) in rows.dropFirst(pane.top).prefix(Self.listHeight(in: buffer.size))
      .enumerated()
    {
      let place = Rect(
        x: area.origin.x, y: area.origin.y + line, width: area.size.width, height: 1)
      draw(row, into: &buffer, place)
      guard pane.top + line == pane.selected else { continue }
      buffer.restyle(place) { $0 = theme[.focus] }
      cursor = Point(x: place.origin.x + 2 + row.depth * 2, y: place.origin.y)
    }
    return cursor
  }

  private var title: String {
    let marks = state.file.outline.marks
    return marks.count > 1 && marks.contains(pane.node)
      ? "Condition of \(marks.count) marked nodes"
      : "Condition of “\(pane.node(in: state.file)?.name ?? "")”"
  }

  private func draw(_ row: ConditionPane.Row, into buffer: inout Buffer, _ area: Rect) {
    let x = area.origin.x + 2 + row.depth * 2
    var style = theme[.dialog]
    switch row.kind {
    case .operand(_, .group): style = theme[.listMatch]
    case .group, .inherited, .add: style = theme[.listDim]
    case .operand, .stray: break
    }
    let outcome = outcome(of: row)
    if findings.contains(where: { $0.operand == row.place }) {
      buffer.write("!", at: area.origin, theme[.fault])
    }
    buffer.write(
      outcome, at: Point(x: area.columns.upperBound - outcome.count - 1, y: area.origin.y), style)
    buffer.write(
      row.text(state.file.secrecy), at: Point(x: x, y: area.origin.y), style,
      limit: area.columns.upperBound - x - outcome.count - 2, overflow: .ellipsis)
  }

  /// What an operand comes to with the values given; empty while there are none.
  private func outcome(of row: ConditionPane.Row) -> String {
    guard !state.file.facts.isEmpty, let operand = row.operand else { return "" }
    return operand.truth(knowing: state.file.facts).rawValue
  }

  /// What is wrong where the cursor is, else how much is wrong; then what the condition means.
  private func drawWords(into buffer: inout Buffer, _ area: Rect) {
    var area = area.inset(horizontal: 1)
    let here = findings.filter { $0.operand == pane.row(in: state.file)?.place }.map(\.message).map
    { message in
      pane.node(in: state.file)?.coverOwn(message, state.file.secrecy) ?? message
    }
    let others = findings.count
    var doubt = here.map(\.asSentence).joined(separator: " ")
    if doubt.isEmpty, others > 0 {
      doubt = others == 1 ? "One row may be wrong." : "\(others) rows may be wrong."
    }
    let words = [meaning, verdict].compactMap(\.self).joined(separator: " ")
    write(words, theme[.listDim], into: &buffer, &area, limit: doubt.isEmpty ? 4 : 2)
    if !doubt.isEmpty {
      write("! " + doubt, theme.inDialog(.fault), into: &buffer, &area, limit: 2)
    }
  }

  /// What the condition itself means.
  private var meaning: String {
    guard let condition = pane.node(in: state.file)?.condition else {
      let reach = Reach(pane.node, in: state.file.document)
      return reach?.links.isEmpty ?? true
        ? "Runs always: there is no condition."
        : "It has no condition of its own; what stands above it decides."
    }
    return Operand.meaning(of: condition.operand?.covered(where: state.file.secrecy.isSecret))
  }

  /// Whether the node runs with the values given, and what is above it.
  private var verdict: String? {
    let facts = state.file.facts
    let reach = Reach(pane.node, in: state.file.document, knowing: facts)
    guard let reach, !facts.isEmpty || reach.obstacle != nil else { return nil }
    return reach.sentence(where: state.file.secrecy.isSecret)
  }

  private func write(
    _ text: String, _ style: Style, into buffer: inout Buffer, _ area: inout Rect, limit: Int
  ) {
    for line in WordWrap.lines(of: text, width: area.size.width, limit: limit) {
      let place = area.cut(.top, 1)
      buffer.write(
        line, at: place.origin, style, limit: place.size.width, overflow: .ellipsis)
    }
  }
}
