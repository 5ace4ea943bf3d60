import TOMLKit

/// What the user has set in `config.toml`; everything has a default.
package struct Configuration: Equatable, Sendable {
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
      default:
        throw file.fault(
          "there is no setting '\(key)'; there are theme, editor, ascii, mouse, backup, strict",
          at: key)
      }
    }
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
