import Appearance
import TaskSequence
import Widgets

/// What is done to the text being typed into.
enum Typing {
  /// Changes the text being typed into and tells whoever asked for it.
  static func change(_ state: inout EditorState, _ change: (inout TextModel) -> Void) {
    guard var text = state.activeText else { return }
    let old = text.characters
    change(&text)
    state.activeText = text
    state.completion = nil
    if text.characters != old { complete(&state) }
    _ = state.top?.changed?(&state)
  }

  /// Types into what was just opened: one line gives way to it, many lines stay.
  static func begin(_ state: inout EditorState, with text: String) {
    change(&state) { model in
      if !model.text.contains(where: \.isNewline) { model.selectAll() }
      model.insert(text)
    }
  }

  /// Closes the text on top and hands it to whoever asked for it; a value that is refused stays there.
  static func accept(_ state: inout EditorState) -> [Effect] {
    state.completion = nil
    guard let layer = state.top, layer.context == .field, let accepted = layer.accepted else {
      return []
    }
    return state.takeOver { state in
      let effects = accepted(&state)
      return state.refusal == nil ? effects + StepAdding.goOn(&state) : effects
    }
  }

  /// Closes the text on top without taking it over; a changed long text asks first.
  static func cancel(_ state: inout EditorState) -> [Effect] {
    state.completion = nil
    guard let window = state.top as? TextLayer, window.isChanged else {
      state.file.filling = nil
      return state.close(state.top?.cancelled)
    }
    state.open(
      QuestionLayer(
        title: "The text was changed", lines: [],
        choices: [
          .init(key: "k", label: "keep the changes", action: { accept(&$0) }),
          .init(key: "d", label: "discard them", risk: .some, action: { $0.close() }),
        ]))
    return []
  }

  static func takeEdited(_ state: inout EditorState, _ text: String?) -> [Effect] {
    guard let text, state.topFile == state.fileID, state.top is TextLayer else {
      state.say("The text was not changed.")
      return []
    }
    state.changeTop { (window: inout TextLayer) in
      window.text.selectAll()
      window.text.insert(text)
    }
    state.say("Taken over from your editor. \(state.keyLabel(.fieldAcceptAll)) accepts.")
    return []
  }

  // MARK: Completion

  /// Looks for names that go on from what was typed.
  static func complete(_ state: inout EditorState) {
    state.completion = nil
    guard let text = state.activeText, let kind = state.top?.completes, kind != .none else {
      return
    }
    guard kind != .condition else { return ConditionTyping.complete(&state, text) }
    if !(state.completionNames?.isOf(state.file.document) ?? false) {
      state.completionNames = CompletionNames(of: state.file.document)
    }
    state.completion = Completion(of: text, kind, among: state.completionNames?.all ?? [])
  }

  /// Moves in the names offered; answers false when there are none.
  static func moveCompletion(_ state: inout EditorState, by count: Int) -> Bool {
    guard state.completion != nil else { return false }
    state.completion?.move(by: count)
    return true
  }

  static func acceptCompletion(_ state: inout EditorState) {
    guard let chosen = state.completion, var text = state.activeText else { return }
    chosen.accept(in: &text)
    change(&state) { $0 = text }
    state.completion = nil
  }
}
