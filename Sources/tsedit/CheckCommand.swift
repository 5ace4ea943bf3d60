import ArgumentParser
import Reports
import Workspace

/// Finds what is wrong in many files.
struct CheckCommand: PrintingCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Report what is wrong: objects that are not there, values that cannot be meant.",
    discussion: """
      A folder stands for every sequence in it. Objects are looked up in the catalogues that are \
      named, in the deployment share around each file, in the export it was unpacked with, in the \
      sequences beside it; its own list is no proof. What disabled steps name does not count. Each line \
      names its rule; tsedit help RULE tells more. Where there is nothing to say, standard error tells what was looked \
      at. Exits with 1 when there is an error or a warning.
      """)

  @OptionGroup var input: SequenceInput

  @OptionGroup var known: CatalogOptions

  @OptionGroup var format: FormatOption<CheckReport>

  func run(_ out: inout Output) throws {
    let sequences = try input.read()
    let settings = Settings()
    var library = try known.library(settings)
    let isStrict = known.isStrict(settings)
    let report = CheckReport(
      library.lines(of: sequences.entries) {
        [CheckedSequence($0, knowing: $1, isStrict: isStrict)]
      }, files: sequences.fileCount)
    try out.print(report, as: format)
    // Silence would leave open whether anything was looked at.
    if report.isEmpty { Failure.say("tsedit: \(report.scope).") }
    if !report.isClean { throw ExitCode(Failure.findings) }
    try sequences.refuseFaults()
  }
}
