import ArgumentParser
import Reports
import Workspace

/// Lists every reference of some files.
struct RefsCommand: PrintingCommand {
  static let configuration = CommandConfiguration(
    commandName: "refs", abstract: "List every reference of task sequences with its status.")

  @OptionGroup var input: SequenceInput

  @OptionGroup var known: CatalogOptions

  @OptionGroup var format: FormatOption<ReferenceReport>

  func run(_ out: inout Output) throws {
    let sequences = try input.read()
    var library = try known.library(Settings())
    let isStrict = known.strict
    let lines = library.lines(of: sequences.entries) {
      ReferenceLine.all(in: $0, knowing: $1, isStrict: isStrict)
    }
    try out.print(ReferenceReport(lines), as: format)
    try sequences.refuseFaults()
  }
}
