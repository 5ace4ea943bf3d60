import ArgumentParser
import Workspace

/// Prints the manual page.
struct ManualCommand: PrintingCommand {
  static let configuration = CommandConfiguration(
    commandName: "manual", abstract: "Print the manual page, for man -l - or a file tsedit.1.")

  func run(_ out: inout Output) throws {
    out.print(ManualPage(of: TSEdit.self).text)
  }
}
