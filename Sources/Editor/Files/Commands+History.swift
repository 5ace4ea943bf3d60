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
  ]
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
