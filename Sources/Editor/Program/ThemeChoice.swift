import Widgets

/// Choosing how the program looks: each theme shows itself while the bar is on it.
enum ThemeChoice {
  static func choose(_ state: inout EditorState) -> [Effect] {
    let former = state.theme
    let themes = state.setup.themes()
    let items = themes.map { theme in
      PickerLayer.Item(
        title: theme.name, detail: theme.summary, side: theme.name == former ? "in use" : ""
      ) { state in
        take(&state, theme.name, insteadOf: former)
      }
    }
    let selected = themes.firstIndex { $0.name == former } ?? 0
    var list = PickerLayer(title: "Theme", items: items, selected: selected)
    list.previews = { place in { _ in [.useTheme(themes[place].name)] } }
    list.cancelled = { _ in [.useTheme(former)] }
    state.open(list)
    return []
  }

  /// Asks how long a theme is to stay.
  private static func take(
    _ state: inout EditorState, _ name: String, insteadOf former: String
  ) -> [Effect] {
    guard state.setup.settings != nil else { return [.useTheme(name)] }
    state.open(
      QuestionLayer(
        title: "How long is “\(name)” to stay?", lines: [],
        choices: [
          .init(key: "n", label: "until you leave", action: { _ in [] }),
          .init(key: "s", label: "keep it for next time", action: { _ in [.keepTheme(name)] }),
        ],
        escape: ("take “\(former)” again", { _ in [.useTheme(former)] })))
    return [.useTheme(name)]
  }
}
