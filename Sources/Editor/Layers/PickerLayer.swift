import Appearance
import Screen
import Widgets

/// A list of the editor.
typealias PickerLayer = Picker<LayerAction>

extension Picker: Layer where Action == LayerAction {
  var context: KeyContext { .list }

  func hints(in state: EditorState) -> [KnownCommand] {
    [.listAccept, .listCancel]
      + (acceptsSeveral == nil ? [] : [isTyping ? .listMark : .listMarkHere])
  }

  func title(of command: KnownCommand) -> String? {
    command == .listAccept && !marks.isEmpty ? "Take \(marks.count)" : nil
  }

  func draw(into buffer: inout Buffer, _ theme: Theme, _ state: EditorState) -> Point? {
    draw(into: &buffer, theme)
  }

  var accepted: LayerAction? { answer }

  /// What is typed to find an item.
  var typed: TextModel? {
    get { filter }
    set { if let newValue { filter = newValue } }
  }

  mutating func settle(in state: EditorState) { settle(in: state.size) }

  mutating func scroll(by count: Int, in state: EditorState) { move(by: count) }

  mutating func click(at point: Point, in screen: Size) -> LayerAction? {
    guard let match = match(at: point, in: screen) else { return nil }
    if isBox(point, in: screen) {
      move(by: match - selected)
      mark()
      return nil
    }
    if match == selected { return { $0.run(.listAccept) } }
    move(by: match - selected)
    return nil
  }
}
