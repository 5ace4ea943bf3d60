import Appearance
import ArgumentParser
import Editor
import References
import Reports
import Screen
import TaskSequence
import Workspace

/// Runs the editor without a terminal.
struct PlayCommand: PrintingCommand {
  static let configuration = CommandConfiguration(
    commandName: "play",
    abstract: "Run the editor without a terminal and print its last screen.",
    discussion: """
      Keys are written as people write them: letters as they are, others as <Down>, <Enter>, <Esc>, \
      <Tab>, <Space>, <C-s>, <A-Up>, and <lt> for the character itself. A save really saves.
      """)

  @Argument(
    help: "Task sequences; - is standard input, none opens the sample.", completion: .file())
  var files: [String] = []

  @Option(help: "The keys to press.")
  var keys = ""

  @Option(help: "The size of the screen, as columns x rows.")
  var size = "80x24"

  @OptionGroup var format: FormatOption<Frame>

  @Flag(help: "Refuse all edits.")
  var readOnly = false

  @OptionGroup var known: CatalogOptions

  @OptionGroup var look: LookOptions

  func run(_ out: inout Output) throws {
    let numbers = size.split(separator: "x").compactMap { Int($0) }
    guard numbers.count == 2, numbers.allSatisfy({ (1...1000).contains($0) }) else {
      throw Failure("the size '\(size)' makes no sense; write it as 80x24.")
    }
    let pressed: [Key]
    do { pressed = try Key.parse(keys) } catch {
      throw Failure("--keys: \(error.description)")
    }
    var settings = Settings()
    try settings.check(theme: look.theme)
    let theme = settings.theme(look.theme ?? "default", depth: .direct)
    for fault in settings.faults { Failure.say("tsedit: \(fault).") }
    var library = try known.library(settings)
    let state = try EditorOpening.editor(
      of: files, withSample: files.isEmpty, isReadOnly: readOnly, offersLeftWork: false,
      size: Size(width: numbers[0], height: numbers[1]),
      setup: settings.setup(isStrict: known.strict), &library)
    var playback = Playback(
      state: state, theme: theme, settings: settings, keeper: Keeper(library: library),
      isStrict: known.strict)
    playback.press(pressed)
    var buffer = Buffer(size: playback.state.size)
    let cursor = playback.state.draw(into: &buffer, playback.theme)
    if look.ascii { buffer = buffer.asciiTwin() }
    try out.print(Frame(buffer, cursor: cursor), as: format)
    if let code = playback.exitCode, code != 0 { throw ExitCode(code) }
    let refused = playback.state.files.first { $0.id == playback.state.refused }
    guard let refused else { return }
    let sequence = NamedSequence(path: refused.path ?? refused.title, document: refused.document)
    let check = refused.references
    for line in ReferenceLine.lines(for: check.blocking, sequence, check) {
      Failure.say("tsedit: " + line.text)
    }
    Failure.say("tsedit: \(refused.title) was not saved: references are unresolved.")
    throw ExitCode(Failure.refused)
  }
}

/// The editor in the real world without a terminal.
///
/// Nobody can be asked about locks and journals here, so there are none, except drafts.
private struct Playback: KeptWorld, HeadlessWorld {
  var state: EditorState
  var theme: Theme
  var settings: Settings
  var keeper: Keeper
  /// Whether the command line asks for it.
  let isStrict: Bool
  var exitCode: Int32?

  /// Presses keys until the editor wants to leave.
  mutating func press(_ keys: [Key]) {
    defer { keeper.releaseLocks() }
    take(.outcome(.drawn(theme: theme.name)))
    take(.started)
    for key in keys { take(.terminal(.key(key))) }
  }

  mutating func useTheme(_ name: String) -> [Outcome] {
    guard let new = try? settings.theme(named: name, depth: .direct) else { return [] }
    theme = new
    return [.drawn(theme: name)]
  }

  mutating func rereadSettings() -> [Outcome] { settings.reread(isStrict: isStrict) }

  mutating func keepTheme(_ name: String) -> [Outcome] { settings.kept(theme: name) }

  mutating func attend(_: FileID, at path: String, isReadOnly: Bool) -> [Outcome] { [] }
  mutating func keepView(_: String, of path: String) -> [Outcome] { [] }
  mutating func recall(_: FileID, from origin: String) -> [Outcome] { [] }
  mutating func record(_: FileID) -> [Outcome] { [] }
}
