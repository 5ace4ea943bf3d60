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
      every object up by its name in the catalogues that are given; with --from and --to the names \
      come from one site's catalogue and the ids from another's. What changes is printed, what stays \
      is told on standard error: ids that texts mention stay unless --mentions says so. Exits with 3 \
      and writes nothing when a reference would be unresolved.
      """)

  @Argument(help: "A task sequence file.", completion: .file())
  var file: String

  @Option(
    help: "A CSV file with the header Old,New; - is standard input.", completion: .file())
  var map: String?

  @Flag(help: "Look objects up by their names in the catalogues.")
  var byName = false

  @Option(
    help: "A catalogue of the site the sequence comes from; may be given several times.",
    completion: .file())
  var from: [String] = []

  @Option(
    help: "A catalogue of the site it goes to; may be given several times.", completion: .file())
  var to: [String] = []

  @Flag(help: "Replace ids in texts as well, which no site counts: in values, scripts, conditions.")
  var mentions = false

  @Option(
    name: .shortAndLong,
    help: "The file to write; - is standard output. Without it the file itself.",
    completion: .file())
  var output: String?

  @Flag(help: "Print what would change and write nothing.")
  var dryRun = false

  @OptionGroup var known: CatalogOptions

  func run(_ out: inout Output) throws {
    let isByName = byName || map == nil && !(from + to).isEmpty
    guard (map != nil) != isByName else {
      throw Failure("name a table with --map, or use --by-name with --catalog, or --from and --to.")
    }
    guard !isByName || !(known.catalogs + to).isEmpty else {
      throw Failure("--by-name needs the other site's objects; name them with --catalog or --to.")
    }
    let settings = Settings()
    var known = known
    known.catalogs += to
    var gate = try known.gate(settings)
    let document = try Files.load(file)
    var remapping = try remapping(of: document, settings, gate.library.given)
    if mentions { remapping.takeOffered() }
    let report = RemapReport(remapping, of: NamedSequence(path: file, document: document))
    guard !dryRun else { return try tell(report, &out) }
    let path = output ?? file
    if remapping.swaps.isEmpty, output == nil { return try tell(report, &out) }
    var remapped = document
    var notes: [String] = []
    if !remapping.swaps.isEmpty {
      do throws(Refusal) {
        let edit = try document.applying(UseObjects(remapping.swaps, in: document))
        (remapped, notes) = (edit.document, edit.notes)
      } catch {
        throw Failure("\(Printable.line(file)): \(error.reason).", code: Failure.refused)
      }
    }
    // What is not done is not told as if it were.
    let source = file == "-" ? nil : file
    try gate.refuse(remapped, to: path, opened: document, source: source)
    try tell(report, &out)
    for note in notes { Failure.say("tsedit: \(Printable.line(note))") }
    try gate.deliver(remapped, to: path, opened: document, source: source, &out)
  }

  /// What goes where; names are those that the site it comes from, the file and what is around it know.
  private func remapping(
    of document: SequenceDocument, _ settings: Settings, _ other: Catalog
  ) throws(Failure) -> Remapping {
    var library = try CatalogLibrary(
      from, byFolder: settings.configuration.catalogs, stated: StatedFile())
    var check = ReferenceCheck(catalog: library.catalog(of: document, at: file))
    check.look(at: document)
    let mentions = Mentions(in: document, of: check)
    guard let map else { return Remapping(byNameIn: other, of: check, document, and: mentions) }
    let table = try RemapTable(map).rows
    let used = Set((check.references + mentions.all).map { $0.id.lowercased() })
    for (old, _) in table where !used.contains(old.lowercased()) {
      Failure.say("tsedit: \(Printable.line(file)): nothing names \(Printable.line(old)).")
    }
    return Remapping(table, of: check, in: other, and: mentions)
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
