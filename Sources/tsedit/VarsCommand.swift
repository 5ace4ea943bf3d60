import ArgumentParser
import Reports
import TaskSequence
import Workspace

/// Lists the variables of sequences, and where one of them is used.
struct VarsCommand: PrintingCommand {
  static let configuration = CommandConfiguration(
    commandName: "vars",
    abstract: "List variables and where they are set, read and passed to steps.",
    discussion: """
      A folder stands for every sequence in it. --name prints each place that names one variable, \
      --secrets where passwords and keys are, never what they are.
      """)

  @OptionGroup var input: SequenceInput

  @Option(help: "Only this variable, with every place that names it.")
  var name: String?

  @Flag(help: "Only the places of passwords and keys.")
  var secrets = false

  @OptionGroup var format: FormatOption<VariableReport>

  func run(_ out: inout Output) throws {
    let sequences = try input.read()
    if secrets {
      guard name == nil else { throw Failure("--secrets stands without --name.") }
      let report = SecretReport(sequences.entries)
      let chosen = SecretReport.formats.first { $0.name == format.chosen.name }
      out.print(text: try (chosen ?? SecretReport.formats[0]).text(of: report))
      return try sequences.refuseFaults()
    }
    var library = CatalogLibrary.none
    library.take(sequences.entries)
    let report = VariableReport(sequences.entries, only: name) { entry in
      library.catalog(around: entry.path)
    }
    try out.print(report, as: format)
    try sequences.refuseFaults()
  }
}
