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

  /// The legend of all signs, as a row before the commands.
  static var signs: [PickerLayer.Item] { items { $0 == "signs" } }

  /// The other topics as rows behind the commands, which are one of them.
  static var items: [PickerLayer.Item] { items { $0 != "keys" && $0 != "signs" } }

  private static func items(where isMeant: (String) -> Bool) -> [PickerLayer.Item] {
    HelpTopic.all.filter { isMeant($0.name) }.map { topic in
      PickerLayer.Item(
        title: "Help: \(topic.title.lowercased())", detail: topic.summary,
        phrases: topic.name == "signs" ? ["signs", "legend", "icons", "symbols"] : [topic.name],
        section: "Help"
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
