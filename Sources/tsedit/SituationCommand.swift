import ArgumentParser
import RunLogs
import Screen
import Storage
import Workspace

/// Makes a situation for a dry run.
struct SituationCommand: PrintingCommand {
  static let configuration = CommandConfiguration(
    commandName: "situation",
    abstract: "Write a situation for a dry run: what a log tells of a machine and a run.",
    discussion: """
      From smsts.log: what conditions found, how steps ended, what they took. From MDT's BDD.log: the \
      values of variables. What the logs do not tell is unknown; passwords and keys are left out. A \
      file that is there already is not replaced.
      """)

  @Option(
    parsing: .upToNextOption,
    help: "Logs, or folders of them; - is standard input.", completion: .file())
  var fromLog: [String]

  @Option(help: "Which of several runs, from 1; without it the last.")
  var run: Int?

  @Option(
    name: .shortAndLong, help: "The file to write; - is standard output, as without it.",
    completion: .file())
  var output: String?

  func run(_ out: inout Output) throws {
    let reading = try LogFiles.read(fromLog)
    guard let situation = LogSituation(reading, run: run) else {
      let count = reading.runs.count
      throw Failure(
        run.map { "there is no run \($0); there \(count == 1 ? "is 1" : "are \(count)")." }
          ?? "nothing in it tells of a run or of variables.")
    }
    guard let output, output != "-" else { return out.print(text: Printable.text(situation.text)) }
    do throws(FileFailure) {
      try AtomicFile.write(TextContent(situation.text), to: output, isNew: true)
    } catch {
      let isThere = error.code == FileFailure.exists
      throw Failure(
        isThere
          ? "\(Printable.line(output)) is there already; choose another name."
          : "\(Printable.line(output)): \(error.reason).", code: Failure.refused)
    }
  }
}
