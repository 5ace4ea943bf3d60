import Appearance
import TaskSequence
import Widgets

extension Commands {
  static let search: [Command] = [
    Command(
      "find.start", "Find", "Search names, types, variables, scripts, commands, conditions",
      keys: ["<C-f>", "/"], in: .looking, run: startSearch),
    Command(
      "find.next", "Next hit", "Go to the next hit", keys: ["<F3>", "n"], in: .looking,
      unless: Refusals.noSearch
    ) { state in
      goToHit(&state, forward: true)
      return []
    },
    Command(
      "find.previous", "Previous hit", "Go to the previous hit", keys: ["<S-F3>", "N"],
      in: .looking, unless: Refusals.noSearch
    ) { state in
      goToHit(&state, forward: false)
      return []
    },
    Command(
      "find.filter", "Filter", "Show only some nodes", keys: ["f"],
      in: [.tree, .placing], run: chooseFilter),
    Command(
      "find.clear", "Clear", "Take filter, search and marks away, one after the other",
      keys: ["<Esc>"], in: [.tree]
    ) { state in
      if state.file.outline.filter != nil {
        state.file.outline.setFilter(nil, state.file.document)
        state.file.outline.reveal(state.file.outline.focus, in: state.file.document)
        state.say("All nodes are shown.")
      } else if state.file.search.isActive {
        state.file.search.run("", in: state.file.document)
        state.say("Search cleared.")
      } else if !state.file.outline.marks.isEmpty {
        state.file.outline.unmarkAll()
        state.say("No marks.")
      }
      return []
    },
  ]
}

extension Commands {
  /// Asks for a text and follows its hits while it is typed.
  private static func startSearch(_ state: inout EditorState) -> [Effect] {
    state.pane = .tree
    let origin = state.file.outline
    let oldQuery = state.file.search.query
    var text = TextModel(oldQuery)
    text.selectAll()
    state.open(
      Prompt(
        place: .status(label: "Find"), text: text,
        follows: { state, query in
          state.file.search.run(query, in: state.file.document)
          state.file.outline = origin
          state.file.outline.refresh(state.file.document)
          let hit = state.file.search.hit(
            from: origin.focus, forward: true, includingSelf: true, state.file.document)
          if let hit { state.file.outline.reveal(hit, in: state.file.document) }
        },
        cancelled: { state in
          state.file.search.run(oldQuery, in: state.file.document)
          state.file.outline = origin
          state.file.outline.refresh(state.file.document)
          return []
        },
        accepts: { state, query in
          sayHits(&state)
          if query.isEmpty { state.file.search.run("", in: state.file.document) }
          return []
        }))
    return []
  }

  private static func goToHit(_ state: inout EditorState, forward: Bool) {
    let document = state.file.document
    let hit = state.file.search.hit(
      from: state.file.outline.focus, forward: forward, includingSelf: false, document)
    if let hit { state.file.outline.reveal(hit, in: document) }
    sayHits(&state)
  }

  private static func sayHits(_ state: inout EditorState) {
    let search = state.file.search
    guard search.isActive else { return }
    if search.hits.isEmpty {
      state.say("“\(search.query)” was not found.", .warning)
    } else if let ordinal = search.ordinal(of: state.file.outline.focus) {
      state.say("Hit \(ordinal) of \(search.hits.count) for “\(search.query)”.")
    }
  }

  private static func chooseFilter(_ state: inout EditorState) -> [Effect] {
    let document = state.file.document
    var counts: [String?: Int] = [:]
    var (disabled, continuing, conditional) = (0, 0, 0)
    document.sequence.walk { node, _ in
      if node.kind != .group { counts[node.type, default: 0] += 1 }
      if NodeFilter.disabled.passes(node) { disabled += 1 }
      if NodeFilter.continuesOnError.passes(node) { continuing += 1 }
      if NodeFilter.hasCondition.passes(node) { conditional += 1 }
      return true
    }
    func item(_ title: String, _ filter: NodeFilter?, _ count: Int?) -> PickerLayer.Item {
      let refusal = count == 0 ? "there is none" : nil
      return PickerLayer.Item(title: title, side: count.map(String.init) ?? "", refusal: refusal) {
        state in
        state.file.outline.setFilter(filter, state.file.document)
        if let filter {
          let clear = state.keyLabel(.findClear)
          state.say("Shown: \(filter.words). \(clear) shows all again.")
        }
        return []
      }
    }
    var items = [
      item("Everything", nil, nil), item("Disabled", .disabled, disabled),
      item("Continue on error", .continuesOnError, continuing),
      item("With a condition", .hasCondition, conditional),
      item("With a problem", .hasProblem(state.file.allProblems), state.file.allProblems.count),
      item("Marked", .marked(state.file.outline.marks), state.file.outline.marks.count),
      item("Hits of the search", .hits(Set(state.file.search.hits)), state.file.search.hits.count),
    ]
    for (type, count) in counts.sorted(by: { ($1.value, $0.key ?? "") < ($0.value, $1.key ?? "") })
    {
      items.append(item("Type " + NodeFilter.type(type).words, .type(type), count))
    }
    state.open(PickerLayer(title: "Show only", items: items))
    return []
  }
}
