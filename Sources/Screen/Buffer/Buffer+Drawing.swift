extension Buffer {
  /// Fills a rectangle with one narrow glyph; a wide one becomes a blank.
  package mutating func fill(_ rect: Rect, _ style: Style = Style(), with glyph: Glyph = .blank) {
    let area = rect.intersection(bounds)
    guard !area.isEmpty else { return }
    let cell = Cell(glyph.width == 1 ? glyph : .blank, style: style)
    for y in area.rows {
      let first = index(Point(x: area.origin.x, y: y))
      let end = first + area.size.width
      detach(before: first)
      detach(after: end - 1)
      for index in first..<end { cells[index] = cell }
    }
  }

  /// Changes the style of what is already there.
  ///
  /// A wide glyph has the style of its left half: it changes whole when that is inside.
  package mutating func restyle(_ rect: Rect, _ change: (inout Style) -> Void) {
    let area = rect.intersection(bounds)
    guard !area.isEmpty else { return }
    for y in area.rows {
      let first = index(Point(x: area.origin.x, y: y))
      let end = first + area.size.width
      var index = first
      if cells[index].glyph.isContinuation { index += 1 }
      while index < end {
        change(&cells[index].style)
        if cells[index].glyph.isWide {
          cells[index + 1].style = cells[index].style
          index += 1
        }
        index += 1
      }
    }
  }

  /// Draws a line of `length` columns to the right of `point`.
  package mutating func horizontalLine(
    at point: Point, length: Int, _ style: Style = Style(), glyph: Glyph = "─"
  ) {
    fill(Rect(origin: point, size: Size(width: length, height: 1)), style, with: glyph)
  }

  /// Draws a line of `length` rows downwards from `point`.
  package mutating func verticalLine(
    at point: Point, length: Int, _ style: Style = Style(), glyph: Glyph = "│"
  ) {
    fill(Rect(origin: point, size: Size(width: 1, height: length)), style, with: glyph)
  }
}
