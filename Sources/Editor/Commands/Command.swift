package import Appearance
import Screen

/// Something the user can do, as data: help, palette, footer, the table of keys and the man page are
/// made from these.
package struct Command: Sendable {
  /// The name the keymap file uses.
  package let id: String
  /// One or two words for the footer.
  package let title: String
  /// A sentence for help and palette, without a full stop.
  package let summary: String
  /// Where it has keys, and which it has unless the user says otherwise.
  package let contexts: [KeyContext]
  package let keys: [String]
  /// Keys that mean it too, since fingers know them from other programs; the footer shows others.
  package let reflexes: [String]
  /// Why it cannot be done now, a sentence without a full stop; nil when it can.
  let refusal: @Sendable (EditorState) -> String?
  let run: @Sendable (inout EditorState) -> [Effect]

  init(
    _ id: String, _ title: String, _ summary: String, keys: [String] = [], reflexes: [String] = [],
    in contexts: [KeyContext] = .browsing,
    unless refusal: @escaping @Sendable (EditorState) -> String? = { _ in nil },
    run: @escaping @Sendable (inout EditorState) -> [Effect]
  ) {
    self.id = id
    self.title = title
    self.summary = summary
    self.keys = keys
    self.reflexes = reflexes
    self.contexts = contexts
    self.refusal = refusal
    self.run = run
  }
}

extension Command {
  /// What else people call it, Microsoft's words first.
  package var phrases: [String] { CommandWords.phrases(for: id) }

  /// Whether it is in the list of all: cursor keys inside texts, lists and windows are no news to
  /// anybody.
  var isListed: Bool { contexts.contains { [.tree, .details, .global].contains($0) } }

  /// The section of help it stands in.
  package var section: String {
    switch id.prefix(while: { $0 != "." }) {
    case "go", "fold", "pane": "Looking around"
    case "step": "Steps and groups"
    case "option": "Options of a step"
    case "condition": "Conditions"
    case "move", "place": "Moving"
    case "clip": "Copy and paste"
    case "mark": "Marks"
    case "find": "Search and filter"
    case "variable": "Variables"
    case "reference": "References and problems"
    case "history": "Undo and history"
    case "file": "Files"
    case "own": "Your own"
    case "field", "form": "While typing"
    case "view" where isListed: "Looking around"
    case "list", "question", "review", "view": "In lists and windows"
    default: "The program"
    }
  }
}

extension [KeyContext] {
  /// Wherever the tree or the details take the keys.
  static var browsing: [KeyContext] { [.tree, .details] }

  /// Wherever a line of text is typed.
  static var typing: [KeyContext] { [.field, .form] }

  /// Wherever the tree or the details take the keys, and where a place for moved nodes is looked for.
  static var looking: [KeyContext] { browsing + [.placing] }
}

/// Commands, in the order of help, found by their names.
package struct CommandTable: Sendable {
  /// All of them.
  package let all: [Command]
  private let byID: [String: Command]

  init(_ all: [Command]) {
    self.all = all
    byID = Dictionary(uniqueKeysWithValues: all.map { ($0.id, $0) })
  }

  /// The command of that name; nil when there is none.
  package subscript(_ id: String) -> Command? { byID[id] }

  /// A command the program itself names.
  subscript(_ command: KnownCommand) -> Command? { byID[command.rawValue] }
}

/// The commands there are, each scene's with it; `table` has them all.
package enum Commands {}
