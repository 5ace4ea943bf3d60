package import Appearance
package import Screen

/// A short list that pops up where something is typed: what can go on from there, with a note on each.
package struct Suggestions {
  /// What is offered, and what is said of it.
  package let rows: [(name: String, note: String)]
  /// How many characters before the cursor they stand for.
  package let typed: Int
  /// Which is chosen.
  package let selected: Int

  /// A list of names with notes.
  package init(rows: [(name: String, note: String)], typed: Int, selected: Int) {
    self.rows = rows
    self.typed = typed
    self.selected = selected
  }

  /// Draws the list beside the cursor; with `edge`, above that row instead.
  package func draw(
    into buffer: inout Buffer, at cursor: Point, above edge: Int? = nil, _ theme: Theme
  ) {
    let names = rows.map { displayWidth(of: $0.name) }.max() ?? 0
    let widest =
      rows.map { $0.note.isEmpty ? names : names + 2 + displayWidth(of: $0.note) }.max() ?? 0
    let width = min(buffer.size.width - 2, widest + 2, 60)
    let x = max(0, min(cursor.x - typed - 1, buffer.size.width - width))
    let isBelow = edge == nil && cursor.y + rows.count < buffer.size.height - 1
    let top = isBelow ? cursor.y + 1 : (edge ?? cursor.y) - rows.count
    for (index, row) in rows.enumerated() where top + index >= 0 {
      let area = Rect(x: x, y: top + index, width: width, height: 1)
      buffer.fill(area, theme[.dialog])
      buffer.write(
        row.name, at: Point(x: x + 1, y: area.origin.y), theme[.dialog], limit: width - 2,
        overflow: .ellipsis)
      buffer.write(
        row.note, at: Point(x: x + names + 3, y: area.origin.y), theme[.listDim],
        limit: max(0, width - names - 4), overflow: .ellipsis)
      if index == selected { buffer.restyle(area) { $0 = theme[.focus] } }
    }
  }
}
