import Containers
import ObjectCatalog
import Storage
package import TaskSequence
import XMLTree

/// The files beside an exported sequence that repeat what it references, with the names and versions
/// of the objects, which are known to the site alone.
///
/// They are left as they are; on every real export they name just what `References` does.
package enum ExportLists {
  /// Says which of them do not name what was written to a file, as a sentence; nil when all do.
  package static func remark(on path: String, _ document: SequenceDocument) -> String? {
    guard document.carrier == .export else { return nil }
    let folder = Path.folder(of: path)
    let stale = ExportFolder.lists.filter { name in
      guard let bytes = try? AtomicFile.read("\(folder)/\(name)"),
        let listed = try? ExportFolder.ids(inList: bytes)
      else { return false }
      let references = document.recordedReferences.filter {
        $0.isApplication == (name == ExportFolder.applicationList)
      }
      return listed != Set(references.map { $0.id.lowercased() })
    }
    guard !stale.isEmpty else { return nil }
    let verb = stale.count == 1 ? "names" : "name"
    return "\(stale.joined(separator: " and ")) beside it \(verb) other objects now."
  }
}
