import Appearance
import Screen
import Widgets

/// A question of the editor.
typealias QuestionLayer = Question<LayerAction>

extension Question: Layer where Action == LayerAction {
  var context: KeyContext { .viewer }

  func hints(in state: EditorState) -> [KnownCommand] { [] }

  func draw(into buffer: inout Buffer, _ theme: Theme, _ state: EditorState) -> Point? {
    draw(into: &buffer, theme)
  }

  var cancelled: LayerAction? { escape?.action }

  func answer(to key: Key) -> LayerAction? { action(for: key) }
}
