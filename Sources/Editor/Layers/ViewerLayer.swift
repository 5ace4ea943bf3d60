import Appearance
import Screen
import Widgets

/// A text to read.
typealias ViewerLayer = Viewer<LayerAction>

extension Viewer: Layer where Action == LayerAction {
  var context: KeyContext { .viewer }

  func hints(in state: EditorState) -> [KnownCommand] {
    (accepted == nil ? [] : [.viewAccept]) + [.viewClose]
      + (isLong(in: state.size) ? [.viewPageDown] : [])
  }

  func title(of command: KnownCommand) -> String? { command == .viewAccept ? hint : nil }

  func draw(into buffer: inout Buffer, _ theme: Theme, _ state: EditorState) -> Point? {
    draw(into: &buffer, theme)
  }

  mutating func settle(in state: EditorState) { scroll(by: 0, in: state.size) }

  mutating func scroll(by count: Int, in state: EditorState) { scroll(by: count, in: state.size) }
}
