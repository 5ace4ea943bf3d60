package import Appearance
package import Screen

/// Draws a form: rows of labels and values, headings between them, one row under the cursor.
package struct Form {
  let theme: Theme
  /// Where the values begin.
  let column: Int

  /// A form whose labels are these, as far as their values line up.
  ///
  /// Values begin behind the longest label, as far as that leaves them half.
  package init(labels: [String], width: Int, theme: Theme) {
    self.theme = theme
    let longest = labels.reduce(0) { max($0, displayWidth(of: $1)) }
    column = min(longest + 2, max(20, width / 2))
  }

  /// Draws a row and answers where the cursor stands in it; nil in a row that has no value.
  ///
  /// - Parameter edit: The value being typed, in the row under the cursor.
  package func draw(
    _ row: FormRow, into buffer: inout Buffer, _ area: Rect, isSelected: Bool, edit: LineField?
  ) -> Point? {
    var cursor: Point?
    switch row {
    case .blank: break
    case .heading(let text):
      let width = buffer.write(text, at: area.origin, theme[.heading], limit: area.size.width)
      buffer.horizontalLine(
        at: Point(x: area.origin.x + width + 1, y: area.origin.y),
        length: area.size.width - width - 1, theme[.border])
    case .words(let text, let role):
      buffer.write(text, at: area.origin, theme[role], limit: area.size.width, overflow: .ellipsis)
    case .pieces(let pieces): draw(pieces, into: &buffer, area)
    case .field(let field):
      cursor = draw(field, into: &buffer, area, isSelected ? edit : nil)
    }
    if isSelected, edit == nil { buffer.restyle(area) { $0 = theme[.focus] } }
    return cursor
  }

  private func draw(_ pieces: [TextPiece], into buffer: inout Buffer, _ area: Rect) {
    var x = area.origin.x
    for piece in pieces {
      x += buffer.write(
        piece.text, at: Point(x: x, y: area.origin.y), theme[piece.role],
        limit: area.columns.upperBound - x)
    }
  }

  private func draw(
    _ field: FormField, into buffer: inout Buffer, _ area: Rect, _ edit: LineField?
  ) -> Point? {
    let origin = area.origin
    let end = area.columns.upperBound
    // A label that is too long for its column takes the room its value does not need.
    let needed =
      field.value.isEmpty ? min(displayWidth(of: field.note), 8) : displayWidth(of: field.value)
    let wanted = min(displayWidth(of: field.label) + 2, area.size.width - min(needed, 8))
    let label =
      switch field.column {
      case .number: 4
      case .own: wanted
      case .shared: max(column, min(wanted, area.size.width - needed))
      }
    let role: Role = field.isIdle ? .valueDim : field.column == .shared ? .label : .value
    buffer.write(field.label, at: origin, theme[role], limit: label - 1, overflow: .ellipsis)
    let x = origin.x + label
    if let edit {
      return edit.draw(
        into: &buffer, Rect(x: x, y: origin.y, width: end - x, height: 1), theme[.field],
        theme[.fieldSelection])
    }
    let value: Role = field.isFaulty ? .fault : field.isFixed || field.isIdle ? .valueDim : .value
    let width = buffer.write(
      field.value, at: Point(x: x, y: origin.y), theme[value], limit: end - x, overflow: .ellipsis)
    if !field.note.isEmpty {
      let start = x + width + (width == 0 ? 0 : 2)
      buffer.write(
        field.note, at: Point(x: start, y: origin.y),
        theme[field.isFaulty ? .fault : .valueDim], limit: end - start, overflow: .ellipsis)
    }
    return Point(x: min(x, end - 1), y: origin.y)
  }
}
