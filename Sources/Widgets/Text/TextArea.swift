package import Screen

/// Draws a text of many lines, scrolled both ways so that the cursor is inside.
package struct TextArea {
  let text: TextModel

  /// An area for a text.
  package init(_ text: TextModel) { self.text = text }

  /// Draws the lines around the cursor and answers where it stands.
  ///
  /// `top` is the first line shown before; it changes only as far as the cursor needs.
  package func draw(
    into buffer: inout Buffer, _ area: Rect, top: Int, _ style: Style, _ selected: Style
  ) -> Point? {
    guard area.size.width > 0, area.size.height > 0 else { return nil }
    buffer.fill(area, style)
    let place = text.place(of: text.cursor)
    let first = Self.top(top, showing: place.line, height: area.size.height)
    let lineStart = text.cursor - place.column
    let before = Self.width(text.characters[lineStart..<text.cursor])
    let skipped = max(0, before - area.size.width + 1)
    var offset = text.offset(line: first, column: 0)
    for row in 0..<area.size.height {
      let end = text.characters[offset...].firstIndex(of: "\n") ?? text.characters.count
      drawLine(
        into: &buffer, offset..<end, Point(x: area.origin.x, y: area.origin.y + row),
        area.columns, skipped, style, selected)
      guard end < text.characters.count else { break }
      offset = end + 1
    }
    return Point(
      x: area.origin.x + before - skipped, y: area.origin.y + place.line - first)
  }

  /// The first line to show so that `line` is inside.
  package static func top(_ top: Int, showing line: Int, height: Int) -> Int {
    min(max(top, line - height + 1), line)
  }

  private func drawLine(
    into buffer: inout Buffer, _ range: Range<Int>, _ start: Point, _ columns: Range<Int>,
    _ skipped: Int, _ style: Style, _ selected: Style
  ) {
    var x = start.x - skipped
    for index in range {
      let glyph = String(text.characters[index])
      let width = displayWidth(of: glyph)
      if x >= columns.lowerBound, x + width <= columns.upperBound {
        let isSelected = text.selection?.contains(index) == true
        buffer.write(glyph, at: Point(x: x, y: start.y), isSelected ? selected : style)
      }
      x += width
      if x >= columns.upperBound { break }
    }
  }

  private static func width(_ characters: ArraySlice<Character>) -> Int {
    characters.reduce(0) { $0 + displayWidth(of: String($1)) }
  }
}
