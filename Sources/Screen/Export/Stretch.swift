/// Neighbouring cells of a row that look alike.
struct Stretch {
  /// The columns.
  var columns: Range<Int>
  /// How all of them look.
  let style: Style
  /// What they show.
  var text: String
}

extension Buffer {
  /// Row `y` in stretches of one style; the empty end in the terminal's own look is left out.
  ///
  /// With `separatingWide` a glyph that is not ASCII stands alone, for media that measure letters
  /// their own way.
  func stretches(ofRow y: Int, separatingWide: Bool = false) -> [Stretch] {
    var stretches: [Stretch] = []
    var isAlone = false
    for (x, cell) in row(y).enumerated() where !cell.glyph.isContinuation {
      let columns = x..<x + cell.glyph.width
      let standsAlone = separatingWide && cell.glyph.base > 0x7f
      if let last = stretches.last, last.style == cell.style, !isAlone, !standsAlone {
        stretches[stretches.count - 1].columns = last.columns.lowerBound..<columns.upperBound
        stretches[stretches.count - 1].text += cell.glyph.text
      } else {
        stretches.append(Stretch(columns: columns, style: cell.style, text: cell.glyph.text))
      }
      isAlone = standsAlone
    }
    if let last = stretches.last, last.style == Style() {
      let text = String(last.text.reversed().drop { $0 == " " }.reversed())
      if text.isEmpty { stretches.removeLast() } else { stretches[stretches.count - 1].text = text }
    }
    return stretches
  }
}
