import Appearance
import Screen
import Widgets

extension Commands {
  /// Keys in a list to choose from.
  static let lists: [Command] = [
    Command(
      "list.accept", "Choose", "Choose the row", keys: ["<Enter>"], in: [.list], run: acceptPicker),
    Command("list.cancel", "Close", "Close the list", keys: ["<Esc>"], in: [.list]) { state in
      state.file.filling = nil
      return state.close(state.top?.cancelled)
    },
    Command(
      "list.mark", "Mark", "Mark the row, where several can be chosen, and go down",
      keys: ["<Tab>"],
      in: [.list]
    ) { state in
      state.changeTop { (list: inout PickerLayer) in list.mark() }
      return []
    },
    Command(
      "list.markHere", "Mark",
      "Mark the row, where several can be chosen; a blank while the filter is typed",
      keys: ["<Space>"], in: [.list], run: markOrType),
    move("list.down", "Down", ["<Down>", "<C-n>"]) { _ in 1 },
    move("list.up", "Up", ["<Up>", "<C-p>", "<S-Tab>"]) { _ in -1 },
    move("list.pageDown", "Page down", ["<PgDn>"]) { $0 },
    move("list.pageUp", "Page up", ["<PgUp>"]) { -$0 },
    move("list.first", "First", ["<Home>"]) { _ in -1_000_000 },
    move("list.last", "Last", ["<End>"]) { _ in 1_000_000 },
    erase("list.backspace", "Erase a letter of the filter", ["<BS>"], .left),
    erase("list.eraseWord", "Erase a word of the filter", ["<C-w>"], .wordLeft),
    erase("list.eraseAll", "Erase the filter", ["<C-u>"], .lineStart),
  ]

  /// Keys in a text to read.
  static let viewers: [Command] = [
    Command("view.close", "Close", "Close the window", keys: ["<Esc>", "q"], in: [.viewer]) {
      state in
      state.close(state.top?.cancelled)
    },
    Command(
      "view.accept", "OK", "Close the window, or do what it offers", keys: ["<Enter>"],
      in: [.viewer]
    ) {
      state in
      state.top is ViewerLayer ? state.close(state.top?.accepted) : []
    },
    scroll("view.down", "Down", ["<Down>", "j"]) { _ in 1 },
    scroll("view.up", "Up", ["<Up>", "k"]) { _ in -1 },
    scroll("view.pageDown", "Page down", ["<PgDn>", "<Space>"]) { $0 },
    scroll("view.pageUp", "Page up", ["<PgUp>"]) { -$0 },
    scroll("view.first", "First", ["<Home>"]) { _ in -1_000_000 },
    scroll("view.last", "Last", ["<End>"]) { _ in 1_000_000 },
    sideways("view.right", "Right", ["<Right>", "l"], 8),
    sideways("view.left", "Left", ["<Left>", "h"], -8),
  ]

  private static func move(
    _ id: String, _ title: String, _ keys: [String], by count: @escaping @Sendable (Int) -> Int
  ) -> Command {
    Command(id, title, "\(title) in a list", keys: keys, in: [.list]) { state in
      let screen = state.size
      state.changeTop { (list: inout PickerLayer) in list.move(by: count(list.page(in: screen))) }
      return []
    }
  }

  private static func erase(
    _ id: String, _ title: String, _ keys: [String], _ motion: TextMotion
  ) -> Command {
    Command(id, title, title, keys: keys, in: [.list]) { state in
      Typing.change(&state) { $0.erase(motion) }
      return []
    }
  }

  private static func scroll(
    _ id: String, _ title: String, _ keys: [String], by count: @escaping @Sendable (Int) -> Int
  ) -> Command {
    Command(id, title, "\(title) in a window", keys: keys, in: [.viewer]) { state in
      let screen = state.size
      state.changeTop { (viewer: inout ViewerLayer) in
        viewer.scroll(by: count(viewer.page(in: screen)), in: screen)
      }
      return []
    }
  }

  private static func sideways(_ id: String, _ title: String, _ keys: [String], _ count: Int)
    -> Command
  {
    Command(id, title, "\(title) in a window", keys: keys, in: [.viewer]) { state in
      state.changeTop { (viewer: inout ViewerLayer) in viewer.scrollSideways(by: count) }
      return []
    }
  }
}

extension Commands {
  /// A blank belongs to the filter while that is typed; else it marks.
  private static func markOrType(_ state: inout EditorState) -> [Effect] {
    guard let picker = state.top as? PickerLayer else { return [] }
    guard !picker.isTyping else {
      Typing.change(&state) { $0.insert(" ") }
      return []
    }
    if picker.acceptsSeveral == nil {
      state.say("One is chosen here: \(state.keyLabel(.listAccept)) takes the row.")
    } else {
      state.changeTop { (list: inout PickerLayer) in list.mark() }
    }
    return []
  }

  private static func acceptPicker(_ state: inout EditorState) -> [Effect] {
    guard let picker = state.top as? PickerLayer, picker.answer != nil else { return [] }
    if picker.marks.isEmpty, let item = picker.selectedItem, let reason = item.refusal {
      state.say("\(item.title): \(reason).", .warning)
      return []
    }
    return state.close { state in (picker.accepted?(&state) ?? []) + StepAdding.goOn(&state) }
  }
}
