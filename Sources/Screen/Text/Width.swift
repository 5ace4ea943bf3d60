/// The columns `text` takes on the screen; of ambiguous characters one, as terminals do by default.
///
/// Costs a few nanoseconds per ASCII character.
package func displayWidth(of text: String) -> Int {
  var width = 0
  for glyph in Glyphs(text) { width += glyph.width }
  return width
}

extension Unicode.Scalar {
  /// The columns this scalar takes when it stands in a text: 0 for a mark, 1 or 2.
  package var displayWidth: Int {
    switch ScalarClass(self) {
    case .narrow, .hidden: 1
    case .wide: 2
    case .mark: 0
    }
  }
}
