import Appearance
import TaskSequence

extension Commands {
  static let marks: [Command] = [
    Command(
      "mark.toggle", "Mark", "Mark the row, or take its mark away", keys: ["<Space>"], in: [.tree]
    ) {
      state in
      let id = state.file.outline.focus
      guard id != state.file.document.sequenceID else {
        state.say("The sequence itself cannot be marked.")
        return []
      }
      guard state.file.outline.isMarkable(state.file.focus) else {
        state.say("“\(state.file.focus.name)” is only shown for what is in it; it is not marked.")
        Cursor.move(&state, by: 1)
        return []
      }
      if state.file.outline.marks.remove(id) == nil { state.file.outline.mark([id]) }
      state.file.outline.rangeStart = id
      Cursor.move(&state, by: 1)
      sayMarks(&state)
      return []
    },
    Command(
      "mark.range", "Mark range", "Mark all rows from the last mark to this one",
      keys: ["v"], in: [.tree]
    ) { state in
      let outline = state.file.outline
      let here = outline.focusIndex
      let start = outline.rangeStart.flatMap(outline.index)
      let range = min(start ?? here, here)...max(start ?? here, here)
      let rows = outline.rows(from: range.lowerBound, count: range.count)
      state.file.outline.mark(rows.map(\.node.id))
      state.file.outline.rangeStart = outline.focus
      sayMarks(&state)
      return []
    },
    Command(
      "mark.down", "Mark down", "Mark the row and the next one", keys: ["<S-Down>"], in: [.tree]
    ) { state in
      extend(&state, by: 1)
      return []
    },
    Command(
      "mark.up", "Mark up", "Mark the row and the one above", keys: ["<S-Up>"], in: [.tree]
    ) { state in
      extend(&state, by: -1)
      return []
    },
    Command(
      "mark.last", "Marks of last time", "Mark the rows that were marked when the file was left",
      in: [.tree],
      unless: { $0.file.lastMarks.isEmpty ? "no rows were marked when this was left" : nil }
    ) { state in
      state.file.outline.mark(state.file.lastMarks.filter { state.file.document.node($0) != nil })
      sayMarks(&state)
      return []
    },
    Command(
      "mark.hits", "Mark hits", "Mark all hits of the search, or all that a filter shows",
      keys: ["*"], in: [.tree],
      unless: { state in
        state.file.outline.filter == nil ? Refusals.noSearch(state) : nil
      }
    ) { state in
      let search = state.file.search
      state.file.outline.mark(search.isActive ? search.hits : Array(state.file.outline.markable))
      sayMarks(&state)
      return []
    },
    Command(
      "mark.siblings", "Mark siblings", "Mark all nodes of the same group", keys: ["<C-a>"],
      in: [.tree]
    ) { state in
      let document = state.file.document
      let parent = document.parent(of: state.file.outline.focus) ?? document.sequence
      state.file.outline.mark(parent.children.map(\.id))
      sayMarks(&state)
      return []
    },
    Command(
      "mark.none", "Unmark all", "Take all marks away", keys: ["M"], in: [.tree],
      unless: Refusals.noMarks
    ) { state in
      state.file.outline.unmarkAll()
      state.say("No marks.")
      return []
    },
  ]
}

extension Commands {
  /// Marks the row of the cursor and goes on to another one, which is marked too.
  private static func extend(_ state: inout EditorState, by count: Int) {
    let start = state.file.outline.focus
    Cursor.move(&state, by: count)
    let ids = [start, state.file.outline.focus].filter { $0 != state.file.document.sequenceID }
    state.file.outline.mark(ids)
    state.file.outline.rangeStart = state.file.outline.focus
    sayMarks(&state)
  }

  private static func sayMarks(_ state: inout EditorState) {
    let outline = state.file.outline
    let count = outline.marks.count
    let hidden =
      outline.hiddenMarks.isEmpty
      ? "" : " \(outline.hiddenMarks.count) more are not shown and stay as they are."
    guard count > 0 else { return state.say("No marks.\(hidden)") }
    let words =
      outline.areAllShownMarked
      ? "\(count) marked (all that are shown). \(state.keyLabel(.optionDisable)) disables them."
      : "\(count) marked. Edits apply to them; \(state.keyLabel(.markNone)) unmarks all."
    state.say(words + hidden)
  }
}
