import Appearance
import Editor
import Glibc
import TaskSequence
import Workspace

extension Settings {
  /// Reads them, with keys for the editor's commands.
  init() { self.init(.standard, commands: Set(Commands.all.map(\.id))) }

  /// What the editor is told.
  ///
  /// - Parameter isStrict: Whether the command line asks for it besides.
  func setup(isStrict: Bool = false) -> Setup {
    var setup = Setup(keymap: keymap)
    setup.home = Environment.variable("HOME")
    setup.backup = configuration.backup
    setup.isStrict = isStrict || configuration.strict
    setup.numbering = Numbering(rawValue: configuration.numbers) ?? .steps
    setup.now = Int64(time(nil))
    setup.themes = { themes }
    setup.settings = folder
    setup.hasOutsideEditor = (configuration.editor ?? Environment.editor) != nil
    return setup
  }

  /// Keeps a theme for the next start, and says so.
  func kept(theme name: String) -> [Outcome] {
    do throws(Failure) {
      let path = try keep(theme: name)
      return [.message(Message("“\(name)” is kept for next time, in \(path)."))]
    } catch {
      return [.message(Message("Not kept: \(error.sentences.joined(separator: " "))", .warning))]
    }
  }
}
