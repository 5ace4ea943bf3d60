/// A field of a form in a window.
struct FormEntry {
  enum Kind {
    /// One line, typed in the row.
    case text(Completion.Kind)
    /// A box.
    case box
    /// One of several values, chosen from a list.
    case choice([(value: String, words: String)])
    /// What is edited in a layer of its own, which hands the value to the form when it is done.
    case elsewhere((inout EditorState) -> Void)
  }

  let label: String
  let value: String
  let kind: Kind
  /// What is shown of the value, where that is something else.
  var shown: String?
  /// What the value means.
  var note = ""
  /// What is wrong with a value; nil when nothing is.
  var fault: (String) -> String? = { _ in nil }
  /// Why it does not count as the others are now.
  var idleness: String?
  /// Whether what is typed is never shown.
  var isSecret = false

  /// Whether its value is typed in the row.
  var completes: Completion.Kind? { if case .text(let kind) = kind { kind } else { nil } }
}

/// What a form edits: nothing is written before its button is pressed.
protocol FormModel {
  var title: String { get }
  /// What the button says.
  var button: String { get }
  /// Whether it makes something that is not there yet; leaving it then leaves nothing behind.
  var isNew: Bool { get }
  /// The fields as they are now.
  var entries: [FormEntry] { get }
  /// What it comes to, in the status line.
  var summary: String { get }
  /// Takes another value of a field.
  mutating func set(_ index: Int, to value: String)
  /// Writes what was filled in.
  func accept(_ state: inout EditorState) -> [Effect]
}

extension FormModel {
  var summary: String { "" }
}
