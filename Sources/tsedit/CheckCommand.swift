import Appearance
import ArgumentParser
import ObjectCatalog
import References
import TaskSequence
import Workspace
import XMLTree

/// Finds unresolved references in many files.
struct CheckCommand: PrintingCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Report references to objects that are not there.",
    discussion: """
      A folder stands for every sequence in it. Objects are looked up in the catalogues that are \
      named, in the deployment share around each file, in the export it was unpacked with, in the \
      sequences beside it and in its own list. References of disabled steps do not count. Exits with \
      1 when a reference is unresolved.
      """)

  enum Format: String, ExpressibleByArgument, CaseIterable { case text, json }

  @Argument(help: "Task sequence files or folders; - is standard input.", completion: .file())
  var files: [String]

  @OptionGroup var known: CatalogOptions

  @Option(help: "What to print: text or json.")
  var format = Format.text

  func run(_ out: inout Output) throws {
    let sequences = try SequenceFiles(files)
    for fault in sequences.faults { Failure.say("tsedit: " + fault) }
    let settings = Settings()
    var library = try known.library(settings)
    let findings = ReferenceLine.lines(
      of: sequences.entries, &library, ReferenceLine.found(isStrict: known.isStrict(settings)))
    switch format {
    case .text: findings.forEach { out.print($0.text) }
    case .json: out.print(try ReferenceLine.json(findings))
    }
    if !findings.isEmpty { throw ExitCode(Failure.findings) }
    guard sequences.faults.isEmpty else { throw ExitCode(Failure.badUse) }
  }
}

/// Lists every reference of some files.
struct RefsCommand: PrintingCommand {
  static let configuration = CommandConfiguration(
    commandName: "refs", abstract: "List every reference of task sequences with its status.")

  enum Format: String, ExpressibleByArgument, CaseIterable { case text, json, csv }

  @Argument(help: "Task sequence files or folders; - is standard input.", completion: .file())
  var files: [String]

  @OptionGroup var known: CatalogOptions

  @Option(help: "What to print: text, json or csv.")
  var format = Format.text

  func run(_ out: inout Output) throws {
    let sequences = try SequenceFiles(files)
    for fault in sequences.faults { Failure.say("tsedit: " + fault) }
    var library = try known.library(Settings())
    let lines = ReferenceLine.lines(
      of: sequences.entries, &library, ReferenceLine.all(isStrict: known.strict))
    switch format {
    case .text: lines.forEach { out.print($0.text) }
    case .json: out.print(try ReferenceLine.json(lines))
    case .csv:
      out.print("File,Line,Column,Step,Kind,Id,Status,Active,Reason")
      lines.forEach { out.print($0.csv) }
    }
    guard sequences.faults.isEmpty else { throw ExitCode(Failure.badUse) }
  }
}
