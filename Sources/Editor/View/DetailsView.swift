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
    let rows = state.detailRows
    let details = state.file.details
    var cursor: Point?
    for line in 0..<area.size.height {
      let index = details.top + line
      guard rows.indices.contains(index) else { break }
      let place = Rect(x: area.origin.x, y: area.origin.y + line, width: area.size.width, height: 1)
      let isSelected = index == details.selected && state.pane == .details
      let point = draw(rows[index], into: &buffer, place, isSelected)
      if isSelected { cursor = point ?? place.origin }
    }
    return cursor
  }

  private func draw(
    _ row: DetailRow, into buffer: inout Buffer, _ area: Rect, _ isSelected: Bool
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
    case .xml(let pieces):
      draw(pieces, into: &buffer, area)
    case .field(let field):
      cursor = draw(field, into: &buffer, area, isSelected)
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
    _ field: DetailField, into buffer: inout Buffer, _ area: Rect, _ isSelected: Bool
  ) -> Point? {
    let origin = area.origin
    let end = area.columns.upperBound
    var label = min(32, max(20, area.size.width * 2 / 5))
    if field.isNumbered { label = 4 }
    let isIdle = field.idleness != nil
    buffer.write(
      field.label, at: origin, theme[isIdle ? .valueDim : .label], limit: label - 1,
      overflow: .ellipsis)
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
      shown(field), at: Point(x: x, y: origin.y), style, limit: end - x, overflow: .ellipsis)
    let note = field.idleness ?? field.fault ?? field.note
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
