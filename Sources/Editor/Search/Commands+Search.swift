import Appearance
import StepCatalog
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
    let dialect = document.dialect
    var counts: [StepName: Int] = [:]
    var (disabled, continuing, conditional) = (0, 0, 0)
    document.sequence.walk { node, _ in
      if let name = StepName(of: node) { counts[name, default: 0] += 1 }
      if NodeFilter.disabled.passes(node) { disabled += 1 }
      if NodeFilter.continuesOnError.passes(node) { continuing += 1 }
      if NodeFilter.hasCondition.passes(node) { conditional += 1 }
      return true
    }
    func item(
      _ title: String, _ filter: NodeFilter?, _ count: Int?, side: String? = nil,
      also: String = "", under section: String
    ) -> PickerLayer.Item {
      let refusal = count == 0 ? "there is none" : nil
      return PickerLayer.Item(
        title: title, side: side ?? count.map(String.init) ?? "", synonyms: also, section: section,
        refusal: refusal
      ) { state in
        state.file.outline.setFilter(filter, state.file.document)
        if let filter {
          let clear = state.keyLabel(.findClear)
          state.say("Shown: \(filter.words(in: dialect)). \(clear) shows all again.")
        }
        return []
      }
    }
    let file = state.file
    let troubled = file.allProblems
    // A step can have several: the number of them is the same everywhere.
    let problems =
      file.problemCount == troubled.count ? nil : "\(file.problemCount) in \(troubled.count)"
    let states: [(String, NodeFilter?, Int?, String?)] = [
      ("Everything", nil, nil, nil), ("Disabled", .disabled, disabled, nil),
      ("Continue on error", .continuesOnError, continuing, nil),
      ("With a condition", .hasCondition, conditional, nil),
      ("With a problem", .hasProblem(troubled), troubled.count, problems),
      ("Marked", .marked(file.outline.marks), file.outline.marks.count, nil),
      ("Hits of the search", .hits(Set(file.search.hits)), file.search.hits.count, nil),
    ]
    // What is there most often first; what only the other product runs stands by itself.
    let types = counts.map { (name: $0, words: $0.words(in: dialect), count: $1) }
      .sorted { ($1.count, $0.words) < ($0.count, $1.words) }
    let items =
      states.map { item($0, $1, $2, side: $3, under: "Steps and groups") }
      + [false, true].flatMap { isOther in
        types.filter { $0.name.isOfOther(than: dialect) == isOther }.map { type in
          item(
            type.words, .type(type.name), type.count, also: type.name.short + " type",
            under: isOther ? "\(dialect.other.words) only" : "Types of steps")
        }
      }
    state.open(PickerLayer(title: "Show only", items: items))
    return []
  }
}
