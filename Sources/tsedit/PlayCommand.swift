import ArgumentParser
import Editor
import Screen

/// Runs the editor without a terminal.
struct PlayCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "play",
    abstract: "Run the editor without a terminal and print its last screen.",
    discussion: """
      Keys are written as people write them: letters as they are, others as <Down>, <Enter>, <Esc>,
      <Tab>, <Space>, <C-s>, <A-Up>, and <lt> for the character itself. A save really saves.
      """)

  enum Format: String, ExpressibleByArgument, CaseIterable { case text, ansi, svg }

  @Argument(
    help: "Task sequences; - is standard input, none opens the sample.", completion: .file())
  var files: [String] = []

  @Option(help: "The keys to press.")
  var keys = ""

  @Option(help: "The size of the screen, as columns x rows.")
  var size = "80x24"

  @Option(help: "What to print: text, ansi or svg.")
  var format = Format.text

  @Flag(help: "Refuse all edits.")
  var readOnly = false

  @OptionGroup var known: CatalogOptions

  @OptionGroup var look: LookOptions

  func run() throws {
    let numbers = size.split(separator: "x").compactMap { Int($0) }
    guard numbers.count == 2, numbers.allSatisfy({ (1...1000).contains($0) }) else {
      throw Failure("the size '\(size)' makes no sense; write it as 80x24.")
    }
    let pressed: [Key]
    do { pressed = try Key.parse(keys) } catch {
      throw Failure("--keys: \(error.description)")
    }
    var settings = Settings()
    let theme = settings.theme(look.theme ?? "default", depth: .direct)
    if let fault = settings.faults.first { throw Failure(fault + ".") }
    var library = try known.library(settings)
    var state = try Files.editor(
      of: files, withSample: files.isEmpty, isReadOnly: readOnly,
      size: Size(width: numbers[0], height: numbers[1]),
      setup: settings.setup(isStrict: known.strict), &library)
    let code = press(pressed, &state, library)
    var buffer = Buffer(size: state.size)
    let cursor = state.draw(into: &buffer, theme)
    if look.ascii { buffer = buffer.asciiTwin() }
    switch format {
    case .text: print(buffer.plainText, terminator: "")
    case .ansi: print(buffer.ansi(), terminator: "")
    case .svg: print(buffer.svg(cursor: cursor), terminator: "")
    }
    let isRefused = code == 0 && state.wasRefused
    guard code == 0, !isRefused else { throw ExitCode(isRefused ? Failure.refused : code) }
  }

  /// Presses the keys until the editor wants to leave; answers the exit code.
  ///
  /// Nobody can be asked about locks and journals here, so there are none, except drafts.
  private func press(
    _ keys: [Key], _ state: inout EditorState, _ library: CatalogLibrary
  ) -> Int32 {
    var keeper = Keeper(library: library)
    if let code = Self.take(.started, &state, &keeper) { return code }
    for key in keys {
      if let code = Self.take(.terminal(.key(key)), &state, &keeper) { return code }
    }
    return 0
  }

  private static func take(
    _ event: EditorEvent, _ state: inout EditorState, _ keeper: inout Keeper
  ) -> Int32? {
    for effect in state.handle(event) {
      var outcomes: [Outcome] = []
      switch effect {
      case .quit(let code): return code
      case .editOutside: outcomes = [.editedOutside(nil)]
      case .suspend, .copy, .useTheme, .attend, .record: break
      default: outcomes = keeper.perform(effect, state.files) ?? []
      }
      for outcome in outcomes {
        if let code = take(.outcome(outcome), &state, &keeper) { return code }
      }
    }
    return nil
  }
}
