import Appearance
import Operations
import TaskSequence

extension Commands {
  static let moving: [Command] = [
    Command(
      "move.up", "Move up", "Move up among its siblings, or a row of a table up",
      keys: ["<A-Up>", "K"], unless: Refusals.noNode
    ) { state in
      if TableEditing.isOnTableRow(state) { return TableEditing.move(&state, by: -1) }
      state.perform(MoveNodes(state.file.targetPaths, .up))
      return []
    },
    Command(
      "move.down", "Move down", "Move down among its siblings, or a row of a table down",
      keys: ["<A-Down>", "J"], unless: Refusals.noNode
    ) { state in
      if TableEditing.isOnTableRow(state) { return TableEditing.move(&state, by: 1) }
      state.perform(MoveNodes(state.file.targetPaths, .down))
      return []
    },
    Command(
      "move.out", "Move out", "Move out of its group, to stand after it",
      keys: ["<A-Left>", "<lt>"], unless: Refusals.noNode
    ) { state in
      state.perform(MoveNodes(state.file.targetPaths, .out))
      return []
    },
    Command(
      "move.in", "Move in", "Move into the group next to it", keys: ["<A-Right>", ">"],
      unless: Refusals.noNode
    ) { state in
      state.perform(MoveNodes(state.file.targetPaths, .inwards))
      return []
    },
    Command(
      "move.to", "Move to …", "Choose a place and move there", keys: ["m"], in: [.tree],
      unless: Refusals.noNode
    ) { state in
      state.file.placing = state.file.targets
      return []
    },
  ]

  static let placing: [Command] = [
    place("place.after", "After", "Put the moved nodes after the row", ["<Enter>"], ["a"]) {
      node in node.kind == .sequence ? .end(of: node.id) : .after(node.id)
    },
    place("place.before", "Before", "Put the moved nodes before the row", ["b"]) { node in
      node.kind == .sequence ? .start(of: node.id) : .before(node.id)
    },
    place(
      "place.into", "Into", "Put the moved nodes into the group, at its end", ["i"],
      unless: { $0.file.focus.isContainer ? nil : "only a group takes something in" }
    ) { node in .end(of: node.id) },
    Command(
      "place.cancel", "Stop", "Leave the nodes where they are", keys: ["<Esc>"], reflexes: ["m"],
      in: [.placing]
    ) { state in
      state.file.placing = nil
      state.say("Nothing was moved.")
      return []
    },
  ]

  private static func place(
    _ id: String, _ title: String, _ summary: String, _ keys: [String], _ reflexes: [String] = [],
    unless refusal: @escaping @Sendable (EditorState) -> String? = { _ in nil },
    at destination: @escaping @Sendable (TaskNode) -> Destination
  ) -> Command {
    Command(
      id, title, summary, keys: keys, reflexes: reflexes, in: [.placing], unless: refusal
    ) { state in
      guard let ids = state.file.placing else { return [] }
      let target = destination(state.file.focus)
      let change = state.perform { (chain) throws(Refusal) in
        try chain.apply(MoveNodes(chain.paths(of: ids), .to(chain.place(target))))
      }
      if let change {
        state.file.placing = nil
        let first = change.document.topmost(ids).first?.id
        state.show(focus: first)
      }
      return []
    }
  }
}
