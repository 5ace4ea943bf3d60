import Appearance
import ArgumentParser

/// Prints the manual page.
struct ManualCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "manual", abstract: "Print the manual page, for man -l - or a file tsedit.1.")

  func run() throws {
    print(ManualPage().text)
  }
}
