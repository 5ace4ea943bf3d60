package import Appearance
import Screen
package import TaskSequence

/// All commands there are.
package enum Commands {
  /// In the order of help.
  package static let table = CommandTable(
    navigation + panes + steps + options + conditions + moving + clipboard + marks + search
      + replacing + variables + references + history + creating + files + program + placing
      + fields + lists + reviews + viewers + conditionText + conditionTree)

  /// The same, one after the other.
  package static var all: [Command] { table.all }

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

extension Setup {
  /// An editor that has all commands.
  package init(keymap: Keymap) {
    self.init(keymap: keymap, commands: Commands.table)
  }
}
