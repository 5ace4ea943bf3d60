import Appearance
import Screen
import TaskSequence
import Widgets

extension Commands {
  /// Keys in a form, besides those of the text in its row.
  static let forms: [Command] = [
    Command(
      "form.enter", "Next", "Go on to the next field; on the button, take the form over",
      keys: ["<Enter>"], in: [.form], run: FormEditing.enter),
    Command(
      "form.next", "Next", "Go to the next field, or put in the name that is offered",
      keys: ["<Tab>"], in: [.form]
    ) { state in
      if state.completion == nil {
        FormEditing.go(&state, 1, isRound: true)
      } else {
        Typing.acceptCompletion(&state)
      }
      return []
    },
    move("form.previous", "Previous", ["<S-Tab>"], -1, isRound: true),
    move("form.down", "Down", ["<Down>"], 1),
    move("form.up", "Up", ["<Up>"], -1),
    Command(
      "form.toggle", "Switch", "Switch a box, open a list, press the button; a blank in a text",
      keys: ["<Space>"], in: [.form], run: FormEditing.toggle),
    Command(
      "form.accept", "Take over", "Take the form over from wherever the cursor is",
      keys: ["<C-s>"], in: [.form], run: FormEditing.accept),
    Command(
      "form.cancel", "Cancel", "Leave everything as it was", keys: ["<Esc>"], in: [.form],
      run: FormEditing.cancel),
  ]

  private static func move(
    _ id: String, _ title: String, _ keys: [String], _ count: Int, isRound: Bool = false
  ) -> Command {
    Command(id, title, "\(title) in a form", keys: keys, in: [.form]) { state in
      if !isRound, Typing.moveCompletion(&state, by: count) { return [] }
      FormEditing.go(&state, count, isRound: isRound)
      return []
    }
  }
}

/// What the keys of a form do.
enum FormEditing {
  /// Goes on by rows.
  static func go(_ state: inout EditorState, _ count: Int, isRound: Bool = false) {
    state.completion = nil
    state.changeTop { (form: inout FormLayer) in form.move(by: count, isRound: isRound) }
  }

  static func enter(_ state: inout EditorState) -> [Effect] {
    guard let form = state.top as? FormLayer else { return [] }
    guard form.entry != nil else { return accept(&state) }
    go(&state, 1)
    return []
  }

  /// Takes the form over; what is wrong is said where it stands.
  static func accept(_ state: inout EditorState) -> [Effect] {
    state.completion = nil
    var isFinished = false
    state.changeTop { (form: inout FormLayer) in isFinished = form.finish() }
    guard isFinished, let form = state.top as? FormLayer else { return [] }
    return state.takeOver { state in
      let effects = form.model.accept(&state)
      return state.refusal == nil ? effects + StepAdding.goOn(&state) : effects
    }
  }

  /// Leaves the form; what is there already and was changed is asked about.
  static func cancel(_ state: inout EditorState) -> [Effect] {
    state.completion = nil
    state.changeTop { (form: inout FormLayer) in form.keep() }
    guard let form = state.top as? FormLayer, form.isChanged, !form.model.isNew else {
      return state.close(state.top?.cancelled)
    }
    state.open(
      QuestionLayer(
        title: "The form was changed", lines: [],
        choices: [
          .init(key: "k", label: "keep the changes", action: accept),
          .init(
            key: "d", label: "discard them", risk: .some,
            action: { $0.close($0.top?.cancelled) }),
        ]))
    return []
  }

  /// Switches a box, opens a list, presses the button; in a text it is a blank.
  static func toggle(_ state: inout EditorState) -> [Effect] {
    guard let form = state.top as? FormLayer, let entry = form.entry else { return accept(&state) }
    switch entry.kind {
    case .text: Typing.change(&state) { $0.insert(" ") }
    case .box: put(&state, entry.value.lowercased() == "true" ? "false" : "true", goesOn: false)
    case .choice(let choices): choose(&state, entry, choices)
    case .elsewhere(let open): open(&state)
    }
    return []
  }

  /// A letter where no text is typed: it opens the list of values where there is one.
  static func type(_ state: inout EditorState, _ letter: String) -> [Effect] {
    guard let entry = (state.top as? FormLayer)?.entry else {
      state.say("Enter or Space presses the button.")
      return []
    }
    if case .box = entry.kind {
      state.say("“\(entry.label)” is switched with Space.")
      return []
    }
    let below = state.layers.count
    let effects = toggle(&state)
    if state.layers.count > below || state.activeText != nil { Typing.begin(&state, with: letter) }
    return effects
  }

  private static func choose(
    _ state: inout EditorState, _ entry: FormEntry, _ choices: [(value: String, words: String)]
  ) {
    let items = choices.map { choice in
      PickerLayer.Item(title: choice.value.isEmpty ? "–" : choice.value, detail: choice.words) {
        state in
        put(&state, choice.value)
        return []
      }
    }
    let selected =
      choices.firstIndex { $0.value.lowercased() == entry.value.lowercased() } ?? 0
    state.open(PickerLayer(title: entry.label, items: items, selected: selected))
  }

  /// Puts a value into the field under the cursor of the form on top, and goes on.
  static func put(_ state: inout EditorState, _ value: String, goesOn: Bool = true) {
    state.changeTop { (form: inout FormLayer) in
      if value != form.entry?.value { form.set(form.selected, to: value) }
      if goesOn { form.move(by: 1) }
    }
  }
}
