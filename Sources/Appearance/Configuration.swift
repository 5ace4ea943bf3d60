import TOMLKit

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
  /// Files and folders of objects, by the folder of the sequences they count for.
  package var catalogs: [(folder: String, paths: [String])] = []
  /// The program that edits long texts; nil means `$VISUAL`, else `$EDITOR`.
  package var editor: String?

  package init() {}

  /// Reads `config.toml`.
  /// - Throws: file, line and reason.
  package init(_ text: String, file name: String) throws(SettingsFault) {
    let file = try SettingsFile(name: name, text: text)
    for key in file.table.keys {
      let value = file.table[key]
      switch key {
      case "theme": theme = try Self.string(value, key, file)
      case "editor": editor = try Self.string(value, key, file)
      case "ascii": ascii = try Self.bool(value, key, file)
      case "mouse": mouse = try Self.bool(value, key, file)
      case "backup": backup = try Self.bool(value, key, file)
      case "strict": strict = try Self.bool(value, key, file)
      case "catalogs": catalogs = try Self.catalogs(value, file)
      default:
        throw file.fault(
          "there is no setting '\(key)'; there are theme, editor, ascii, mouse, backup, strict, catalogs",
          at: key)
      }
    }
  }

  /// A table whose keys are folders and whose values are a path or several.
  private static func catalogs(
    _ value: (any TOMLValueConvertible)?, _ file: SettingsFile
  ) throws(SettingsFault) -> [(folder: String, paths: [String])] {
    guard let table = value?.table else {
      throw file.fault("'catalogs' is a table, [catalogs], of folders", at: "catalogs")
    }
    var catalogs: [(folder: String, paths: [String])] = []
    for folder in table.keys {
      let paths = table[folder]?.array?.compactMap(\.string) ?? table[folder]?.string.map { [$0] }
      guard let paths, !paths.isEmpty, !folder.isEmpty else {
        throw file.fault("'\(folder)' needs a path, or several as [\"a\", \"b\"]", at: folder)
      }
      catalogs.append((folder, paths))
    }
    return catalogs
  }

  private static func string(
    _ value: (any TOMLValueConvertible)?, _ key: String, _ file: SettingsFile
  ) throws(SettingsFault) -> String {
    guard let text = value?.string else {
      throw file.fault("'\(key)' needs a text in quotes", at: key)
    }
    return text
  }

  private static func bool(
    _ value: (any TOMLValueConvertible)?, _ key: String, _ file: SettingsFile
  ) throws(SettingsFault) -> Bool {
    guard let isOn = value?.bool else {
      throw file.fault("'\(key)' needs true or false", at: key)
    }
    return isOn
  }
}
