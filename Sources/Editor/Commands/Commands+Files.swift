import Appearance
import TaskSequence
import Widgets

extension Commands {
  static let files: [Command] = [
    Command("file.save", "Save", "Save the file", keys: ["<C-s>"], in: [.global, .condition]) {
      state in
      state.save()
    },
    Command("file.saveAs", "Save as …", "Save under another name", keys: ["S"]) { state in
      state.saveAs()
    },
    Command(
      "file.preview", "What changed", "Show what will be written, line by line", keys: ["W"],
      unless: { $0.file.history.isModified ? nil : "nothing was changed since the last save" }
    ) { state in state.preview() },
    Command("file.open", "Open …", "Open one more file", keys: ["<C-o>"]) { state in
      state.ask("Open", "") { state, typed in
        typed.isEmpty ? [] : [.read(path: state.setup.path(typed))]
      }
      return []
    },
    Command(
      "file.next", "Next file", "Go to the next open file", keys: ["]"], unless: Refusals.oneFile
    ) { state in
      state.showFile(by: 1)
    },
    Command(
      "file.previous", "Previous file", "Go to the previous open file", keys: ["["],
      unless: Refusals.oneFile
    ) { state in
      state.showFile(by: -1)
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
    Command("file.close", "Close file", "Close the file", keys: ["<C-w>"]) { state in
      state.closeFile()
    },
  ]

  static let program: [Command] = [
    Command(
      "help", "Help", "List every command and its keys; type to find one", keys: ["<F1>", "?"],
      in: [.global]
    ) { state in state.showPalette() },
    Command(
      "palette", "Commands", "Find a command by typing", keys: ["<C-p>", ":"], in: [.global]
    ) { state in state.showPalette() },
    Command("pane.xml", "XML", "Show the XML of the node", keys: ["X"]) { state in state.viewXML()
    },
    Command("theme", "Theme", "Choose another theme", keys: ["T"]) { state in
      let items = state.setup.themes().map { theme in
        PickerLayer.Item(title: theme.name, detail: theme.summary) { _ in [.useTheme(theme.name)] }
      }
      state.open(PickerLayer(title: "Theme", items: items))
      return []
    },
    Command("suspend", "Suspend", "Go back to the shell; fg returns", keys: ["Z"], in: [.global]) {
      _ in
      [.suspend]
    },
    Command(
      "quit", "Quit", "Leave; unsaved changes are asked about", keys: ["<C-q>", "q"], in: [.global]
    ) {
      state in state.quit()
    },
  ]
}

extension EditorState {
  /// Goes that many open files on, around their end.
  fileprivate mutating func showFile(by count: Int) -> [Effect] {
    let here = index(of: file.id) ?? 0
    show(file: files[(here + count + files.count) % files.count].id)
    return []
  }
}
