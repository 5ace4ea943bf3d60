import ArgumentParser
import DryRun
import Facts
import Reports
import RunLogs
import Screen
import Storage
import TaskSequence
import Workspace

/// Tells what logs say of a run.
struct LogCommand: PrintingCommand {
  static let configuration = CommandConfiguration(
    commandName: "log",
    abstract: "Read smsts.log and lay the run it tells of over a task sequence.",
    discussion: """
      Several files, rolled over ones and folders of them are put in order by what they say. With \
      --sequence every step has what became of it, with the codes in words, the time it took and the \
      values that decided; where the log is of another version of the sequence, that is told. Logs of \
      MDT's scripts beside it tell values of variables. Passwords and keys are never shown. \
      --anonymous prints the log itself, with other names of machines, users, domains and addresses.
      """)

  @Argument(help: "Logs, or folders of them; - is standard input.", completion: .file())
  var files: [String]

  @Option(help: "The task sequence that was run.", completion: .file())
  var sequence: String?

  @Option(help: "Which of several runs, from 1; without it the last.")
  var run: Int?

  @Flag(help: "Print a copy of the log that can be shown to others.")
  var anonymous = false

  @OptionGroup var format: FormatOption<LogReport>

  func run(_ out: inout Output) throws {
    if anonymous {
      guard sequence == nil, run == nil else {
        throw Failure("--anonymous prints the log, and stands without --sequence and --run.")
      }
      return try copy(&out)
    }
    var document: SequenceDocument?
    if let sequence { document = try Files.load(sequence) }
    let reading = try LogFiles.runs(files)
    let number = run ?? reading.runs.count
    guard (1...reading.runs.count).contains(number) else {
      throw Failure(
        "there is no run \(number); there \(reading.runs.count == 1 ? "is 1" : "are \(reading.runs.count)")."
      )
    }
    var overlay: LogOverlay?
    if let document { overlay = try lay(reading.runs[number - 1], over: document) }
    try out.print(LogReport(reading, run: number, over: overlay), as: format)
  }

  /// Child sequences are looked for around the file, as for a dry run.
  private func lay(
    _ run: LogRun, over document: SequenceDocument
  ) throws(Failure) -> LogOverlay {
    var children = SimulatedChildren(
      StatedSituation(name: nil, folder: nil, situation: Situation()))
    try children.find(for: document, at: sequence, beside: [])
    do throws(InstructionTable.TooLarge) {
      return LogOverlay(try LogAlignment(run, with: document, children: children.known))
    } catch {
      throw Failure("there are more than \(InstructionTable.TooLarge.limit) steps.")
    }
  }

  /// All names are learned before the first line goes out.
  private func copy(_ out: inout Output) throws(Failure) {
    var anonymizer = LogAnonymizer()
    var logs: [[UInt8]] = []
    for (path, _) in try LogFiles.paths(files) {
      let bytes = try LogFiles.bytes(path)
      anonymizer.learn(bytes)
      logs.append(bytes)
    }
    for log in logs {
      out.print(text: Self.printable(String(decoding: anonymizer.copy(of: log), as: UTF8.self)))
      try out.flush()
    }
  }

  /// A log as it may go to a terminal: tabs and line ends stay.
  private static func printable(_ text: String) -> String {
    func isOther(_ scalar: Unicode.Scalar) -> Bool {
      Printable.isDangerous(scalar) && scalar != "\n" && scalar != "\r" && scalar != "\t"
    }
    guard text.unicodeScalars.contains(where: isOther) else { return text }
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      isOther(scalar)
        ? result.append(contentsOf: Printable.line(String(scalar)).unicodeScalars)
        : result.append(scalar)
    }
    return String(result)
  }
}
