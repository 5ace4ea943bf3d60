package import Appearance
import Screen

/// Something the user can do, as data: help, palette, footer, the README's table and the man page are
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
  /// Why it cannot be done now, a sentence without a full stop; nil when it can.
  let refusal: @Sendable (EditorState) -> String?
  let run: @Sendable (inout EditorState) -> [Effect]

  init(
    _ id: String, _ title: String, _ summary: String, keys: [String] = [],
    in contexts: [KeyContext] = .browsing,
    unless refusal: @escaping @Sendable (EditorState) -> String? = { _ in nil },
    run: @escaping @Sendable (inout EditorState) -> [Effect]
  ) {
    self.id = id
    self.title = title
    self.summary = summary
    self.keys = keys
    self.contexts = contexts
    self.refusal = refusal
    self.run = run
  }
}

extension [KeyContext] {
  /// Wherever the tree or the details take the keys.
  static var browsing: [KeyContext] { [.tree, .details] }
}

/// All commands there are.
package enum Commands {
  /// In the order of help.
  package static let all: [Command] =
    navigation + panes + steps + options + conditions + moving + clipboard + marks + search
    + replacing + variables + references + history + creating + files + program + placing + fields
    + lists + reviews + viewers + conditionText + conditionTree

  /// The command of that name.
  package static func named(_ id: String) -> Command? { byID[id] }

  private static let byID = Dictionary(uniqueKeysWithValues: all.map { ($0.id, $0) })

  /// The section of help a command stands in.
  package static func section(of command: Command) -> String {
    switch command.id.prefix(while: { $0 != "." }) {
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
    case "field": "While typing"
    case "list", "review", "view": "In lists and windows"
    default: "The program"
    }
  }
}

extension Keymap {
  /// The keys every command has unless the user says otherwise.
  ///
  /// - Throws: never for the table as it is; a test reads every notation.
  package static let standard: Keymap = {
    var bindings: [KeyContext: [[Key]: String]] = [:]
    for command in Commands.all {
      for notation in command.keys {
        guard let keys = try? Key.parse(notation) else { continue }
        for context in command.contexts { bindings[context, default: [:]][keys] = command.id }
      }
    }
    return Keymap(bindings)
  }()
}
