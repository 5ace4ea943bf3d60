import Appearance
import Help
import Screen
import Widgets

/// The topics of the help, in a window.
enum HelpWindow {
  /// Shows a topic.
  static func show(_ name: String, _ state: inout EditorState) -> [Effect] {
    guard let topic = HelpTopic.named(name) else { return [] }
    // Its title stands on the window.
    let page = HelpPage(blocks: Array(topic.page.blocks.dropFirst()))
    let lines = page.lines(width: min(state.size.width - 2, 100)).map { line in
      line.pieces.map { TextPiece(text: $0.text, role: role($0.look)) }
    }
    state.open(ViewerLayer(title: topic.title, lines: lines))
    return []
  }

  /// The topics as rows behind the commands, which are one of them.
  static var items: [PickerLayer.Item] {
    HelpTopic.all.filter { $0.name != "keys" }.map { topic in
      PickerLayer.Item(
        title: "Help: \(topic.title.lowercased())", detail: topic.summary, section: "Help"
      ) { state in show(topic.name, &state) }
    }
  }

  private static func role(_ look: HelpLine.Look) -> Role {
    switch look {
    case .plain: .text
    case .heading: .heading
    case .code: .accent
    }
  }
}
