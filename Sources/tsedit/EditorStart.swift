import Appearance
import ArgumentParser
import Editor
import Glibc
import Screen
import Terminal
import Workspace

/// What the editor is started with.
struct EditorStart {
  var files: [String]
  var hasSample = false
  var isReadOnly = false
  var catalogs: [String] = []
  var isStrict = false
  var theme: String?
  var isASCII = false
  var hasMouse = true

  /// Opens the editor and runs it until it is left.
  func run() throws {
    guard hasSample || !files.isEmpty else {
      throw Failure(
        "name a task sequence to open, or try tsedit --demo; tsedit --help tells more.")
    }
    var settings = Settings()
    try settings.check(theme: theme)
    var library = try CatalogLibrary(
      catalogs, byFolder: settings.configuration.catalogs, stated: StatedFile())
    let state = try EditorOpening.editor(
      of: files, withSample: hasSample, isReadOnly: isReadOnly, offersLeftWork: true,
      size: Size(width: 80, height: 24), setup: settings.setup(isStrict: isStrict), &library)
    let options = Session.Options(
      mouse: settings.configuration.mouse && hasMouse,
      input: (files + catalogs).contains("-") ? open("/dev/tty", O_RDWR) : STDIN_FILENO)
    let session: Session
    do { session = try Session.open(options) } catch { throw Failure(error.description) }
    let theme = settings.theme(theme, depth: session.depth)
    var loop = EditLoop(
      state, in: session, settings: settings, theme: theme,
      start: self, library: library)
    let code = loop.run(telling: (settings.faults + library.faults).map { $0 + "." })
    let keeper = loop.end()
    for draft in keeper.drafts.values.sorted(by: { $0.title < $1.title }) {
      let way = draft.hasFile ? "opening the file offers it again" : "tsedit recover lists it"
      Failure.say(
        "tsedit: your work on “\(draft.title)” is not saved; it is kept in \(draft.journal), and \(way)."
      )
    }
    for (path, remark) in keeper.remarks.sorted(by: { $0.key < $1.key }) {
      Failure.say("tsedit: \(Printable.line(path)): \(remark)")
    }
    guard code == 0 else { throw ExitCode(code) }
  }
}

extension EditorStart {
  /// The start a command line of nothing but paths asks for; nil when it can mean something else.
  ///
  /// The editor is started so most often, and what reads options takes longer than opening a file.
  init?(paths: some Collection<String>) {
    guard !paths.isEmpty,
      paths.allSatisfy({ !$0.hasPrefix("-") && $0.utf8.contains(where: Self.isInNoCommand) })
    else { return nil }
    self.init(files: Array(paths))
  }

  private static func isInNoCommand(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "/") || byte == UInt8(ascii: ".")
  }
}
