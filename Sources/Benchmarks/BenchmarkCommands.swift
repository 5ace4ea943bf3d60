import ArgumentParser
import Glibc
import Storage
import TaskSequence
import TestSupport

/// The program that measures tsedit beside its peers, and makes the files it is measured on.
@main
struct BenchmarkCommands: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "tsedit-bench",
    abstract: "Measure tsedit beside its peers, on generated sequences.",
    subcommands: [
      RunCommand.self, GenerateCommand.self, RepeatCommand.self, EditsCommand.self,
      CountCommand.self,
    ],
    defaultSubcommand: RunCommand.self)
}

/// Writes a generated sequence, or the objects of a site.
struct GenerateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "generate", abstract: "Write a realistic sequence of any number of steps.",
    discussion: "With --objects, the packages of a site as its AdminService sends them instead.")

  enum Product: String, ExpressibleByArgument, CaseIterable { case mdt, configmgr }

  @Option(help: "How many steps; ten thousand are about 8.5 MB.")
  var steps = 1000

  @Option(help: "Whose sequence: mdt or configmgr.")
  var dialect = Product.configmgr

  @Option(help: "How many objects; 50,000 are about 13 MB.")
  var objects: Int?

  @Option(help: "Another number makes another file.")
  var seed: UInt64 = 1

  func run() throws {
    let bytes =
      objects.map { ObjectGenerator.answer(count: $0, seed: seed) }
      ?? SequenceGenerator.file(
        steps: steps, dialect == .mdt ? .mdt : .configurationManager, seed: seed)
    try AtomicFile.writeAll(bytes, to: STDOUT_FILENO)
  }
}
