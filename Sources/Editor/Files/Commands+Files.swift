import Appearance
import TaskSequence
import Widgets

extension Commands {
  static let files: [Command] = [
    Command(
      "file.save", "Save", "Save the file", keys: ["<C-s>"], in: [.global, .condition],
      run: Saving.save),
    Command("file.saveAs", "Save as …", "Save under another name", keys: ["S"], run: Saving.saveAs),
    Command(
      "file.preview", "What changed", "Show what will be written, line by line", keys: ["W"],
      unless: { $0.file.history.isModified ? nil : "nothing was changed since the last save" },
      run: Saving.preview),
    Command("file.open", "Open …", "Open one more file", keys: ["<C-o>"]) { state in
      Ask.line(&state, "Open", "") { state, typed in
        typed.isEmpty ? [] : [.read(path: state.setup.path(typed))]
      }
      return []
    },
    Command(
      "file.next", "Next file", "Go to the next open file", keys: ["]"], unless: Refusals.oneFile
    ) { state in
      showFile(&state, by: 1)
    },
    Command(
      "file.previous", "Previous file", "Go to the previous open file", keys: ["["],
      unless: Refusals.oneFile
    ) { state in
      showFile(&state, by: -1)
    },
    Command("file.list", "Files", "Show the open files", keys: ["b"]) { state in
      let items = state.files.map { file in
        PickerLayer.Item(
          title: file.title, detail: file.path ?? "",
          side: file.history.isModified ? "unsaved" : ""
        ) { state in
          state.show(file: file.id)
          return []
        }
      }
      let selected = state.index(of: state.file.id) ?? 0
      state.open(PickerLayer(title: "Files", items: items, selected: selected))
      return []
    },
    Command("file.close", "Close file", "Close the file", keys: ["<C-w>"], run: Closing.close),
    Command(
      "file.saveAndQuit", "Save and leave", "Save all that was changed and leave", keys: ["ZZ"],
      run: Closing.saveAndQuit),
  ]

  static let program: [Command] = [
    Command(
      "help", "Help", "List every command and its keys; type to find one", keys: ["<F1>", "?"],
      in: [.global], run: CommandPalette.show),
    Command(
      "palette", "Commands", "Find a command by typing", keys: ["<C-p>", ":"], in: [.global],
      run: CommandPalette.show),
    Command("pane.xml", "XML", "Show the XML of the node", keys: ["X"], run: DetailEditing.viewXML),
    Command("theme", "Theme", "Choose another theme", keys: ["T"]) { state in
      let items = state.setup.themes().map { theme in
        PickerLayer.Item(title: theme.name, detail: theme.summary) { _ in [.useTheme(theme.name)] }
      }
      state.open(PickerLayer(title: "Theme", items: items))
      return []
    },
    Command(
      "suspend", "Suspend", "Go back to the shell; fg returns", keys: ["<A-z>"], in: [.global]
    ) {
      _ in
      [.suspend]
    },
    Command("redraw", "Redraw", "Draw the screen anew", keys: ["<C-l>"], in: [.global]) { _ in
      [.redraw]
    },
    Command(
      "quit", "Quit", "Leave; unsaved changes are asked about", keys: ["<C-q>", "<F10>", "q"],
      in: [.global],
      run: Closing.quit),
  ]
}

extension Commands {
  /// Goes that many open files on, around their end.
  private static func showFile(_ state: inout EditorState, by count: Int) -> [Effect] {
    let here = state.index(of: state.file.id) ?? 0
    state.show(file: state.files[(here + count + state.files.count) % state.files.count].id)
    return []
  }
}
