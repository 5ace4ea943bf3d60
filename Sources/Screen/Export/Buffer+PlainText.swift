extension Buffer {
  /// The rows as text, each ended by a line feed; blanks at the end of a row are left out.
  package var plainText: String {
    var text = ""
    for y in 0..<size.height {
      var blanks = 0
      for cell in row(y) where !cell.glyph.isContinuation {
        if cell.glyph == .blank {
          blanks += 1
        } else {
          text += String(repeating: " ", count: blanks) + cell.glyph.text
          blanks = 0
        }
      }
      text += "\n"
    }
    return text
  }
}
