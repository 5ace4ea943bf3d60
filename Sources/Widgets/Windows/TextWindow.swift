package import Appearance
package import Screen

/// A text of many lines being edited in a window.
package struct TextWindow<Action> {
  /// What it is.
  package let title: String
  /// As it is now.
  package var text: TextModel
  /// The end of the name a file of such a text has, such as `.ps1`.
  package let suffix: String
  /// What taking a text over comes to.
  package let accepts: (String) -> Action
  /// As it was.
  private let original: String
  /// The first line shown.
  private var top = 0

  /// A window in which a text is edited, the cursor at its start.
  package init(
    title: String, text: String, suffix: String = ".txt", accepts: @escaping (String) -> Action
  ) {
    self.title = title
    self.text = TextModel(text, isMultiline: true)
    self.suffix = suffix
    self.accepts = accepts
    original = self.text.text
  }

  /// Whether it is not as it was.
  package var isChanged: Bool { text.text != original }

  /// Scrolls so that the cursor is inside.
  package mutating func settle(in screen: Size) {
    let line = text.place(of: text.cursor).line
    top = TextArea.top(top, showing: line, height: WindowFrame.body(in: screen).height)
  }

  /// Draws the lines around the cursor and answers where it stands.
  package func draw(into buffer: inout Buffer, _ theme: Theme) -> Point? {
    let box = Box(frame: WindowFrame.outer(in: buffer.size), title: title, theme: theme)
    let inside = box.draw(into: &buffer)
    let place = text.place(of: text.cursor)
    box.note(" line \(place.line + 1), column \(place.column + 1) ", into: &buffer)
    return TextArea(text).draw(
      into: &buffer, inside, top: top, theme[.dialog], theme[.fieldSelection])
  }
}
