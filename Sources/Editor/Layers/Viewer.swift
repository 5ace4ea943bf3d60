import Appearance

/// A text to read, with pieces in different looks.
struct Viewer {
  struct Piece {
    var text: String
    var role: Role
  }

  let title: String
  let lines: [[Piece]]
  /// What Enter does, in a word for the footer.
  var hint = ""
  /// The first line, and the first column, shown.
  var top = 0
  var left = 0
  /// What Enter does, when it does something.
  var accepted: LayerAction?

  init(title: String, lines: [[Piece]], hint: String = "", accepted: LayerAction? = nil) {
    self.title = title
    self.lines = lines
    self.hint = hint
    self.accepted = accepted
  }

  /// A plain text.
  init(title: String, text: String) {
    self.init(
      title: title,
      lines: text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).map {
        [Piece(text: String($0), role: .text)]
      })
  }

  /// Scrolls, staying inside.
  mutating func scroll(by lines: Int, height: Int) {
    top = max(0, min(top + lines, self.lines.count - height))
  }
}
