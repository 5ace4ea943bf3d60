package import Appearance
import Screen

extension Commands {
  /// All commands there are, in the order of help.
  package static let table = CommandTable(
    navigation + panes + steps + options + conditions + moving + clipboard + marks + search
      + replacing + variables + references + history + creating + files + program + placing
      + fields + lists + reviews + viewers + conditionText + conditionTree)

  /// The same, one after the other.
  package static var all: [Command] { table.all }
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
