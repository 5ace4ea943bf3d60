import ObjectCatalog
import References
import Screen
import Storage
import Synchronization
import TaskSequence
import XMLTree

/// What the folders around a sequence know of the objects it references: the nearest deployment share
/// it stands in, the export it was unpacked with, the sequences beside it.
struct Surroundings {
  private(set) var catalog = Catalog()
  /// Files that could not be read, each a sentence without its full stop.
  private(set) var faults: [String] = []
  /// How many files beside a sequence are looked at.
  private static let limit = 300
  private let sequences: [String: SequenceDocument]

  /// Looks around a file, whose path has no links in it.
  ///
  /// - Parameter sequences: Sequences that were read already, by such paths.
  init(of path: String, knowing sequences: [String: SequenceDocument] = [:]) {
    self.sequences = sequences
    guard !ArchiveFile.isOne(path) else {
      addArchive(path)
      return
    }
    addShare(around: path)
    if let top = ExportFolder.top(of: path) {
      addExport(top, path)
    } else {
      addSiblings(Folder.names(in: Path.folder(of: path)).map { "\(Path.folder(of: path))/\($0)" })
    }
  }

  // MARK: A deployment share

  private mutating func addShare(around path: String) {
    for folder in DeploymentShare.candidates(around: path) {
      guard let found = Self.share(in: folder) else { continue }
      catalog.formUnion(found.catalog)
      faults += found.faults
      return
    }
  }

  /// What a deployment share knows, named by its own folder or by its `Control`; nil when it is none.
  static func share(at path: String) -> (catalog: Catalog, faults: [String])? {
    share(in: path) ?? share(in: path + "/Control")
  }

  private static func share(in folder: String) -> (catalog: Catalog, faults: [String])? {
    // The share lies on Windows; its files may come in any capitals.
    let names = Folder.names(in: folder)
    func place(_ wanted: String) -> String? {
      names.first { $0.lowercased() == wanted.lowercased() }.map { "\(folder)/\($0)" }
    }
    guard DeploymentShare.files.contains(where: { place($0.name + ".xml") != nil }) else {
      return nil
    }
    var found = DeploymentShare.read(folder: folder) { name in
      guard let path = place(name), let bytes = try? AtomicFile.read(path) else { return nil }
      return (bytes, Folder.written(path))
    }
    found.catalog.scripts = scripts(beside: folder)
    return found
  }

  /// The scripts of the share that a `Control` folder is of.
  private static func scripts(beside control: String) -> ShareScripts {
    let top = Path.folder(of: control)
    return scripts.withLock { known in
      if let scripts = known[top] { return scripts }
      let scripts = reader(of: top)
      known[top] = scripts
      return scripts
    }
  }

  /// The scripts of the shares that were asked about: many sequences lie in one.
  private static let scripts = Mutex<[String: ShareScripts]>([:])

  private static func reader(of top: String) -> ShareScripts {
    ShareScripts {
      let folder = Folder.names(in: top).first { $0.lowercased() == "scripts" }
      guard let folder else { return [] }
      let place = "\(top)/\(folder)"
      return Folder.names(in: place).sorted().filter { name in
        ShareScripts.endings.contains { name.lowercased().hasSuffix($0) }
      }.compactMap { name in
        (try? AtomicFile.read("\(place)/\(name)")).map {
          (name, String(decoding: FileText($0)?.text ?? $0, as: UTF8.self))
        }
      }
    }
  }

  // MARK: An export

  private mutating func addExport(_ top: String, _ path: String) {
    var found = Catalog()
    let folder = Path.folder(of: path)
    for name in ExportFolder.lists {
      take("\(folder)/\(name)") { bytes throws(ParseFailure) in
        try ExportFolder.record(list: bytes, in: &found)
      }
    }
    // A save has them follow what an edit changes; what they say else that is not so is told.
    if let own = sequences[path] ?? (try? Files.open(path)) {
      for (name, ids) in ExportLists.stale(beside: path, own) { found.add(list: name, naming: ids) }
    }
    var count = 0
    for name in ExportFolder.classes {
      for object in Folder.names(in: "\(top)/\(name)") {
        take("\(top)/\(name)/\(object)/object.xml") { bytes throws(ParseFailure) in
          try ExportFolder.record(object: bytes, in: &found)
          count += 1
        }
      }
    }
    if count > 0 { found.add(source: CatalogSource(name: "the export's objects", count: count)) }
    catalog.formUnion(found)
    let sequences = "\(top)/SMS_TaskSequencePackage"
    addSiblings(Folder.names(in: sequences).map { "\(sequences)/\($0)/object.xml" })
  }

  private mutating func addArchive(_ path: String) {
    guard let found = try? ExportCatalog(path, as: .told) else { return }
    var catalog = found.catalog
    if found.objectCount > 0 {
      catalog.add(source: CatalogSource(name: "the export's objects", count: found.objectCount))
    }
    if found.sequenceCount > 1 {
      let name = "the sequences of the export"
      catalog.add(source: CatalogSource(name: name, count: found.sequenceCount))
    }
    catalog.add(beside: [])
    self.catalog.formUnion(catalog)
    faults += found.faults
  }

  private mutating func take(
    _ path: String, _ use: ([UInt8]) throws(ParseFailure) -> Void
  ) {
    guard let bytes = try? AtomicFile.read(path) else { return }
    do throws(ParseFailure) { try use(bytes) } catch {
      faults.append("\(Printable.line(path)), line \(error.line): \(error.reason)")
    }
  }

  // MARK: Sequences beside it

  /// Takes in the sequences among some files that say their own id.
  private mutating func addSiblings(_ paths: [String]) {
    var found = Catalog()
    var count = 0
    for path in paths.prefix(Self.limit) where path.lowercased().hasSuffix(".xml") {
      let head = String(decoding: Folder.opening(path, 2048), as: UTF8.self)
      guard head.contains("SMS_TaskSequencePackage") || head.contains("<SmsTaskSequencePackage"),
        let document = sequences[path] ?? (try? Files.open(path))
      else { continue }
      SequenceKnowledge.add(sibling: document, to: &found)
      count += 1
    }
    catalog.add(beside: [])
    guard count > 1 else { return }
    found.add(source: CatalogSource(name: "the sequences beside it", count: count))
    catalog.formUnion(found)
  }
}
