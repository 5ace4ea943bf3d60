import ArgumentParser

/// The program: a terminal editor for Microsoft task sequences.
@main
struct TSEdit: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "tsedit",
    abstract: "Edit Configuration Manager and MDT task sequences in the terminal.",
    version: "0.1.0")
}
