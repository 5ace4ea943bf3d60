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
      Ask.line(&state, "Open", "", completes: .path) { state, typed in
        typed.isEmpty ? [] : [.read(path: state.setup.path(typed))]
      }
      return []
    },
    Command(
      "file.around", "Sequences …",
      "Open a sequence of the share by its name, one beside this file, or one opened before",
      keys: ["o"], in: [.tree]
    ) { Nearby.look(&$0, for: .any) },
    Command(
      "child.open", "Open child", "Open the sequence that the step runs", keys: ["E"], in: [.tree],
      unless: { Nearby.child($0) == nil ? "the step runs no other sequence" : nil }
    ) { state in
      Nearby.child(state).map { Nearby.look(&state, for: .child($0)) } ?? []
    },
    Command(
      "child.parents", "Parents", "Open a sequence that runs this one",
      unless: { $0.file.document.ownID == nil ? "the file does not say its own id" : nil }
    ) { state in
      state.file.document.ownID.map { Nearby.look(&state, for: .parents($0)) } ?? []
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
          title: file.title,
          detail: [file.document.name, file.path].compactMap(\.self).joined(separator: " · "),
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
    Command(
      "file.reload", "Reload", "Read the file again; undo brings back what is here",
      unless: { $0.file.path == nil ? "it is in no file yet" : nil }
    ) { state in
      guard let path = state.file.path else { return [] }
      return [.acceptDisk(state.file.id, path: path), .reload(state.file.id, path: path)]
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
    Command(
      "theme", "Theme", "Choose another theme; each shows itself while the bar is on it",
      keys: ["T"], run: ThemeChoice.choose),
    Command(
      "settings.reread", "Reread settings", "Read settings, keys and themes again"
    ) { _ in [.rereadSettings] },
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
