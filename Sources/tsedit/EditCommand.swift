import Appearance
import ArgumentParser
import Editor
import Glibc
import ObjectCatalog
import Screen
import TaskSequence
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
    var documents: [(document: SequenceDocument, path: String?, title: String)] = []
    if demo { documents.append((try Files.sample(), nil, "sample.xml")) }
    for path in files {
      let isInput = path == "-"
      documents.append(
        (
          try Files.load(path), isInput ? nil : path,
          isInput ? "standard input" : EditorState.title(of: path)
        ))
    }
    var library = try CatalogLibrary(
      known.catalogs, byFolder: settings.configuration.catalogs)
    let catalogs = documents.map { library.catalog(around: $0.path) }
    let options = Session.Options(
      mouse: settings.configuration.mouse && !look.noMouse,
      input: files.contains("-") ? open("/dev/tty", O_RDWR) : STDIN_FILENO)
    var session: Session
    do { session = try Session.open(options) } catch { throw Failure(error.description) }
    var state = EditorState(
      documents[0].document, path: documents[0].path, title: documents[0].title,
      isReadOnly: readOnly, size: session.size, setup: settings.setup(isStrict: known.strict),
      catalog: catalogs[0])
    for (more, catalog) in zip(documents, catalogs).dropFirst() {
      state.add(
        more.document, path: more.path, title: more.title, isReadOnly: readOnly, isShown: false,
        catalog: catalog)
    }
    let isASCII = look.ascii || settings.configuration.ascii == true
    var loop = EditLoop(
      settings: settings, theme: settings.theme(look.theme, depth: session.depth),
      isASCII: isASCII, library: library)
    if let fault = settings.faults.first ?? library.faults.first { state.say(fault, .warning) }
    let code = loop.run(&state, &session)
    session.close()
    for draft in loop.keeper.drafts.values.sorted(by: { $0.file < $1.file }) {
      Failure.say(
        "tsedit: your work on “\(draft.file)” is not saved; opening the file offers it again.")
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
}
