import Glibc
package import ObjectCatalog
import References
import Screen
import Storage
package import TaskSequence

/// What is known of objects around each file: the catalogues that were named on the command line and
/// in the settings, and what the folders around a sequence tell.
package struct CatalogLibrary {
  /// What was named on the command line.
  package let given: Catalog
  /// The paths that count for sequences in a folder, from the settings.
  private let byFolder: [(folder: String, paths: [String])]
  /// What was found so far: by the path of a catalogue, and by the folder of a sequence.
  private var loaded: [String: Catalog] = [:]
  private var around: [String: Catalog] = [:]
  /// Sequences that were read already, by their paths without links, for those beside them.
  private var sequences: [String: SequenceDocument] = [:]
  /// What could not be read, and what should be known of how the rest was, each a sentence without its
  /// full stop.
  package private(set) var faults: [String] = []

  /// Loads the catalogues that were named.
  /// - Throws: when one of them is not there.
  package init(
    _ paths: [String] = [], byFolder: [(folder: String, paths: [String])] = []
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
    self.faults = faults
    self.byFolder = byFolder
  }

  /// A library without catalogues.
  package static let none = CatalogLibrary()

  private init() {
    given = Catalog()
    byFolder = []
  }

  /// What is known around a file; nil stands for one that is nowhere.
  package mutating func catalog(around path: String?) -> Catalog {
    guard let path, path != "-" else { return given }
    let place = Path.absolute(path)
    let folder = Path.folder(of: place)
    if let known = around[folder] { return known }
    var catalog = given
    for (top, paths) in byFolder where Self.isBelow(folder, Environment.expanded(top)) {
      for path in paths { catalog.formUnion(configured(path)) }
    }
    let found = Surroundings(of: place, knowing: sequences)
    catalog.formUnion(found.catalog)
    faults += found.faults
    around[folder] = catalog
    return catalog
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
