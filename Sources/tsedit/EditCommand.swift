import ArgumentParser

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
    try EditorStart(
      files: files, hasSample: demo, isReadOnly: readOnly, catalogs: known.catalogs,
      isStrict: known.strict, theme: look.theme, isASCII: look.ascii, hasMouse: !look.noMouse
    ).run()
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
