import Glibc
package import ObjectCatalog
import References
import Screen
package import Storage
package import TaskSequence

/// What is known of objects around each file: the catalogues that were named on the command line and
/// in the settings, and what the folders around a sequence tell.
package struct CatalogLibrary {
  /// What was named on the command line.
  package private(set) var given: Catalog
  /// Their paths.
  private var givenPaths: [String] = []
  /// The paths that count for sequences in a folder, from the settings.
  private var byFolder: [(folder: String, paths: [String])]
  /// What the user states of objects, and where that is kept.
  private let stated: StatedFile?
  private var statements: [Statement] = []
  /// What was found so far: by the path of a catalogue, and by the folder of a sequence.
  private var loaded: [String: Catalog] = [:]
  private var around: [String: Catalog] = [:]
  /// Sequences that were read already, by their paths without links, for those beside them.
  private var sequences: [String: SequenceDocument] = [:]
  /// What could not be read, and what should be known of how the rest was, each a sentence without its
  /// full stop.
  package private(set) var faults: [String] = []

  /// Loads the catalogues that were named, and what the user states.
  /// - Throws: when one of them is not there.
  package init(
    _ paths: [String] = [], byFolder: [(folder: String, paths: [String])] = [],
    stated: StatedFile? = nil
  ) throws(Failure) {
    var catalog = Catalog()
    var faults: [String] = []
    for path in paths {
      guard path == "-" || access(path, F_OK) == 0 else {
        throw Failure("\(Printable.line(path)): \(FileFailure("cannot open it").reason).")
      }
      let files = CatalogFiles(path)
      catalog.formUnion(files.catalog)
      faults += files.faults + files.notes
    }
    given = catalog
    givenPaths = paths.map(Path.absolute)
    self.byFolder = byFolder
    self.stated = stated
    let told = stated?.read()
    statements = told?.statements ?? []
    self.faults = faults + (told?.faults ?? [])
  }

  /// A library without catalogues.
  package static let none = CatalogLibrary()

  private init() {
    given = Catalog()
    byFolder = []
    stated = nil
  }

  /// What is known around a file; nil stands for one that is nowhere.
  package mutating func catalog(around path: String?) -> Catalog {
    guard let path = path.map({ SequencePlace($0).path }), path != "-" else {
      return given.joined(with: statements(for: nil))
    }
    let folder = Path.folder(of: Path.absolute(path))
    return catalog(around: path, in: folder).joined(with: statements(for: folder))
  }

  /// Has the user state that an object is there, for the sequences in the folder of one.
  package mutating func state(
    _ object: CatalogObject, around path: String
  ) throws(FileFailure) -> Statement {
    guard let stated else { throw FileFailure(refusal: "there is no folder for settings") }
    let statement = try stated.add(object, around: path)
    statements.append(statement)
    return statement
  }

  /// What is stated for the sequences in a folder; nil stands for one that is nowhere.
  private func statements(for folder: String?) -> [Statement] {
    statements.filter { statement in
      statement.folder.isEmpty
        || folder.map { Self.isBelow($0, Environment.expanded(statement.folder)) } ?? false
    }
  }

  private mutating func catalog(around path: String, in folder: String) -> Catalog {
    let place = Path.absolute(path)
    // An export's archive knows its own, and nothing of what lies beside it.
    let key = ArchiveFile.isOne(place) ? place : folder
    if let known = around[key] { return known }
    var catalog = given
    for (top, paths) in byFolder where Self.isBelow(folder, Environment.expanded(top)) {
      for path in paths { catalog.formUnion(configured(path)) }
    }
    let found = Surroundings(of: place, knowing: sequences)
    catalog.formUnion(found.catalog)
    faults += found.faults
    around[key] = catalog
    return catalog
  }

  // MARK: Catalogues that are remembered

  /// The absolute paths of the catalogues that count for a file and can be found again: those that were
  /// named, and those of the settings.
  package func paths(around path: String) -> [String] {
    let folder = Path.folder(of: Path.absolute(path))
    let configured = byFolder.filter { Self.isBelow(folder, Environment.expanded($0.folder)) }
    let all =
      givenPaths + configured.flatMap(\.paths).map { Path.absolute(Environment.expanded($0)) }
    var seen: Set<String> = []
    return all.filter { seen.insert($0).inserted && Folder.keeps($0) }
  }

  /// Has catalogues count too that counted when work on a file was done: for the sequences in its
  /// folder, or for all.
  ///
  /// One that is not there any more is a fault like any other that cannot be read.
  package mutating func add(_ paths: [String], around path: String, forAll: Bool = false) {
    let known = Set(self.paths(around: path))
    let new = paths.filter { !known.contains($0) }
    guard !new.isEmpty else { return }
    around = [:]
    guard forAll else {
      byFolder.append((Path.folder(of: Path.absolute(path)), new))
      return
    }
    for path in new { given.formUnion(configured(path)) }
    givenPaths += new
  }

  /// Takes sequences that were read anyway, which are not read again then.
  package mutating func take(_ entries: [NamedSequence]) {
    for entry in entries where entry.path != "-" {
      sequences[Path.absolute(entry.path)] = entry.document
    }
  }

  /// What is known around a file and in the sequence itself.
  package mutating func catalog(of document: SequenceDocument, at path: String) -> Catalog {
    var catalog = catalog(around: path)
    catalog.formUnion(SequenceKnowledge.read(document))
    return catalog
  }

  private mutating func configured(_ text: String) -> Catalog {
    let path = Environment.expanded(text)
    if let known = loaded[path] { return known }
    let files = CatalogFiles(path)
    faults += files.faults + files.notes
    loaded[path] = files.catalog
    return files.catalog
  }

  private static func isBelow(_ folder: String, _ top: String) -> Bool {
    (folder + "/").hasPrefix(top.hasSuffix("/") ? top : top + "/")
  }
}

extension Catalog {
  /// The catalogue with what the user states, which is worth less than all it knows.
  fileprivate func joined(with statements: [Statement]) -> Catalog {
    guard !statements.isEmpty else { return self }
    var own = Catalog()
    for statement in statements { own.add(statement.object, as: .stated) }
    own.add(source: CatalogSource(name: StatedFile.name, count: statements.count))
    var catalog = self
    catalog.formUnion(own)
    return catalog
  }
}
