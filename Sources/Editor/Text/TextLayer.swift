import Appearance
import Screen
import Widgets

/// A text of many lines being edited.
typealias TextLayer = TextWindow<LayerAction>

extension TextWindow: Layer where Action == LayerAction {
  var context: KeyContext { .field }

  func hints(in state: EditorState) -> [KnownCommand] {
    [.fieldAcceptAll, .fieldCancel, .fieldOutside, .fieldUndo]
  }

  func draw(into buffer: inout Buffer, _ theme: Theme, _ state: EditorState) -> Point? {
    draw(into: &buffer, theme)
  }

  /// What was not changed is closed and no more.
  var accepted: LayerAction? { isChanged ? accepts(text.text) : { _ in [] } }

  var typed: TextModel? {
    get { text }
    set { if let newValue { text = newValue } }
  }

  var completes: Completion.Kind { .references }

  mutating func settle(in state: EditorState) { settle(in: state.size) }

  mutating func scroll(by count: Int, in state: EditorState) {
    text.move(count < 0 ? .up(-count) : .down(count))
  }
}
