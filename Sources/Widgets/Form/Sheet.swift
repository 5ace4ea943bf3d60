package import Appearance
package import Screen

/// A form with fixed fields in a window: a row for each, and a button below them.
package struct Sheet {
  /// A field as it is shown.
  package struct Row {
    /// What the value is called.
    package let label: String
    /// The value in one line.
    package let value: String
    /// What the value means, or what is wrong with it.
    package let note: String
    /// Whether something is wrong with the value.
    package let isFaulty: Bool
    /// Whether the value does not count now.
    package let isIdle: Bool

    /// A field of a form.
    package init(
      label: String, value: String, note: String = "", isFaulty: Bool = false, isIdle: Bool = false
    ) {
      self.label = label
      self.value = value
      self.note = note
      self.isFaulty = isFaulty
      self.isIdle = isIdle
    }
  }

  let title: String
  let rows: [Row]
  let button: String
  /// The row of the cursor; behind the last is the button.
  let selected: Int

  /// A form as it is now.
  package init(title: String, rows: [Row], button: String, selected: Int) {
    self.title = title
    self.rows = rows
    self.button = "[ \(button) ]"
    self.selected = selected
  }

  /// Where the values begin, behind the longest label.
  private var column: Int { 2 + rows.reduce(0) { max($0, displayWidth(of: $1.label)) } + 2 }

  private func frame(in screen: Size) -> Rect {
    let widest = rows.reduce(displayWidth(of: title) + 4) { width, row in
      max(width, column + displayWidth(of: row.value) + displayWidth(of: row.note) + 6)
    }
    let width = min(max(widest, 56), screen.width, 100)
    let height = min(rows.count + 4, screen.height - 3)
    return Box.centred(Size(width: width, height: max(5, height)), in: screen)
  }

  /// The first row shown: the one of the cursor is inside, and the button with the last.
  private func top(in room: Int) -> Int { max(0, min(selected, rows.count - 1) - room + 1) }

  /// The row at a point of the screen, the one behind the last for the button; nil when there is none.
  package func row(at point: Point, in screen: Size) -> Int? {
    let inside = frame(in: screen).inset(by: 1)
    guard inside.contains(point) else { return nil }
    if point.y == inside.rows.upperBound - 1 { return rows.count }
    let index = top(in: inside.size.height - 2) + point.y - inside.origin.y
    return point.y < inside.rows.upperBound - 2 && rows.indices.contains(index) ? index : nil
  }

  /// Draws the form and answers where the cursor stands.
  ///
  /// - Parameter edit: The value being typed, in the row of the cursor.
  package func draw(into buffer: inout Buffer, _ theme: Theme, edit: LineField?) -> Point? {
    let box = Box(frame: frame(in: buffer.size), title: title, theme: theme)
    let inside = box.draw(into: &buffer)
    let room = max(1, inside.size.height - 2)
    let top = top(in: room)
    if rows.count > room {
      box.note(" \(min(top + room, rows.count))/\(rows.count) ", into: &buffer)
    }
    var cursor: Point?
    for (line, row) in rows.dropFirst(top).prefix(room).enumerated() {
      let place = Rect(
        x: inside.origin.x, y: inside.origin.y + line, width: inside.size.width, height: 1)
      let isSelected = top + line == selected
      let point = draw(row, into: &buffer, place, theme, isSelected ? edit : nil)
      if isSelected {
        if edit == nil { buffer.restyle(place) { $0 = theme[.focus] } }
        cursor = point
      }
    }
    let place = Rect(
      x: inside.origin.x + 1, y: inside.rows.upperBound - 1, width: displayWidth(of: button),
      height: 1)
    buffer.write(button, at: place.origin, theme[.dialogTitle], limit: inside.size.width - 2)
    guard selected >= rows.count else { return cursor }
    buffer.restyle(place) { $0 = theme[.focus] }
    return Point(x: place.origin.x + 2, y: place.origin.y)
  }

  private func draw(
    _ row: Row, into buffer: inout Buffer, _ area: Rect, _ theme: Theme, _ edit: LineField?
  ) -> Point {
    let (y, end) = (area.origin.y, area.columns.upperBound - 1)
    let start = min(area.origin.x + column, area.origin.x + area.size.width / 2)
    buffer.write(
      row.label, at: Point(x: area.origin.x + 2, y: y), theme[row.isIdle ? .listDim : .dialog],
      limit: start - area.origin.x - 3, overflow: .ellipsis)
    let fault = theme.inDialog(.fault)
    let noteWidth = row.note.isEmpty ? 0 : min(displayWidth(of: row.note) + 2, (end - start) / 2)
    if noteWidth > 0, edit != nil || row.isFaulty {
      buffer.write(
        row.note, at: Point(x: end - noteWidth + 2, y: y), row.isFaulty ? fault : theme[.listDim],
        limit: noteWidth - 2, overflow: .ellipsis)
    }
    if let edit {
      let field = Rect(x: start, y: y, width: end - noteWidth - start, height: 1)
      return edit.draw(into: &buffer, field, theme[.field], theme[.fieldSelection]) ?? area.origin
    }
    let width = buffer.write(
      row.value, at: Point(x: start, y: y), theme[row.isIdle ? .listDim : .listMatch],
      limit: end - start - (row.isFaulty ? noteWidth : 0), overflow: .ellipsis)
    if !row.isFaulty, !row.note.isEmpty {
      let x = start + width + (width == 0 ? 0 : 2)
      buffer.write(
        row.note, at: Point(x: x, y: y), theme[.listDim], limit: end - x, overflow: .ellipsis)
    }
    return Point(x: start, y: y)
  }
}
