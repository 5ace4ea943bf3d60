import Appearance
import ArgumentParser
import Screen
import Workspace

/// Prints all keys.
struct KeysCommand: PrintingCommand {
  static let configuration = CommandConfiguration(
    commandName: "keys", abstract: "List every command, its keys and its name in keys.toml.",
    discussion: """
      Keys of your own stand in ~/.config/tsedit/keys.toml (or under $XDG_CONFIG_HOME): below [tree], \
      "X" = "step.remove". tsedit help settings tells more.
      """)

  @Flag(help: "Print tables in Markdown.")
  var markdown = false

  func run(_ out: inout Output) throws {
    let settings = Settings()
    for fault in settings.faults { Failure.say("tsedit: \(fault).") }
    let table = KeyTable(settings.keymap)
    out.print(markdown ? table.markdown : table.text)
  }
}

/// Prints all themes.
struct ThemesCommand: PrintingCommand {
  static let configuration = CommandConfiguration(
    commandName: "themes", abstract: "List the themes there are.")

  func run(_ out: inout Output) throws {
    for theme in Settings().themes {
      out.print(Printable.line(theme.name.padded(to: 12) + theme.summary))
    }
  }
}
