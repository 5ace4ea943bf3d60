package import Appearance
package import TaskSequence

/// What the editor is told at its start, and when settings are read again; it never changes it itself.
package struct Setup: Sendable {
  package var keymap: Keymap
  /// Keep the file as it was before the first save of a run.
  package var backup = false
  /// The names of all themes that can be chosen, with a line about each; read when they are asked for.
  package var themes: @Sendable () -> [(name: String, summary: String)] = { [] }
  /// Whether the multi-line editor may be the user's own program.
  package var hasOutsideEditor = false
  /// Whether references nothing is known of stop a save too.
  package var isStrict = false
  /// How nodes are numbered at the start.
  package var numbering = Numbering.steps
  /// When the editor started, in seconds since 1970; nil leaves ages out.
  package var now: Int64?
  /// The folder of the settings; nil where there is no such place.
  package var settings: String?
  /// The folder `~` stands for where a path is typed.
  package var home: String?
  /// What can be done.
  var commands: CommandTable

  init(keymap: Keymap, commands: CommandTable) {
    self.keymap = keymap
    self.commands = commands
  }

  /// A path as it was typed, `~` replaced.
  func path(_ typed: String) -> String {
    guard let home, typed == "~" || typed.hasPrefix("~/") else { return typed }
    return home + typed.dropFirst()
  }
}
