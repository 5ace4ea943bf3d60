import Appearance
import Screen
import Widgets

/// A question of the editor.
typealias QuestionLayer = Question<LayerAction>

extension Question: Layer where Action == LayerAction {
  var context: KeyContext { .question }

  func hints(in state: EditorState) -> [KnownCommand] {
    [.questionAccept, .questionNext, .questionCancel, .questionHelp]
  }

  func draw(into buffer: inout Buffer, _ theme: Theme, _ state: EditorState) -> Point? {
    draw(into: &buffer, theme)
  }

  /// What the answer the bar is on comes to.
  var accepted: LayerAction? { selectedChoice.map(action(of:)) ?? cancelled ?? { _ in [] } }

  var cancelled: LayerAction? { escape?.action }

  func answer(to key: Key) -> LayerAction? { choice(for: key).map(action(of:)) }

  mutating func scroll(by count: Int, in state: EditorState) { move(by: count.signum()) }

  mutating func click(at point: Point, in screen: Size) -> LayerAction? {
    guard let index = answer(at: point, in: screen) else { return nil }
    select(index)
    return { $0.run(.questionAccept) }
  }

  /// What nothing brings back is asked about once more, and not by the same question: leaving leads
  /// back to this one.
  private func action(of choice: Choice) -> LayerAction {
    guard case .loss(let words) = choice.risk else { return choice.action }
    let back = self
    return { state in
      state.open(
        QuestionLayer(
          title: choice.label.capitalizedFirst + "?", lines: [words],
          choices: [
            .init(key: choice.key, label: choice.label, risk: .some, action: choice.action)
          ],
          escape: (
            "go back",
            { state in
              state.open(back)
              return []
            }
          )))
      return []
    }
  }

  /// What can be pressed, in words.
  var about: ViewerLayer {
    let rows = choices.map { choice in
      let words =
        switch choice.risk {
        case .none: ""
        case .some: " – takes something away"
        case .loss(let words): " – \(words) It asks once more."
        }
      return "\(choice.key)      \(choice.label)\(words)"
    }
    let keys = [
      "",
      "Arrows or Tab move the bar, Enter takes the answer it is on; a letter or a click takes its "
        + "answer at once. The bar begins on what takes nothing away.",
    ]
    let leave = "Esc    \(escape?.label ?? "cancel")"
    let all = (lines + [""] + rows + [leave] + keys).flatMap {
      WordWrap.lines(of: $0, width: 56, limit: 5)
    }
    return ViewerLayer(title: title, text: all.joined(separator: "\n"))
  }
}
