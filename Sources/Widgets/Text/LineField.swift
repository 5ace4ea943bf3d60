package import Screen

/// Draws a text of one line as a field: scrolled so that the cursor is inside.
package struct LineField {
  let text: TextModel
  /// Whether `•` stands for every character.
  let isSecret: Bool

  /// A field for a text of one line.
  package init(_ text: TextModel, isSecret: Bool = false) {
    self.text = text
    self.isSecret = isSecret
  }

  /// Draws the field into a row of the buffer and answers where the cursor stands.
  @discardableResult
  package func draw(into buffer: inout Buffer, _ area: Rect, _ style: Style, _ selected: Style)
    -> Point?
  {
    guard area.size.width > 0 else { return nil }
    buffer.fill(area, style)
    let glyphs = isSecret ? text.characters.map { _ in Character("•") } : text.characters
    let widths = glyphs.map { displayWidth(of: String($0)) }
    let before = widths[..<text.cursor].reduce(0, +)
    // The cursor needs a column of its own behind the last character.
    let skipped = max(0, before - area.size.width + 1)
    var x = area.origin.x - skipped
    for (index, glyph) in glyphs.enumerated() {
      let isInside = x >= area.origin.x && x + widths[index] <= area.columns.upperBound
      if isInside {
        let isSelected = text.selection?.contains(index) == true
        buffer.write(
          String(glyph), at: Point(x: x, y: area.origin.y), isSelected ? selected : style)
      }
      x += widths[index]
      if x >= area.columns.upperBound { break }
    }
    return Point(x: area.origin.x + before - skipped, y: area.origin.y)
  }
}
