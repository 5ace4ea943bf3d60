import ArgumentParser
import Glibc
import TaskSequence

/// The program that measures tsedit beside its peers, and makes the files it is measured on.
@main
struct BenchmarkCommands: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "tsedit-bench",
    abstract: "Measure tsedit beside its peers, on generated sequences.",
    subcommands: [RunCommand.self, GenerateCommand.self, RepeatCommand.self, CountCommand.self],
    defaultSubcommand: RunCommand.self)
}

/// Writes a generated sequence.
struct GenerateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "generate", abstract: "Write a realistic sequence of any number of steps.")

  enum Product: String, ExpressibleByArgument, CaseIterable { case mdt, configmgr }

  @Option(help: "How many steps; ten thousand are about 8.5 MB.")
  var steps = 1000

  @Option(help: "Whose sequence: mdt or configmgr.")
  var dialect = Product.configmgr

  @Option(help: "Another number makes another sequence.")
  var seed: UInt64 = 1

  func run() throws {
    let bytes = SequenceGenerator.file(
      steps: steps, dialect == .mdt ? .mdt : .configurationManager, seed: seed)
    try AtomicFile.writeAll(bytes, to: STDOUT_FILENO)
  }
}
