import Containers
import ObjectCatalog
import References
import Screen
import Storage
import TaskSequence
import XMLTree

/// What the archive of an export knows: the objects in it, what its lists name, its sequences.
struct ExportCatalog {
  private(set) var catalog = Catalog()
  /// How many objects beside sequences are in it, and how many sequences.
  private(set) var objectCount = 0
  private(set) var sequenceCount = 0
  /// What could not be read, each a sentence without its full stop.
  private(set) var faults: [String] = []

  /// - Parameter evidence: How its objects are known; what its lists name is no more than told.
  /// - Throws: when it is no such archive.
  init(_ path: String, as evidence: Evidence) throws(OpenFailure) {
    let container = try Files.container(path)
    guard let export = container as? PackedExport else {
      throw .content(.notASequence("it is no export"))
    }
    // An object says best what it is, whatever a list calls it.
    let parts = export.parts(named: ExportFolder.isTold).map { name, bytes in
      (name: name, bytes: bytes, isList: ExportFolder.lists.contains(Path.name(of: name)))
    }
    for (name, bytes, isList) in parts.filter(\.isList) + parts.filter({ !$0.isList }) {
      do throws(ParseFailure) {
        if isList {
          try ExportFolder.record(list: bytes, in: &catalog)
        } else {
          try ExportFolder.record(object: bytes, in: &catalog, as: evidence)
          objectCount += 1
        }
      } catch {
        let place = Printable.line("\(path)#\(name)")
        faults.append("\(place), line \(error.line): \(error.reason)")
      }
    }
    var sequences = Catalog()
    for member in export.members {
      guard let document = try? export.document(of: member.id) else { continue }
      SequenceKnowledge.add(sibling: document, to: &sequences)
      sequenceCount += 1
    }
    catalog.formUnion(sequences)
    guard evidence != .told else { return }
    for sequence in sequences.all(.taskSequence) { catalog.add(sequence, as: evidence) }
  }
}
