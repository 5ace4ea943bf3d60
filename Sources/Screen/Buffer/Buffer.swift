/// A frame: what the whole screen, or a part of it, shows.
///
/// Invariants, kept by every way of drawing:
/// - A wide glyph is followed by its continuation, in the same style; no continuation is alone.
///   Overwriting one half leaves a blank in the place of the other.
/// - What lies outside is clipped; no position, length or size is an error.
package struct Buffer: Hashable, Sendable {
  /// What it covers, at most `Buffer.limit` each way.
  package let size: Size
  /// All cells, row after row.
  var cells: [Cell]

  /// The most columns or rows a buffer has.
  package static let limit = 4096

  /// A blank frame.
  package init(size: Size, style: Style = Style()) {
    self.size = Size(width: min(size.width, Self.limit), height: min(size.height, Self.limit))
    cells = Array(repeating: Cell(style: style), count: self.size.width * self.size.height)
  }

  /// All of it.
  package var bounds: Rect { Rect(size: size) }

  /// The cell at `point`; blank outside.
  ///
  /// Setting follows the rules for wide glyphs.
  package subscript(point: Point) -> Cell {
    get { bounds.contains(point) ? cells[index(point)] : Cell() }
    set {
      guard bounds.contains(point) else { return }
      let glyph = newValue.glyph.isContinuation ? .blank : newValue.glyph
      put(point.x + glyph.width > size.width ? .blank : glyph, newValue.style, at: point)
    }
  }

  /// The cells of row `y`, which is inside.
  package func row(_ y: Int) -> ArraySlice<Cell> {
    cells[y * size.width..<(y + 1) * size.width]
  }

  /// Where the cell at `point`, which is inside, is kept.
  func index(_ point: Point) -> Int { point.y * size.width + point.x }

  /// Puts a glyph, no continuation, where it fits.
  mutating func put(_ glyph: Glyph, _ style: Style, at point: Point) {
    let index = index(point)
    let last = glyph.isWide ? index + 1 : index
    detach(before: index)
    detach(after: last)
    cells[index] = Cell(glyph, style: style)
    if last > index { cells[last] = Cell(.continuation, style: style) }
  }

  /// Blanks the left half of a glyph whose right half, at `index`, is about to go.
  mutating func detach(before index: Int) {
    if cells[index].glyph.isContinuation { cells[index - 1].glyph = .blank }
  }

  /// Blanks the right half of a glyph whose left half, at `index`, is about to go.
  mutating func detach(after index: Int) {
    if cells[index].glyph.isWide { cells[index + 1].glyph = .blank }
  }
}
