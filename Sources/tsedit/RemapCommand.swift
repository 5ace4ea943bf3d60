import Appearance
import ArgumentParser
import ObjectCatalog
import Operations
import References
import Reports
import Screen
import Storage
import TaskSequence
import Workspace

/// Has a sequence name another site's objects.
struct RemapCommand: PrintingCommand {
  static let configuration = CommandConfiguration(
    commandName: "remap",
    abstract: "Replace the ids of objects by those of another site.",
    discussion: """
      --map names a table with two columns, the old id and the new one, and a header; --by-name looks \
      every object up by its name in the catalogues that are given. What changes is printed, what \
      stays unresolved is told on standard error. Exits with 3 and writes nothing when a reference \
      would be unresolved.
      """)

  @Argument(help: "A task sequence file.", completion: .file())
  var file: String

  @Option(help: "A CSV file with the header Old,New.", completion: .file())
  var map: String?

  @Flag(help: "Look objects up by their names in the catalogues.")
  var byName = false

  @Option(
    name: .shortAndLong,
    help: "The file to write; - is standard output. Without it the file itself.",
    completion: .file())
  var output: String?

  @Flag(help: "Print what would change and write nothing.")
  var dryRun = false

  @OptionGroup var known: CatalogOptions

  func run(_ out: inout Output) throws {
    guard (map != nil) != byName else {
      throw Failure("name a table with --map, or use --by-name with --catalog.")
    }
    guard !byName || !known.catalogs.isEmpty else {
      throw Failure("--by-name needs the other site's objects; name them with --catalog.")
    }
    let settings = Settings()
    var gate = try known.gate(settings)
    let document = try Files.load(file)
    let remapping = try remapping(of: document, settings, gate.library.given)
    try tell(
      RemapReport(remapping, of: NamedSequence(path: file, document: document)), &out)
    guard !dryRun else { return }
    let path = output ?? file
    if remapping.swaps.isEmpty, output == nil { return }
    var remapped = document
    if !remapping.swaps.isEmpty {
      do throws(Refusal) {
        let edit = try document.applying(UseObjects(remapping.swaps, in: document))
        for note in edit.notes { Failure.say("tsedit: \(note)") }
        remapped = edit.document
      } catch {
        throw Failure("\(Printable.line(file)): \(error.reason).", code: Failure.refused)
      }
    }
    try gate.deliver(
      remapped, to: path, opened: document, source: file == "-" ? nil : file, &out)
  }

  /// What goes where; names are those that the file and what is around it know.
  private func remapping(
    of document: SequenceDocument, _ settings: Settings, _ other: Catalog
  ) throws(Failure) -> Remapping {
    var library = try CatalogLibrary([], byFolder: settings.configuration.catalogs)
    var check = ReferenceCheck(catalog: library.catalog(of: document, at: file))
    check.look(at: document)
    guard let map else { return Remapping(byNameIn: other, of: check, document) }
    let table = try Self.table(map)
    let used = Set(check.references.map { $0.id.lowercased() })
    for (old, _) in table where !used.contains(old.lowercased()) {
      Failure.say("tsedit: \(Printable.line(file)): nothing names \(Printable.line(old)).")
    }
    return Remapping(table, of: check, in: other)
  }

  /// The rows of a table; the first one is the header.
  private static func table(_ path: String) throws(Failure) -> [(old: String, new: String)] {
    let name = Printable.line(path)
    let bytes: [UInt8]
    do throws(FileFailure) { bytes = try AtomicFile.read(path) } catch {
      throw Failure("\(name): \(error.reason).")
    }
    do throws(CatalogFault) {
      var table = CSVTable(PlainText.utf8(bytes))
      let header = try table.next()?.cells.prefix(2).map { $0.lowercased() }
      guard header == ["old", "new"] else {
        throw CatalogFault(line: 1, "expected the header Old,New")
      }
      var rows: [(old: String, new: String)] = []
      while let row = try table.next() {
        guard row.cells.count >= 2, !row.cells[0].isEmpty, !row.cells[1].isEmpty else {
          throw CatalogFault(line: row.line, "a row has an old id and a new one")
        }
        rows.append((row.cells[0], row.cells[1]))
      }
      return rows
    } catch {
      throw Failure("\(error.words(in: name)).")
    }
  }

  private func tell(_ report: RemapReport, _ out: inout Output) throws(Failure) {
    for line in report.goes {
      if output == "-" { Failure.say(line) } else { out.print(line) }
    }
    // Nothing is written that could not be reported, and what stays is told after what goes.
    try out.flush()
    for line in report.stays { Failure.say("tsedit: " + line) }
  }
}
