/// What happens to a text that is longer than its place.
package enum Overflow: Hashable, Sendable {
  /// It ends where the place ends.
  case clip
  /// The last column of the place becomes `…`.
  case ellipsis
}

extension Buffer {
  /// Writes a line of text and returns the columns it took.
  ///
  /// Its place is `limit` columns wide, less where the screen ends. A wide glyph that would only
  /// fit half is left out. `skipping` leaves out columns at the beginning, which scrolls the text
  /// within its place. What the text holds cannot drive the terminal: see `Glyphs`.
  @discardableResult
  package mutating func write(
    _ text: String, at point: Point, _ style: Style = Style(), limit: Int = .max,
    skipping: Int = 0, overflow: Overflow = .clip
  ) -> Int {
    let left = point.x.bounded
    let skipped = max(0, skipping.bounded)
    let place = min(max(0, limit), size.width - left)
    guard place > 0 else { return 0 }
    let plain = text.withPlainText { bytes in
      let isCut = overflow == .ellipsis && bytes.count > skipped + place
      let shown = bytes.dropFirst(skipped).prefix(place - (isCut ? 1 : 0))
      show(shown, style, x: left, y: point.y)
      if isCut { show("…", style, x: left + shown.count, y: point.y) }
      return shown.count + (isCut ? 1 : 0)
    }
    if let plain { return plain }
    let isCut = overflow == .ellipsis && !fits(text, columns: skipped + place)
    let end = left + place - (isCut ? 1 : 0)
    var x = left - skipped
    for glyph in Glyphs(text) {
      let next = x + glyph.width
      if next > end { break }
      if x >= left {
        show(glyph, style, x: x, y: point.y)
      } else if next > left {
        show(.blank, style, x: left, y: point.y)
      }
      x = next
    }
    x = max(x, left)
    if isCut {
      show("…", style, x: x, y: point.y)
      x += 1
    }
    return x - left
  }

  /// Puts printable ASCII.
  private mutating func show(
    _ bytes: Slice<UnsafeBufferPointer<UInt8>>, _ style: Style, x: Int, y: Int
  ) {
    let bytes = bytes.dropFirst(max(0, -x)).prefix(max(0, size.width - max(0, x)))
    guard (0..<size.height).contains(y), !bytes.isEmpty else { return }
    var index = index(Point(x: max(0, x), y: y))
    detach(before: index)
    detach(after: index + bytes.count - 1)
    for byte in bytes {
      cells[index] = Cell(Glyph(base: UInt32(byte)), style: style)
      index += 1
    }
  }

  /// Puts a glyph; a half of it outside takes the other half along.
  private mutating func show(_ glyph: Glyph, _ style: Style, x: Int, y: Int) {
    guard (0..<size.height).contains(y), x < size.width, x + glyph.width > 0 else { return }
    let isWhole = x >= 0 && x + glyph.width <= size.width
    put(isWhole ? glyph : .blank, style, at: Point(x: max(0, x), y: y))
  }

  /// Whether `text` takes at most `columns`; reads no further than needed.
  private func fits(_ text: String, columns: Int) -> Bool {
    var width = 0
    for glyph in Glyphs(text) {
      width += glyph.width
      if width > columns { return false }
    }
    return true
  }
}
