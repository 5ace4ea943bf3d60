import TOMLText

/// What the user has set in `config.toml`; everything has a default.
package struct Configuration: Sendable {
  /// The theme to start with.
  package var theme = "default"
  /// Draw with ASCII alone; nil leaves it to the locale.
  package var ascii: Bool?
  /// Listen to the mouse.
  package var mouse = true
  /// Keep the file as it was before the first save of a run, beside it, with `~` after its name.
  package var backup = false
  /// Count unverified references as unresolved.
  package var strict = false
  /// What the numbers beside steps count: `steps`, or `engine` for those of logs and status messages.
  package var numbers = "steps"
  /// Files and folders of objects, by the folder of the sequences they count for.
  package var catalogs: [(folder: String, paths: [String])] = []
  /// Programs that can be called from the editor.
  package var commands: [UserCommand] = []
  /// The program that edits long texts; nil means `$VISUAL`, else `$EDITOR`.
  package var editor: String?

  package init() {}

  /// Reads `config.toml`.
  /// - Throws: file, line and reason.
  package init(_ text: String, file name: String) throws(SettingsFault) {
    let file = try SettingsFile(name: name, text: text)
    do throws(TOMLFault) { try read(file.table) } catch {
      throw SettingsFault(file: name, error)
    }
  }

  private mutating func read(_ table: TOMLTable) throws(TOMLFault) {
    let names = [
      "theme", "editor", "ascii", "mouse", "backup", "strict", "numbers", "catalogs", "commands",
    ]
    try table.refuseNames(besides: names, "setting")
    theme = try table.string("theme") ?? theme
    editor = try table.string("editor")
    ascii = try table.boolean("ascii")
    mouse = try table.boolean("mouse") ?? mouse
    backup = try table.boolean("backup") ?? backup
    strict = try table.boolean("strict") ?? strict
    numbers = try table.string("numbers", among: ["steps", "engine"]) ?? numbers
    catalogs = try table["catalogs"].map(Self.catalogs) ?? []
    commands = try table["commands"].map(Self.commands) ?? []
  }

  /// A table whose keys are names and whose values are command lines.
  private static func commands(_ value: TOMLValue) throws(TOMLFault) -> [UserCommand] {
    guard let table = value.table else {
      throw TOMLFault(place: value.place, reason: "'commands' is a table, [commands], of programs")
    }
    var commands: [UserCommand] = []
    for entry in table.entries {
      let (key, value) = (entry.key, entry.value)
      guard let line = value.string else {
        throw TOMLFault(
          place: value.place, reason: "'\(key.name)' needs a command line in quotes")
      }
      guard key.name.contains(where: { !$0.isWhitespace }) else {
        throw TOMLFault(place: key.place, reason: "a command needs a name")
      }
      do throws(UserCommand.Fault) { commands.append(try UserCommand(key.name, line)) } catch {
        throw TOMLFault(place: value.place, reason: "'\(key.name)' \(error.reason)")
      }
    }
    return commands
  }

  /// A table whose keys are folders and whose values are a path or several; outer folders come before
  /// those inside them.
  private static func catalogs(
    _ value: TOMLValue
  ) throws(TOMLFault) -> [(folder: String, paths: [String])] {
    guard let table = value.table else {
      throw TOMLFault(place: value.place, reason: "'catalogs' is a table, [catalogs], of folders")
    }
    var catalogs: [(folder: String, paths: [String])] = []
    for entry in table.entries {
      let (key, value) = (entry.key, entry.value)
      let paths = value.array?.compactMap(\.string) ?? value.string.map { [$0] }
      guard let paths, !paths.isEmpty, !key.name.isEmpty else {
        throw TOMLFault(
          place: key.place, reason: "'\(key.name)' needs a path, or several as [\"a\", \"b\"]")
      }
      catalogs.append((key.name, paths))
    }
    return catalogs.sorted { $0.folder.utf8.lexicographicallyPrecedes($1.folder.utf8) }
  }
}
