import Appearance
import Screen

/// Draws the details of the focused node.
struct DetailsView {
  let state: EditorState
  let theme: Theme

  init(state: EditorState, theme: Theme) {
    self.state = state
    self.theme = theme
  }

  func draw(into buffer: inout Buffer, _ area: Rect) -> Point? {
    let rows = state.file.details.rows ?? state.detailRows
    let column = Self.valueColumn(rows, area.size.width)
    let details = state.file.details
    var cursor: Point?
    for line in 0..<area.size.height {
      let index = details.top + line
      guard rows.indices.contains(index) else { break }
      let place = Rect(x: area.origin.x, y: area.origin.y + line, width: area.size.width, height: 1)
      let isSelected = index == details.selected && state.pane == .details
      let point = draw(rows[index], into: &buffer, place, column, isSelected)
      if isSelected { cursor = point ?? place.origin }
    }
    return cursor
  }

  /// Where values begin: behind the longest label, as far as that leaves them more than half.
  private static func valueColumn(_ rows: [DetailRow], _ width: Int) -> Int {
    let labels = rows.compactMap(\.field).filter { !$0.isAlone }.map { displayWidth(of: $0.label) }
    return min((labels.max() ?? 0) + 2, max(20, width * 2 / 5))
  }

  private func draw(
    _ row: DetailRow, into buffer: inout Buffer, _ area: Rect, _ column: Int, _ isSelected: Bool
  ) -> Point? {
    var cursor: Point?
    switch row.content {
    case .blank: break
    case .heading(let text):
      let width = buffer.write(text, at: area.origin, theme[.heading], limit: area.size.width)
      buffer.horizontalLine(
        at: Point(x: area.origin.x + width + 1, y: area.origin.y),
        length: area.size.width - width - 1, theme[.border])
    case .words(let text, let role):
      buffer.write(text, at: area.origin, theme[role], limit: area.size.width, overflow: .ellipsis)
    case .xml(let line):
      draw(XMLLines.pieces(of: line), into: &buffer, area)
    case .field(let field):
      cursor = draw(field, into: &buffer, area, column, isSelected)
    }
    if isSelected, state.prompt(at: { $0 == .value }) == nil {
      buffer.restyle(area) { $0 = theme[.focus] }
    }
    return cursor
  }

  private func draw(_ pieces: [Viewer.Piece], into buffer: inout Buffer, _ area: Rect) {
    var x = area.origin.x
    for piece in pieces {
      x += buffer.write(
        piece.text, at: Point(x: x, y: area.origin.y), theme[piece.role],
        limit: area.columns.upperBound - x)
    }
  }

  private func draw(
    _ field: DetailField, into buffer: inout Buffer, _ area: Rect, _ column: Int,
    _ isSelected: Bool
  ) -> Point? {
    let origin = area.origin
    let end = area.columns.upperBound
    let shown = shown(field)
    let isIdle = field.idleness != nil
    let note = field.idleness ?? field.fault ?? field.note
    // A label that is too long for its column takes the room its value does not need.
    let needed = shown.isEmpty ? min(displayWidth(of: note), 8) : displayWidth(of: shown)
    let wanted = min(displayWidth(of: field.label) + 2, area.size.width - min(needed, 8))
    let room = max(column, min(wanted, area.size.width - needed))
    let label = field.isNumbered ? 4 : field.isAlone ? wanted : room
    let role: Role = isIdle ? .valueDim : field.isAlone ? .value : .label
    buffer.write(field.label, at: origin, theme[role], limit: label - 1, overflow: .ellipsis)
    let x = origin.x + label
    if isSelected, let prompt = state.prompt(at: { $0 == .value }) {
      return LineField(text: prompt.text, isSecret: prompt.isSecret).draw(
        into: &buffer, Rect(x: x, y: origin.y, width: end - x, height: 1), theme[.field],
        theme[.fieldSelection])
    }
    var style = theme[.value]
    if case .fixed = field.kind { style = theme[.valueDim] }
    if isIdle { style = theme[.valueDim] }
    if field.fault != nil { style = theme[.fault] }
    let width = buffer.write(
      shown, at: Point(x: x, y: origin.y), style, limit: end - x, overflow: .ellipsis)
    if !note.isEmpty {
      let start = x + width + (width == 0 ? 0 : 2)
      buffer.write(
        note, at: Point(x: start, y: origin.y), theme[field.fault == nil ? .valueDim : .fault],
        limit: end - start, overflow: .ellipsis)
    }
    return Point(x: min(x, end - 1), y: origin.y)
  }

  /// A value in one line: secrets hidden, long texts by their first line.
  private func shown(_ field: DetailField) -> String {
    if let shown = field.shown { return shown }
    guard field.isLong else { return field.value }
    let lines = field.value.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    let first = lines.first { !$0.isEmpty } ?? ""
    return "\(first) … (\(lines.count) lines)"
  }
}
