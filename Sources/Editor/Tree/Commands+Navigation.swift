import Appearance
import TaskSequence
import XMLTree

extension Commands {
  static let navigation: [Command] = [
    go("go.down", "Down", "Go down one row", ["<Down>", "j"]) { 1 },
    go("go.up", "Up", "Go up one row", ["<Up>", "k"]) { -1 },
    Command(
      "go.pageDown", "Page down", "Go down one page", keys: ["<PgDn>"],
      in: [.tree, .details, .placing]
    ) { state in
      Cursor.move(&state, by: max(1, Layout(state.size, state.pane).bodyHeight - 2))
      return []
    },
    Command(
      "go.pageUp", "Page up", "Go up one page", keys: ["<PgUp>"], in: [.tree, .details, .placing]
    ) { state in
      Cursor.move(&state, by: -max(1, Layout(state.size, state.pane).bodyHeight - 2))
      return []
    },
    go("go.first", "First", "Go to the first row", ["<Home>", "<C-Home>"]) { -1_000_000_000 },
    go("go.last", "Last", "Go to the last row", ["<End>", "<C-End>", "G"]) { 1_000_000_000 },
    Command(
      "go.back", "Back to before", "Go back to where the cursor was before a search or a leap",
      keys: ["(", "<BS>"], in: [.tree, .placing],
      unless: { $0.jumps.back.isEmpty ? "the cursor has leapt nowhere" : nil },
      run: { $0.jump(isBack: true) }),
    Command(
      "go.forward", "Forward again", "Go forward again after going back", keys: [")"],
      in: [.tree, .placing],
      unless: { $0.jumps.forward.isEmpty ? "you have not gone back" : nil },
      run: { $0.jump(isBack: false) }),
    Command(
      "fold.open", "Open group", "Open the group, or go into it", keys: ["<Right>", "l"],
      in: [.tree, .placing]
    ) { state in
      guard let row = state.file.outline.focusedRow else { return [] }
      if row.isFolded {
        state.file.outline.setFolded(row.node.id, false, state.file.document)
      } else if row.node.isContainer, row.node.children.isEmpty {
        state.say("“\(row.node.name)” is empty.")
      } else if row.node.isContainer {
        Cursor.move(&state, by: 1)
      } else if state.layers.isEmpty, state.file.placing == nil {
        state.pane = .details
      }
      return []
    },
    Command(
      "fold.close", "Close group", "Close the group, or go to the one around",
      keys: ["<Left>", "h"],
      in: [.tree, .placing]
    ) { state in
      let outline = state.file.outline
      guard let row = state.file.outline.focusedRow else { return [] }
      if row.node.kind == .group, !row.isFolded, !row.node.children.isEmpty {
        state.file.outline.setFolded(row.node.id, true, state.file.document)
      } else if let parent = outline.parentIndex(of: outline.focusIndex) {
        state.isWalking = true
        state.file.outline.moveFocus(to: parent)
      }
      return []
    },
    Command("fold.closeAll", "Close all", "Close all groups", keys: ["-"], in: [.tree, .placing]) {
      state in
      state.file.outline.setAllFolded(true, state.file.document)
      return []
    },
    Command(
      "view.numbers", "Numbers",
      "Number steps from 1, or all nodes as smsts.log and status messages do", keys: ["#"],
      in: [.tree]
    ) { state in
      state.numbering = state.numbering == .steps ? .engine : .steps
      state.say(
        state.numbering == .steps
          ? "The numbers count steps."
          : "The numbers are those of smsts.log: a group has two, its start and its end.")
      return []
    },
    Command(
      "fold.openAll", "Open all", "Open all groups", keys: ["+", "="], in: [.tree, .placing]
    ) { state in
      state.file.outline.setAllFolded(false, state.file.document)
      return []
    },
  ]

  static let panes: [Command] = [
    Command(
      "pane.next", "Other pane", "Go to the other pane", keys: ["<Tab>", "<S-Tab>"]
    ) { state in
      state.pane = state.pane == .tree ? .details : .tree
      return []
    },
    Command("pane.edit", "Edit", "Edit the node: go to its details", keys: ["<Enter>"], in: [.tree])
    {
      state in
      state.pane = .details
      if let row = state.file.foundRow { state.file.details.selected = row }
      return []
    },
    Command(
      "pane.editField", "Edit", "Edit the field under the cursor", keys: ["<Enter>"],
      in: [.details], run: DetailEditing.edit),
    Command(
      "pane.toggleField", "Switch", "Switch the field under the cursor on or off",
      keys: ["<Space>"], in: [.details], run: DetailEditing.edit),
    Command(
      "pane.tree", "Back", "Go back to the tree", keys: ["<Left>", "<Esc>"], in: [.details]
    ) { state in
      state.pane = .tree
      return []
    },
    Command(
      "pane.removeField", "Remove", "Remove the variable, or empty the option, under the cursor",
      keys: ["<Del>"], in: [.details], unless: Refusals.readOnly, run: DetailEditing.remove),
    Command(
      "pane.aboutField", "About", "Say what the field under the cursor is", keys: ["<C-e>"],
      in: [.details], run: FieldHelp.explain),
    Command(
      "pane.reveal", "Reveal", "Show the secret under the cursor until the next key",
      keys: ["<C-u>"], in: [.details], run: FieldHelp.reveal),
  ]

  private static func go(
    _ id: String, _ title: String, _ summary: String, _ keys: [String],
    by count: @escaping @Sendable () -> Int
  ) -> Command {
    Command(id, title, summary, keys: keys, in: [.tree, .details, .placing]) { state in
      Cursor.move(&state, by: count())
      return []
    }
  }
}
