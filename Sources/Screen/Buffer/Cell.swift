/// One place of the screen: a glyph and its style, two plain words.
package struct Cell: Hashable, Sendable {
  /// What it shows.
  package var glyph: Glyph
  /// How that looks.
  package var style: Style

  /// A cell; an empty one in the terminal's own look by default.
  package init(_ glyph: Glyph = .blank, style: Style = Style()) {
    self.glyph = glyph
    self.style = style
  }
}
