import ArgumentParser
import Reports
import Workspace

/// Tells how large sequences are.
struct SizeCommand: PrintingCommand {
  static let configuration = CommandConfiguration(
    commandName: "size", abstract: "Tell how large task sequences are, and what makes them so.",
    discussion: """
      A site stores at most 2 MB of a sequence. Measured are the bytes of its XML in UTF-8; how a site \
      counts is not documented. Exits with 1 when a sequence is larger.
      """)

  @OptionGroup var input: SequenceInput

  @OptionGroup var format: FormatOption<SizeReport>

  func run(_ out: inout Output) throws {
    let sequences = try input.read()
    let report = SizeReport(sequences.entries)
    try out.print(report, as: format)
    try sequences.refuseFaults()
    if report.hasTooLarge { throw ExitCode(Failure.findings) }
  }
}
