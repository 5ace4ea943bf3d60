import Appearance
import TaskSequence
import Widgets

/// Asking for a text.
enum Ask {
  /// Asks for a text: in the status line, or in a window when it has several lines.
  static func line(
    _ state: inout EditorState, _ label: String, _ text: String, isSecret: Bool = false,
    completes: Completion.Kind = .none,
    fault: @escaping (String) -> String? = { _ in nil }, cancelled: LayerAction? = nil,
    _ accepted: @escaping (inout EditorState, String) -> [Effect]
  ) {
    guard isSecret || !text.contains(where: \.isNewline) else {
      return Self.text(&state, label, text, accepted)
    }
    var model = TextModel(text)
    model.selectAll()
    state.open(
      Prompt(
        place: .status(label: label), text: model, isSecret: isSecret, fault: fault,
        completion: completes, cancelled: cancelled, accepts: accepted))
  }

  /// Asks before a text is edited that holds a secret, which is seen then.
  static func inClear(
    _ state: inout EditorState, _ isHidden: Bool, _ edit: @escaping LayerAction
  ) -> [Effect] {
    guard isHidden else { return edit(&state) }
    state.open(
      QuestionLayer(
        title: "It holds a secret", lines: ["To be edited, all of it is shown."],
        choices: [.init(key: "e", label: "show and edit it", risk: .some, action: edit)]))
    return []
  }

  /// Edits a text of many lines in a window.
  static func text(
    _ state: inout EditorState, _ title: String, _ text: String, suffix: String = ".txt",
    _ accepted: @escaping (inout EditorState, String) -> [Effect]
  ) {
    state.open(
      TextLayer(title: title + state.file.ofMarked, text: text, suffix: suffix) { text in
        { state in accepted(&state, text) }
      })
  }

  /// Edits a value of the details where it stands when it is one line, else in a window.
  static func value(
    _ state: inout EditorState, _ field: DetailField, _ value: String? = nil,
    fault: @escaping (String) -> String? = { _ in nil },
    _ accepted: @escaping (inout EditorState, String) -> Void
  ) {
    // Where values differ none of them is taken over by accident.
    let value = field.differing == nil ? value ?? field.value : ""
    guard value.contains(where: \.isNewline), !field.isSecret else {
      return inPlace(&state, field, value, fault, accepted)
    }
    text(&state, field.label, value) { state, text in
      accepted(&state, text)
      return []
    }
  }

  private static func inPlace(
    _ state: inout EditorState, _ field: DetailField, _ original: String,
    _ fault: @escaping (String) -> String?,
    _ accepted: @escaping (inout EditorState, String) -> Void
  ) {
    let start = TextModel(original)
    state.open(
      Prompt(
        place: .value, text: start, isSecret: field.isSecret,
        fault: fault, completion: field.completes,
        accepts: { state, text in
          let isMany = state.file.outline.marks.count > 1 && field.differing == nil
          if text != start.text || isMany { accepted(&state, text) }
          return []
        }))
  }
}
