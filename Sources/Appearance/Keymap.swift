package import Screen
import TOMLText

/// Where keys mean something; an inner context falls back to `global`.
package enum KeyContext: String, CaseIterable, Sendable {
  /// Wherever nothing is typed into.
  case global
  case tree
  case details
  /// A line or an area of text being edited.
  case field
  /// A form being filled in.
  case form
  /// A list to choose from.
  case list
  /// The tree while the place for moved nodes is chosen.
  case placing
  /// Changes to look at before they are made.
  case review
  /// A text to read.
  case viewer
  /// A question with a few answers.
  case question
  /// The tree of a condition.
  case condition
}

/// Which command a key, or a run of keys, stands for in each context.
package struct Keymap: Sendable {
  /// What a run of keys leads to.
  package enum Match: Equatable, Sendable {
    case command(String)
    /// More keys must follow.
    case prefix
    case none
  }

  private var bindings: [KeyContext: [[Key]: String]] {
    didSet { keys = Self.keys(in: bindings) }
  }
  /// The same the other way round.
  private var keys: [KeyContext: [String: [[Key]]]]

  package init(_ bindings: [KeyContext: [[Key]: String]]) {
    self.bindings = bindings
    keys = Self.keys(in: bindings)
  }

  private static func keys(
    in bindings: [KeyContext: [[Key]: String]]
  ) -> [KeyContext: [String: [[Key]]]] {
    bindings.mapValues { table in Dictionary(grouping: table.keys) { table[$0] ?? "" } }
  }

  /// What the keys mean in a context alone, without falling back.
  package func match(_ keys: [Key], in context: KeyContext) -> Match {
    guard let table = bindings[context] else { return .none }
    if let command = table[keys] { return .command(command) }
    return table.keys.contains { $0.count > keys.count && $0.starts(with: keys) } ? .prefix : .none
  }

  /// All keys of a command in a context, the shortest notation first.
  package func keys(for command: String, in context: KeyContext) -> [[Key]] {
    (keys[context]?[command] ?? []).sorted {
      let (left, right) = (Self.rank($0), Self.rank($1))
      return left == right
        ? $0.map(\.description).joined() < $1.map(\.description).joined() : left < right
    }
  }

  /// Keys that every keyboard has come before those that some terminals lack.
  private static func rank(_ keys: [Key]) -> Int {
    keys.reduce(keys.count * 10) { sum, key in
      switch key.code {
      case .function: sum + 4
      default:
        sum + (key.modifiers.contains(.alt) ? 5 : 0) + (key.modifiers.contains(.ctrl) ? -1 : 0)
      }
    }
  }

  /// Lays the user's `keys.toml` over this map: tables named as the contexts, keys as they are written
  /// everywhere, values a command's name or `"none"` to take a key's meaning away.
  /// - Throws: file, line and reason; the map is then as it was.
  package mutating func merge(
    _ text: String, file name: String, commands: Set<String>
  ) throws(SettingsFault) {
    let file = try SettingsFile(name: name, text: text)
    var merged = bindings
    for section in file.table.entries {
      guard let context = KeyContext(rawValue: section.key.name), let table = section.value.table
      else {
        let known = KeyContext.allCases.map(\.rawValue).joined(separator: ", ")
        throw file.fault(
          "'\(section.key.name)' is no place for keys; there are \(known)", at: section.key.place)
      }
      for entry in table.entries {
        let (notation, place) = (entry.key.name, entry.key.place)
        let keys: [Key]
        do { keys = try Key.parse(notation) } catch {
          throw file.fault("'\(notation)': \(error.description)", at: place)
        }
        guard let command = entry.value.string else {
          throw file.fault("'\(notation)' needs the name of a command in quotes", at: place)
        }
        guard command == "none" || commands.contains(command) else {
          throw file.fault("there is no command '\(command)'; tsedit keys lists them", at: place)
        }
        merged[context, default: [:]][keys] = command == "none" ? nil : command
      }
    }
    bindings = merged
  }
}
