package import Appearance
package import Screen

/// A text to read in a window, with pieces in different looks.
package struct Viewer<Action> {
  /// What it is.
  package let title: String
  /// All of it.
  package let lines: [[TextPiece]]
  /// What Enter does, in a word for the footer.
  package let hint: String
  /// What Enter comes to, when it does something.
  package let accepted: Action?
  /// The first line, and the first column, shown.
  private var top = 0
  private var left = 0

  /// A text in pieces.
  package init(title: String, lines: [[TextPiece]], hint: String = "", accepted: Action? = nil) {
    self.title = title
    self.lines = lines
    self.hint = hint
    self.accepted = accepted
  }

  /// A plain text.
  package init(title: String, text: String) {
    self.init(
      title: title,
      lines: text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).map {
        [TextPiece(text: String($0), role: .text)]
      })
  }

  /// How many lines a page goes on.
  package func page(in screen: Size) -> Int { max(1, WindowFrame.body(in: screen).height - 1) }

  /// Whether there is more of it than a window shows.
  package func isLong(in screen: Size) -> Bool {
    lines.count > WindowFrame.body(in: screen).height
  }

  /// Scrolls, staying inside.
  package mutating func scroll(by count: Int, in screen: Size) {
    top = max(0, min(top + count, lines.count - WindowFrame.body(in: screen).height))
  }

  /// Scrolls sideways, as far as one likes to the right.
  package mutating func scrollSideways(by count: Int) { left = max(0, left + count) }

  /// Draws what is shown of it and answers where that begins.
  package func draw(into buffer: inout Buffer, _ theme: Theme) -> Point? {
    let box = Box(frame: WindowFrame.outer(in: buffer.size), title: title, theme: theme)
    let inside = box.draw(into: &buffer)
    for line in 0..<inside.size.height {
      let index = top + line
      guard lines.indices.contains(index) else { break }
      var x = 0
      for piece in lines[index] {
        let width = displayWidth(of: piece.text)
        let start = max(0, x - left)
        buffer.write(
          piece.text, at: Point(x: inside.origin.x + start, y: inside.origin.y + line),
          theme.inDialog(piece.role), limit: inside.size.width - start,
          skipping: max(0, left - x))
        x += width
      }
    }
    let last = min(top + inside.size.height, lines.count)
    box.note(" \(last)/\(lines.count) ", into: &buffer)
    return inside.origin
  }
}
