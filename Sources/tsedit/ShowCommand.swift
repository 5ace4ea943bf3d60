import ArgumentParser
import Reports
import TaskSequence
import Workspace

/// Prints the outline of a sequence.
struct ShowCommand: PrintingCommand {
  static let configuration = CommandConfiguration(
    commandName: "show", abstract: "Print the outline of a task sequence.")

  @Argument(help: "A task sequence file; - is standard input.", completion: .file())
  var file: String

  @Option(
    help: "What the numbers count: steps, or engine for those of smsts.log and status messages.")
  var numbers = Numbering.steps

  @OptionGroup var format: FormatOption<OutlineReport>

  func run(_ out: inout Output) throws {
    try out.print(OutlineReport(try Files.load(file), numbered: numbers), as: format)
  }
}

extension Numbering: ExpressibleByArgument {}
