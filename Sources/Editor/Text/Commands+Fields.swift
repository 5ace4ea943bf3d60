import Appearance
import Widgets

extension Commands {
  /// Keys while a text is typed into.
  static let fields: [Command] = [
    Command("field.accept", "Accept", "Take the text over", keys: ["<Enter>"], in: [.field]) {
      state in
      guard state.activeText?.isMultiline == true else { return Typing.accept(&state) }
      Typing.change(&state) { $0.insert("\n") }
      return []
    },
    Command(
      "field.acceptAll", "Accept", "Take the text over, in a window of many lines",
      keys: ["<C-s>", "<C-q>"], in: [.field], run: Typing.accept),
    Command(
      "field.cancel", "Cancel", "Leave the text as it was", keys: ["<Esc>"], in: [.field],
      run: Typing.cancel),
    Command(
      "field.complete", "Complete",
      "Put in the name of a variable that is offered, or what goes on a path",
      keys: ["<Tab>"], in: [.field],
      unless: { state in
        state.completion == nil && state.top?.completes != .path ? "no name is offered here" : nil
      }
    ) { state in
      guard state.completion != nil else { return PathCompletion.ask(&state) }
      Typing.acceptCompletion(&state)
      return []
    },
    move("field.left", "Left", ["<Left>"], .left),
    move("field.right", "Right", ["<Right>"], .right),
    move("field.wordLeft", "Word left", ["<C-Left>", "<A-b>"], .wordLeft),
    move("field.wordRight", "Word right", ["<C-Right>", "<A-f>"], .wordRight),
    move("field.start", "Start of line", ["<Home>", "<C-a>"], .lineStart),
    move("field.end", "End of line", ["<End>", "<C-e>"], .lineEnd),
    move("field.up", "Up", ["<Up>"], .up(1), choosing: -1),
    move("field.down", "Down", ["<Down>"], .down(1), choosing: 1),
    move("field.pageUp", "Page up", ["<PgUp>"], .up(10)),
    move("field.pageDown", "Page down", ["<PgDn>"], .down(10)),
    move("field.top", "Start of text", ["<C-Home>"], .textStart),
    move("field.bottom", "End of text", ["<C-End>"], .textEnd),
    move("field.selectLeft", "Select left", ["<S-Left>"], .left, selecting: true),
    move("field.selectRight", "Select right", ["<S-Right>"], .right, selecting: true),
    move("field.selectWordLeft", "Select word left", ["<C-S-Left>"], .wordLeft, selecting: true),
    move(
      "field.selectWordRight", "Select word right", ["<C-S-Right>"], .wordRight, selecting: true),
    move("field.selectUp", "Select up", ["<S-Up>"], .up(1), selecting: true),
    move("field.selectDown", "Select down", ["<S-Down>"], .down(1), selecting: true),
    move("field.selectStart", "Select to start", ["<S-Home>"], .lineStart, selecting: true),
    move("field.selectEnd", "Select to end", ["<S-End>"], .lineEnd, selecting: true),
    erase("field.backspace", "Erase left", ["<BS>"], .left),
    erase("field.delete", "Erase right", ["<Del>", "<C-d>"], .right),
    erase("field.eraseWordLeft", "Erase word left", ["<C-w>", "<A-BS>"], .wordLeft),
    erase("field.eraseWordRight", "Erase word right", ["<A-d>", "<C-Del>"], .wordRight),
    erase("field.eraseToStart", "Erase to start", ["<C-u>"], .lineStart),
    erase("field.eraseToEnd", "Erase to end", ["<C-k>"], .lineEnd),
    Command(
      "field.cut", "Cut", "Cut the selection", keys: ["<C-x>"], in: .typing, unless: hidden
    ) { state in
      guard state.activeText?.selection != nil else { return [] }
      var gone = ""
      Typing.change(&state) { gone = $0.erase(.left) }
      state.killed = gone
      return [.copy(Array(gone.utf8))]
    },
    Command(
      "field.copy", "Copy", "Copy the selection, or the whole text", keys: ["<C-c>"], in: .typing,
      unless: hidden
    ) { state in
      state.killed = state.activeText?.selectedText ?? state.activeText?.text ?? ""
      return [.copy(Array(state.killed.utf8))]
    },
    Command(
      "field.paste", "Paste", "Put back what was cut or erased last", keys: ["<C-v>", "<C-y>"],
      in: .typing
    ) { state in
      let text = state.killed
      Typing.change(&state) { $0.insert(text) }
      return []
    },
    Command("field.undo", "Undo", "Undo inside the text", keys: ["<C-z>"], in: .typing) { state in
      Typing.change(&state) { _ = $0.undo() }
      return []
    },
    Command("field.redo", "Redo", "Redo inside the text", keys: ["<A-z>"], in: .typing) { state in
      Typing.change(&state) { _ = $0.redo() }
      return []
    },
    Command("field.all", "Select all", "Select the whole text", keys: ["<A-a>"], in: .typing) {
      state in
      Typing.change(&state) { $0.selectAll() }
      return []
    },
    Command(
      "field.outside", "Own editor", "Edit the text with your own editor ($EDITOR)",
      keys: ["<C-o>"], in: [.field],
      unless: { state in
        guard state.top is TextLayer else { return "only a window of text can be" }
        return state.setup.hasOutsideEditor ? nil : "set $EDITOR or editor in config.toml first"
      }
    ) { state in
      guard let window = state.top as? TextLayer else { return [] }
      return [.editOutside(state.file.id, window.text.text, suffix: window.suffix)]
    },
  ]

  private static func move(
    _ id: String, _ title: String, _ keys: [String], _ motion: TextMotion, selecting: Bool = false,
    choosing count: Int = 0
  ) -> Command {
    // In a form up and down go by rows.
    Command(
      id, title, "\(title) in a text", keys: keys, in: motion.isVertical ? [.field] : .typing
    ) { state in
      if count != 0, Typing.moveCompletion(&state, by: count) { return [] }
      Typing.change(&state) { $0.move(motion, selecting: selecting) }
      return []
    }
  }

  /// Why what is typed is not copied; nil where it may be.
  private static func hidden(_ state: EditorState) -> String? {
    state.top?.isTypedHidden == true ? "a secret stays in its field" : nil
  }

  private static func erase(
    _ id: String, _ title: String, _ keys: [String], _ motion: TextMotion
  ) -> Command {
    Command(id, title, "\(title) in a text", keys: keys, in: .typing) { state in
      var gone = ""
      Typing.change(&state) { gone = $0.erase(motion) }
      // It could be put back where it would be shown.
      if gone.count > 1, hidden(state) == nil { state.killed = gone }
      return []
    }
  }
}
