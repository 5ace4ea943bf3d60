import ArgumentParser
import ObjectCatalog
import Reports
import Screen
import Storage
import TaskSequence
import Workspace

/// Works on catalogues of objects.
struct CatalogCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "catalog",
    abstract: "Build and show catalogues of the objects references point to.",
    subcommands: [CatalogBuildCommand.self, CatalogShowCommand.self])
}

/// What the catalogue commands read: catalogue files, folders of them, and deployment shares.
struct CatalogInput: ParsableArguments {
  @Argument(
    help:
      "Files of objects (JSON, CSV), folders of them, and deployment shares; - is standard input.",
    completion: .file())
  var paths: [String]

  /// Everything in them; what cannot be read is told.
  /// - Throws: when nothing can be read.
  func read() throws(Failure) -> (catalog: Catalog, oldest: Int64?, hasFaults: Bool) {
    var catalog = Catalog()
    var (faults, notes): ([String], [String]) = ([], [])
    var oldest: Int64?
    for path in paths {
      let files = CatalogFiles(orShare: path)
      catalog.formUnion(files.catalog)
      faults += files.faults
      notes += files.notes
      oldest = [oldest, files.oldest].compactMap(\.self).min()
    }
    for fault in faults + notes { Failure.say("tsedit: \(fault).") }
    guard catalog.count > 0 else { throw Failure("there are no objects in what was named.") }
    return (catalog, oldest, !faults.isEmpty)
  }
}

/// Joins catalogues into one file.
struct CatalogBuildCommand: PrintingCommand {
  static let configuration = CommandConfiguration(
    commandName: "build", abstract: "Join files of objects into one.")

  @OptionGroup var input: CatalogInput

  @Option(name: .shortAndLong, help: "The file to write.", completion: .file())
  var output: String

  func run(_ out: inout Output) throws {
    let (catalog, oldest, hasFaults) = try input.read()
    do throws(FileFailure) {
      try AtomicFile.write(TextContent(catalog.text(asOf: oldest)), to: output)
    } catch {
      throw Failure("\(Printable.line(output)): \(error.reason).", code: Failure.refused)
    }
    out.print("\(Printable.line(output)): \(catalog.count) objects")
    if hasFaults { throw ExitCode(Failure.badUse) }
  }
}

/// Lists the objects of catalogues.
struct CatalogShowCommand: PrintingCommand {
  static let configuration = CommandConfiguration(
    commandName: "show", abstract: "List the objects in files of objects.")

  @OptionGroup var input: CatalogInput

  @Option(help: "Only this kind, such as package, osImage or SMS_DriverPackage.")
  var kind: String?

  @Option(help: "Only objects whose name, id or folder has this text.")
  var find: String?

  func run(_ out: inout Output) throws {
    let (catalog, _, hasFaults) = try input.read()
    var kinds = ReferenceKind.allCases.filter { $0 != .content }
    if let kind {
      guard let one = ReferenceKind(named: kind) else {
        let names = kinds.map(\.rawValue).joined(separator: ", ")
        throw Failure("there is no kind '\(kind)'; there are \(names).")
      }
      kinds = [one]
    }
    out.print(CatalogReport(catalog, kinds, with: find))
    if hasFaults { throw ExitCode(Failure.badUse) }
  }
}
