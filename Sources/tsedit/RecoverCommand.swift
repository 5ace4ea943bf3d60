import ArgumentParser
import Glibc
import TaskSequence

/// Lists work that was left unsaved, and writes it to a file without the editor.
struct RecoverCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "recover", abstract: "List work that was left unsaved, or write it to a file.",
    discussion: """
      Opening a file offers the work that was left on it, and so does the same standard input. This \
      is for files that are gone, and for new sequences that never had one. Once written, such work \
      is forgotten here.
      """)

  @Argument(help: "The file the work was left on.", completion: .file())
  var file: String?

  @Option(name: .shortAndLong, help: "The file to write; one that is there is not replaced.")
  var output: String?

  func run() throws {
    guard let file else { return LeftWork.all.forEach { print(Self.line($0)) } }
    guard let output else { throw Failure("name a file to write with -o.") }
    guard let recovery = LeftWork.on(file).first else {
      throw Failure("no work on \(Printable.line(file)) was left; tsedit recover lists all.")
    }
    do throws(FileFailure) {
      try AtomicFile.write(recovery.history.document.serialized(), to: output, isNew: true)
    } catch {
      throw Failure("\(Printable.line(output)): \(error.reason).", code: Failure.refused)
    }
    // Keeping the work comes before asking whether it is fit to run.
    let name = Printable.line(output)
    Failure.say("tsedit: \(name) is as it was left, and not checked; tsedit check does that.")
    if access(recovery.file, F_OK) != 0 { JournalFolder.remove(recovery.journal) }
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

/// The work that is in the state folder.
enum LeftWork {
  static var all: [Recovery] {
    Environment.stateFolder.map { JournalFolder($0 + "/journal").leftWork } ?? []
  }

  /// The work on one file, the one written last first.
  static func on(_ path: String) -> [Recovery] {
    let file = JournalFolder.absolute(path)
    return all.filter { $0.file == file }
  }

  static func has(on path: String) -> Bool { !on(path).isEmpty }
}
