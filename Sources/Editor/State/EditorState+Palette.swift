import Appearance
import Screen
import Widgets

extension EditorState {
  /// Shows every command that makes sense outside of texts and lists, with its keys; what cannot be
  /// done now says why.
  mutating func showPalette() -> [Effect] {
    let here = context
    let items = setup.commands.all.filter { Self.isListed($0) }.map { command in
      PickerLayer.Item(
        title: command.title, detail: command.summary, side: keys(of: command),
        section: Commands.section(of: command), refusal: refusal(of: command, here)
      ) { state in state.run(command.id) }
    }
    open(PickerLayer(title: "Commands", items: items))
    return []
  }

  /// Cursor keys inside texts, lists and windows are no news to anybody.
  private static func isListed(_ command: Command) -> Bool {
    command.contexts.contains { [.tree, .details, .global].contains($0) }
  }

  private func refusal(of command: Command, _ here: KeyContext) -> String? {
    if let reason = command.refusal(self) { return reason }
    guard !command.contexts.contains(here), !command.contexts.contains(.global) else { return nil }
    return command.contexts.contains(.tree) ? "only in the tree" : "only in the details"
  }

  /// All keys of a command, as people write them.
  func keys(of command: Command) -> String {
    var labels: [String] = []
    for context in command.contexts {
      for keys in setup.keymap.keys(for: command.id, in: context) {
        let label = keys.map(\.label).joined(separator: " ")
        if !labels.contains(label) { labels.append(label) }
      }
    }
    return labels.joined(separator: "  ")
  }
}
