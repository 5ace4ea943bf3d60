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
    setup.add(configuration.commands, absence: Self.absence)
    setup.hasOutsideEditor = (configuration.editor ?? Environment.editor) != nil
    return setup
  }

  /// Reads them again and says so; what is wrong leaves all as it was.
  mutating func reread(isStrict: Bool) -> [Outcome] {
    let faults = reread()
    guard faults.isEmpty else {
      return [.settingsRefused(faults.map { $0 + "." }.joined(separator: " "))]
    }
    return [
      .settings(setup(isStrict: isStrict)), .message(Message("The settings were read again.")),
    ]
  }

  /// Why a program cannot be called.
  private static func absence(of command: UserCommand) -> String? {
    let program = command.program
    return OutsideProgram.isThere(program)
      ? nil : "there is no program “\(program)”"
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

extension Message {
  /// How a program ended.
  init(_ end: OutsideProgram.End, of name: String) {
    switch end {
    case .code(0): self.init("“\(name)” ended well, with exit code 0.")
    case .code(let code): self.init("“\(name)” ended with exit code \(code).", .warning)
    case .signal(let number): self.init("“\(name)” was ended by signal \(number).", .warning)
    }
  }
}
