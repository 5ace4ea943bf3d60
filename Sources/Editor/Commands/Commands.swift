package import Appearance
import Screen

extension Commands {
  /// All commands there are, in the order of help.
  package static let table = CommandTable(
    navigation + panes + steps + options + conditions + moving + clipboard + marks + search
      + replacing + variables + references + history + creating + files + handover + program
      + placing
      + fields + forms + lists + reviews + viewers + questions + conditionText + conditionTree)

  /// The same, one after the other.
  package static var all: [Command] { table.all }
}

extension Keymap {
  /// The keys every command has unless the user says otherwise; in the details letters are text.
  ///
  /// - Throws: never for the table as it is; a test reads every notation.
  package static let standard: Keymap = {
    var bindings: [KeyContext: [[Key]: String]] = [:]
    for command in Commands.all {
      for notation in command.keys + command.reflexes {
        guard let keys = try? Key.parse(notation) else { continue }
        for context in command.contexts where context.has(keys) {
          bindings[context, default: [:]][keys] = command.id
        }
      }
    }
    return Keymap(bindings)
  }()
}

extension KeyContext {
  /// Whether commands have such keys there: in the details letters are typed.
  func has(_ keys: [Key]) -> Bool {
    guard self == .details, let typed = keys.first?.typed else { return true }
    return typed == " "
  }
}

extension Setup {
  /// An editor that has all commands.
  package init(keymap: Keymap) {
    self.init(keymap: keymap, commands: Commands.table)
  }
}
