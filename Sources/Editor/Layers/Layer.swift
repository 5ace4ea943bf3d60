/// Something that lies over the panes and takes the keys.
enum Layer {
  case picker(Picker)
  case question(Question)
  case prompt(Prompt)
  case viewer(Viewer)
  case review(Review)
  case writing(TextWindow)
  case condition(ConditionPane)

  /// The text being typed into.
  var text: TextModel? {
    get {
      switch self {
      case .picker(let picker): picker.filter
      case .prompt(let prompt): prompt.text
      case .writing(let window): window.text
      case .question, .viewer, .review, .condition: nil
      }
    }
    set {
      guard let newValue else { return }
      switch self {
      case .picker(var picker):
        picker.setFilter(newValue)
        self = .picker(picker)
      case .prompt(var prompt):
        prompt.text = newValue
        self = .prompt(prompt)
      case .writing(var window):
        window.text = newValue
        self = .writing(window)
      case .question, .viewer, .review, .condition: break
      }
    }
  }
}

extension Layer {
  /// What its text can be completed with.
  var completes: Completion.Kind {
    switch self {
    case .prompt(let prompt): prompt.isSecret ? .none : prompt.completes
    case .writing: .references
    case .picker, .question, .viewer, .review, .condition: .none
    }
  }
}

/// What a layer does when it is done; it is off the stack by then.
typealias LayerAction = (inout EditorState) -> [Effect]

/// A sentence with a few answers, each one key.
struct Question {
  struct Choice {
    let key: Character
    let label: String
    let action: LayerAction
  }

  let title: String
  let lines: [String]
  let choices: [Choice]
  /// What leaving it without an answer does, where that is more than to close it.
  var cancelled: (label: String, action: LayerAction)?
}

/// One line of text asked for.
struct Prompt {
  /// Where the line is drawn.
  enum Place: Equatable {
    /// In the status line, after a label.
    case status(label: String)
    /// Over the name of the focused row.
    case name
    /// Over the value of the selected field of the details.
    case value
    /// In a box of its own at the bottom, with what the text means below it.
    case condition(title: String)
  }

  let place: Place
  var text: TextModel
  var isSecret = false
  /// What is wrong with the text now, nil when nothing is; shown, never a wall.
  var fault: (String) -> String? = { _ in nil }
  /// What it can be completed with.
  var completes = Completion.Kind.none
  /// Called after each change.
  var changed: ((inout EditorState, String) -> Void)?
  var cancelled: LayerAction?
  let accepted: (inout EditorState, String) -> [Effect]
}

/// A text of many lines being edited in a window.
struct TextWindow {
  let title: String
  var text: TextModel
  /// The first line shown.
  var top = 0
  /// The end of the name an outside editor sees, such as `.ps1`.
  var suffix = ".txt"
  let original: String
  let accepted: (inout EditorState, String) -> [Effect]
}
