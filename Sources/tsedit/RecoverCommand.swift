import ArgumentParser
import Glibc
import Journaling
import Screen
import Storage
import TaskSequence
import Workspace

/// Lists work that was left unsaved, opens it, and writes it to a file without the editor.
struct RecoverCommand: PrintingCommand {
  static let configuration = CommandConfiguration(
    commandName: "recover",
    abstract: "List work that was left unsaved, open it, or write it to a file.",
    discussion: """
      Without a file it lists all that was left. With one it opens it in the editor, which offers the \
      work, also where the file is gone, is no sequence any more, or never was; tsedit FILE does the \
      same. With -o the work is written without the editor, unless a reference in it is unresolved. The \
      catalogues that counted when the work was done count again. Once written, the work on a file that \
      is gone is forgotten here. Work that was discarded when it was offered is listed as forgotten for a \
      week; naming its file offers it again. What came through standard \
      input is listed under a name of its own.
      """)

  @Argument(help: "The file the work was left on.", completion: .file())
  var file: String?

  @Option(
    name: .shortAndLong,
    help: "The file to write, - is standard output; one that is there is not replaced.",
    completion: .file())
  var output: String?

  @OptionGroup var known: CatalogOptions

  func run(_ out: inout Output) throws {
    guard let file else { return Self.list(&out) }
    if !LeftWork.has(on: file) { _ = LeftWork.bringBack(file) }
    guard let recovery = LeftWork.on(file).first else {
      throw Failure("no work on \(Printable.line(file)) was left; tsedit recover lists all.")
    }
    guard let output else {
      return try EditorStart(files: [file], catalogs: known.catalogs, isStrict: known.strict).run()
    }
    let settings = Settings()
    var library = try known.library(settings)
    let told = library.faults.count
    library.add(recovery.catalogs, around: recovery.file, forAll: true)
    for fault in library.faults.dropFirst(told) { Failure.say("tsedit: \(fault).") }
    var gate = Gate(library, isStrict: known.isStrict(settings))
    do throws(Failure) {
      try gate.deliver(
        recovery.history.document, to: output, opened: recovery.document, from: recovery.file,
        isNew: true, &out)
    } catch {
      throw Failure(error.sentences + [LeftWork.advice(on: file)], code: error.code)
    }
    // Who reads a pipe may fail to keep it.
    guard output != "-", access(recovery.file, F_OK) != 0 else { return }
    JournalFolder.remove(recovery.journal)
  }

  private static func list(_ out: inout Output) {
    let (all, forgotten) = (LeftWork.all, LeftWork.forgotten)
    if all.isEmpty, forgotten.isEmpty { Failure.say("tsedit: no work was left unsaved.") }
    all.forEach { out.print(line($0)) }
    forgotten.forEach { out.print(line($0) + ", forgotten; kept for a week") }
  }

  /// A file with what was left on it.
  private static func line(_ recovery: Recovery) -> String {
    let count = recovery.editCount == 1 ? "1 edit" : "\(recovery.editCount) edits"
    let place =
      access(recovery.file, F_OK) == 0
      ? "" : StandardInput.isName(recovery.file) ? ", no file yet" : ", the file is not there"
    return Printable.line(
      "\(recovery.file): \(count), the last of \(ProcessMark.clock(recovery.written))\(place)")
  }
}
