import Appearance
import TaskSequence
import Widgets

extension Commands {
  static let history: [Command] = [
    Command(
      "history.undo", "Undo", "Undo the last edit", keys: ["<C-z>"], reflexes: ["u"],
      in: .browsing + [.condition], unless: Refusals.noUndo
    ) { state in
      guard let undone = state.file.history.undo() else { return [] }
      state.show(focus: undone.focusBefore)
      state.say("Undone: \(undone.label). \(state.keyLabel(.historyRedo)) does it again.")
      return []
    },
    Command(
      "history.redo", "Redo", "Do again what was undone", keys: ["<C-y>"],
      in: .browsing + [.condition], unless: Refusals.noRedo
    ) { state in
      guard let redone = state.file.history.redo() else { return [] }
      state.show(focus: redone.focusAfter)
      state.say("Done again: \(redone.label).")
      return []
    },
    Command(
      "history.list", "History", "Show every edit and go back to any", keys: ["H", "<C-r>"],
      run: showHistory),
    Command(
      "history.discard", "Discard changes",
      "Go back to what is in the file; the history keeps what was done since",
      unless: noSaved
    ) { state in
      guard let saved = state.file.history.saved else { return [] }
      let count = state.file.history.unsavedCount
      let focus = state.file.history.revisions[state.file.history.current].focusBefore
      state.file.history.go(to: saved)
      state.show(focus: focus)
      let changes = count == 1 ? "1 change" : "\(count) changes"
      state.say(
        "Discarded \(changes) of “\(state.file.title)”. \(state.keyLabel(.historyList)) brings them back."
      )
      return []
    },
  ]

  @Sendable private static func noSaved(_ state: EditorState) -> String? {
    if state.file.history.saved == nil { return "nothing of it is in a file yet" }
    return state.file.history.isModified ? nil : "nothing was changed since the last save"
  }
}

extension Commands {
  private static func showHistory(_ state: inout EditorState) -> [Effect] {
    let history = state.file.history
    let trail = Set(history.trail(to: history.current))
    let items = history.revisions.indices.reversed().map { index in
      let revision = history.revisions[index]
      let side = [
        index == history.current ? "now" : nil, index == history.saved ? "saved" : nil,
        trail.contains(index) ? nil : "undone",
      ]
      return PickerLayer.Item(
        title: "\(index)  \(revision.label)",
        side: side.compactMap(\.self).joined(separator: ", ")
      ) { state in
        state.file.history.go(to: index)
        state.show(focus: revision.focusAfter)
        state.say("Back at: \(revision.label).")
        return []
      }
    }
    let selected = history.revisions.count - 1 - history.current
    state.open(
      PickerLayer(title: "History of “\(state.file.title)”", items: items, selected: selected))
    return []
  }
}
