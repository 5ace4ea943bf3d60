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
      if state.file.outline.marks.remove(id) == nil { state.file.outline.marks.insert(id) }
      state.file.outline.rangeStart = id
      Cursor.move(&state, by: 1)
      sayMarks(&state)
      return []
    },
    Command(
      "mark.range", "Mark range", "Mark all rows from the last mark to this one",
      keys: ["v", "<S-Down>"], in: [.tree]
    ) { state in
      let outline = state.file.outline
      let here = outline.focusIndex
      let start = outline.rangeStart.flatMap(outline.index)
      let range = min(start ?? here, here)...max(start ?? here, here)
      for row in outline.rows(from: range.lowerBound, count: range.count)
      where row.depth > 0 {
        state.file.outline.marks.insert(row.node.id)
      }
      state.file.outline.rangeStart = outline.focus
      sayMarks(&state)
      return []
    },
    Command(
      "mark.hits", "Mark hits", "Mark all hits of the search", keys: ["*"], in: [.tree],
      unless: Refusals.noSearch
    ) { state in
      let document = state.file.document
      state.file.outline.marks.formUnion(
        state.file.search.hits.filter { $0 != document.sequenceID })
      sayMarks(&state)
      return []
    },
    Command(
      "mark.siblings", "Mark siblings", "Mark all nodes of the same group", keys: ["<C-a>"],
      in: [.tree]
    ) { state in
      let document = state.file.document
      let parent = document.parent(of: state.file.outline.focus) ?? document.sequence
      state.file.outline.marks.formUnion(parent.children.map(\.id))
      sayMarks(&state)
      return []
    },
    Command(
      "mark.none", "Unmark all", "Take all marks away", keys: ["u"], in: [.tree],
      unless: Refusals.noMarks
    ) { state in
      state.file.outline.marks = []
      state.say("No marks.")
      return []
    },
  ]
}

extension Commands {
  private static func sayMarks(_ state: inout EditorState) {
    let count = state.file.outline.marks.count
    state.say(
      count == 0
        ? "No marks."
        : "\(count) marked. Edits apply to them; \(state.keyLabel(.markNone)) unmarks all.")
  }
}
