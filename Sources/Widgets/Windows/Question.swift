package import Appearance
package import Screen

/// A sentence with a few answers, each one key.
package struct Question<Action> {
  /// An answer: its key, what it means, and what it comes to.
  package struct Choice {
    /// What is pressed.
    package let key: Character
    /// What it means, in a few words.
    package let label: String
    /// What it comes to.
    package let action: Action

    /// An answer to a question.
    package init(key: Character, label: String, action: Action) {
      self.key = key
      self.label = label
      self.action = action
    }
  }

  /// What is asked.
  package let title: String
  /// What should be known before.
  package let lines: [String]
  /// The answers, in their order.
  package let choices: [Choice]
  /// What leaving it without an answer does, where that is more than to close it.
  package let escape: (label: String, action: Action)?

  /// A question with its answers.
  package init(
    title: String, lines: [String], choices: [Choice],
    escape: (label: String, action: Action)? = nil
  ) {
    self.title = title
    self.lines = lines
    self.choices = choices
    self.escape = escape
  }

  /// What a key answers; nil when it is no answer.
  package func action(for key: Key) -> Action? {
    guard let typed = key.typed.map(Character.init) else { return nil }
    return choices.first { $0.key == typed }?.action
  }

  /// Draws it in the middle of the screen and answers where its first answer is.
  package func draw(into buffer: inout Buffer, _ theme: Theme) -> Point? {
    let answers =
      choices.map { (String($0.key), $0.label) } + [("Esc", escape?.label ?? "cancel")]
    let labels = answers.map { "Esc  \($0.1)" }
    let lines = lines.flatMap {
      WordWrap.lines(of: $0, width: buffer.size.width - 8, limit: 3)
    }
    let widest = (lines + labels + [title]).map(displayWidth(of:)).max() ?? 0
    let height = lines.count + answers.count + (lines.isEmpty ? 2 : 3)
    let size = Size(width: min(buffer.size.width - 4, widest + 8), height: height)
    let frame = Box.centred(size, in: buffer.size)
    let inside = Box(frame: frame, title: title, theme: theme).draw(into: &buffer)
    var y = inside.origin.y
    for line in lines {
      buffer.write(
        line, at: Point(x: inside.origin.x + 1, y: y), theme[.dialog],
        limit: inside.size.width - 2, overflow: .ellipsis)
      y += 1
    }
    if !lines.isEmpty { y += 1 }
    let first = Point(x: inside.origin.x + 1, y: y)
    for (key, label) in answers {
      buffer.write(key, at: Point(x: inside.origin.x + 1, y: y), theme[.listMatch])
      buffer.write(label, at: Point(x: inside.origin.x + 6, y: y), theme[.dialog])
      y += 1
    }
    return first
  }
}
