import Appearance
import ArgumentParser
import Glibc
import ObjectCatalog
import Storage
import TaskSequence

/// What is known of objects around each file: the catalogues that were named on the command line and
/// in the settings, and what the folders around a sequence tell.
struct CatalogLibrary {
  /// What was named on the command line.
  let given: Catalog
  /// The paths that count for sequences in a folder, from the settings.
  private let byFolder: [(folder: String, paths: [String])]
  /// What was found so far: by the path of a catalogue, and by the folder of a sequence.
  private var loaded: [String: Catalog] = [:]
  private var around: [String: Catalog] = [:]
  /// Sequences that were read already, by their paths without links, for those beside them.
  private var sequences: [String: SequenceDocument] = [:]
  /// What could not be read, each a sentence without its full stop; the rest counts.
  private(set) var faults: [String] = []

  /// Loads the catalogues that were named.
  /// - Throws: when one of them is not there.
  init(
    _ paths: [String] = [], byFolder: [(folder: String, paths: [String])] = []
  ) throws(Failure) {
    var catalog = Catalog()
    var faults: [String] = []
    for path in paths {
      guard access(path, F_OK) == 0 else {
        throw Failure("\(Printable.line(path)): \(FileFailure("cannot open it").reason).")
      }
      let files = CatalogFiles(path)
      catalog.formUnion(files.catalog)
      faults += files.faults
    }
    given = catalog
    self.faults = faults
    self.byFolder = byFolder
  }

  /// A library without catalogues.
  static let none = CatalogLibrary()

  private init() {
    given = Catalog()
    byFolder = []
  }

  /// What is known around a file; nil stands for one that is nowhere.
  mutating func catalog(around path: String?) -> Catalog {
    guard let path, path != "-" else { return given }
    let place = Self.realPath(path)
    let folder = Surroundings.folder(of: place)
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
  mutating func take(_ entries: [SequenceFiles.Entry]) {
    for entry in entries where entry.path != "-" {
      sequences[Self.realPath(entry.path)] = entry.document
    }
  }

  /// What is known around a file and in the sequence itself.
  mutating func catalog(of document: SequenceDocument, at path: String) -> Catalog {
    var catalog = catalog(around: path)
    catalog.formUnion(SequenceKnowledge.read(document))
    return catalog
  }

  private mutating func configured(_ text: String) -> Catalog {
    let path = Environment.expanded(text)
    if let known = loaded[path] { return known }
    let files = CatalogFiles(path)
    faults += files.faults
    loaded[path] = files.catalog
    return files.catalog
  }

  private static func isBelow(_ folder: String, _ top: String) -> Bool {
    (folder + "/").hasPrefix(top.hasSuffix("/") ? top : top + "/")
  }

  private static func realPath(_ path: String) -> String {
    if let pointer = realpath(path, nil) {
      defer { free(pointer) }
      return String(cString: pointer)
    }
    // A file that is yet to be made has a folder.
    guard let pointer = realpath(Surroundings.folder(of: path), nil) else { return path }
    defer { free(pointer) }
    return String(cString: pointer) + "/" + Path.name(of: path)
  }
}

/// A catalogue file, or every one in a folder.
struct CatalogFiles {
  private(set) var catalog = Catalog()
  private(set) var faults: [String] = []
  /// When the oldest of them was told, in seconds since 1970.
  private(set) var oldest: Int64?
  private(set) var count = 0

  init(_ path: String) {
    let isFolder = Folder.isFolder(path)
    let files =
      isFolder
      ? Folder.files(below: path).filter { file in
        [".json", ".csv", ".txt"].contains { file.lowercased().hasSuffix($0) }
      } : [path]
    if files.isEmpty {
      faults.append("\(Printable.line(path)): there is no .json or .csv file in it")
    }
    for file in files { read(file) }
  }

  private mutating func read(_ path: String) {
    let name = Printable.line(path)
    do throws(FileFailure) {
      let bytes = try AtomicFile.read(path)
      let title = Path.name(of: path)
      let file = CatalogFile(bytes, name: title)
      faults += file.faults.map { $0.words(in: name) }
      let written = file.written ?? Folder.written(path)
      var catalog = file.catalog
      catalog.add(source: CatalogSource(name: title, written: written, count: file.count))
      self.catalog.formUnion(catalog)
      count += file.count
      oldest = [oldest, written].compactMap(\.self).min()
    } catch {
      faults.append("\(name): \(error.reason)")
    }
  }
}

/// Which catalogues count, for every command that looks references up.
struct CatalogOptions: ParsableArguments {
  @Option(
    name: .customLong("catalog"),
    help: "A file of objects, or a folder of them; may be given several times.",
    completion: .file())
  var catalogs: [String] = []

  @Flag(help: "Count references nothing is known of as unresolved.")
  var strict = false

  /// Whether the command line or the settings are strict.
  func isStrict(_ settings: Settings) -> Bool { strict || settings.configuration.strict }

  /// The library with these catalogues and those of the settings; what cannot be read is told.
  func library(_ settings: Settings) throws(Failure) -> CatalogLibrary {
    let library = try CatalogLibrary(catalogs, byFolder: settings.configuration.catalogs)
    for fault in library.faults { Failure.say("tsedit: \(fault).") }
    return library
  }
}
