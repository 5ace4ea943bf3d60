import Appearance
import ArgumentParser
import Editor
import Glibc
import Screen
import Terminal

/// Opens the editor.
struct EditCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "edit", abstract: "Open task sequences in the editor (the default).")

  @Argument(help: "Task sequence files; - is standard input.", completion: .file())
  var files: [String] = []

  @Flag(help: "Open a sample sequence to try things out.")
  var demo = false

  @Flag(help: "Refuse all edits.")
  var readOnly = false

  @OptionGroup var known: CatalogOptions

  @OptionGroup var look: LookOptions

  func run() throws {
    guard demo || !files.isEmpty else {
      throw Failure(
        "name a task sequence to open, or try tsedit --demo; tsedit --help tells more.")
    }
    var settings = Settings()
    try look.check(settings)
    var library = try CatalogLibrary(
      known.catalogs, byFolder: settings.configuration.catalogs)
    var state = try Files.editor(
      of: files, withSample: demo, isReadOnly: readOnly, offersLeftWork: true,
      size: Size(width: 80, height: 24), setup: settings.setup(isStrict: known.strict), &library)
    let options = Session.Options(
      mouse: settings.configuration.mouse && !look.noMouse,
      input: files.contains("-") ? open("/dev/tty", O_RDWR) : STDIN_FILENO)
    var session: Session
    do { session = try Session.open(options) } catch { throw Failure(error.description) }
    _ = state.handle(.terminal(.resize(session.size)))
    let isASCII = look.ascii || settings.configuration.ascii == true
    var loop = EditLoop(
      settings: settings, theme: settings.theme(look.theme, depth: session.depth),
      isASCII: isASCII, library: library)
    let faults = (settings.faults + library.faults).map { $0 + "." }
    if !faults.isEmpty { state.say(faults.joined(separator: " "), .warning) }
    let code = loop.run(&state, &session)
    session.close()
    for draft in loop.keeper.drafts.values.sorted(by: { $0.title < $1.title }) {
      let way = draft.hasFile ? "opening the file offers it again" : "tsedit recover lists it"
      Failure.say(
        "tsedit: your work on “\(draft.title)” is not saved; it is kept in \(draft.journal), and \(way)."
      )
    }
    guard code == 0 else { throw ExitCode(code) }
  }
}

/// How the screen looks, for all commands that have one.
struct LookOptions: ParsableArguments {
  @Option(help: "The theme; tsedit themes lists them.")
  var theme: String?

  @Flag(help: "Draw with ASCII characters alone.")
  var ascii = false

  @Flag(help: "Leave the mouse to the terminal.")
  var noMouse = false

  /// Refuses a theme that was asked for by name and cannot be read.
  func check(_ settings: Settings) throws(Failure) {
    guard let theme else { return }
    do { _ = try Theme(named: theme, depth: .direct, text: settings.themeText) } catch {
      throw Failure(error.sentence + ".")
    }
  }
}
