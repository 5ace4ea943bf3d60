/// What is wrong with a theme, keymap or configuration file.
package struct SettingsFault: Error, Equatable, Sendable {
  /// The file as the user would name it.
  package let file: String
  /// The line, from 1; nil when the fault has no place.
  package let line: Int?
  /// What is wrong, without a full stop.
  package let reason: String

  package init(file: String, line: Int?, reason: String) {
    self.file = file
    self.line = line
    self.reason = reason
  }

  /// One sentence: file, line and reason.
  package var sentence: String {
    file + (line.map { ", line \($0)" } ?? "") + ": " + reason
  }
}
