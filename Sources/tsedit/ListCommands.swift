import Appearance
import ArgumentParser
import Editor

/// Prints all keys.
struct KeysCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "keys", abstract: "List every command, its keys and its name in keys.toml.")

  @Flag(help: "Print a table for a README.")
  var markdown = false

  func run() throws {
    let settings = Settings()
    for fault in settings.faults { Failure.say("tsedit: \(fault).") }
    let table = KeyTable(settings.keymap)
    print(markdown ? table.markdown : table.text)
  }
}

/// Prints all themes.
struct ThemesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "themes", abstract: "List the themes there are.")

  func run() throws {
    for theme in Settings().themes {
      print(Printable.line(theme.name.padded(to: 12) + theme.summary))
    }
  }
}

extension String {
  /// The text with blanks behind it up to a width.
  func padded(to width: Int) -> String {
    self + String(repeating: " ", count: max(1, width - count))
  }
}
