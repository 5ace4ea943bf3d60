import ArgumentParser
import Reports
import Workspace

/// Prints the outline of a sequence.
struct ShowCommand: PrintingCommand {
  static let configuration = CommandConfiguration(
    commandName: "show", abstract: "Print the outline of a task sequence.")

  @Argument(help: "A task sequence file; - is standard input.", completion: .file())
  var file: String

  @OptionGroup var format: FormatOption<OutlineReport>

  func run(_ out: inout Output) throws {
    try out.print(OutlineReport(try Files.load(file)), as: format)
  }
}
