package import Containers
import ObjectCatalog
import Storage
package import TaskSequence
import XMLTree

/// The files beside an exported sequence that repeat what it references.
package enum ExportLists {
  /// A file with the lists that lie beside it, which follow it then.
  package static func around(
    _ container: any Container, at path: String
  ) -> any Container {
    let folder = Path.folder(of: path)
    return UnpackedExport(container) { try? AtomicFile.read("\(folder)/\($0)") } ?? container
  }

  /// Writes what follows a file that was written, and answers what should be known of it, each a
  /// sentence.
  ///
  /// A list that somebody else changed stays as it is.
  package static func follow(
    _ path: String, _ container: any Container, instead before: (any Container)?
  ) -> [String] {
    container.companions.compactMap { list in
      let last = before?.companions.first { $0.name == list.name }?.bytes
      let place = "\(Path.folder(of: path))/\(list.name)"
      let there = try? AtomicFile.read(place)
      guard there != list.bytes else { return nil }
      guard let there, there == list.opened || there == last else {
        let isWanted = list.bytes != list.opened
        return isWanted ? "\(list.name) beside it was changed by others, and stays as it is." : nil
      }
      do throws(FileFailure) {
        try AtomicFile.write(ListContent(bytes: list.bytes), to: place)
        return nil
      } catch {
        return "\(list.name) beside it names other objects now: \(error.reason)."
      }
    }
  }

  /// Says which of the lists in the folder of a file that is no one's export do not name what was
  /// written there, as a sentence; nil when all do.
  package static func remark(on path: String, _ document: SequenceDocument) -> String? {
    let stale = stale(beside: path, document)
    guard !stale.isEmpty else { return nil }
    let verb = stale.count == 1 ? "names" : "name"
    return "\(stale.map(\.name).joined(separator: " and ")) beside it \(verb) other objects now."
  }

  /// The lists beside a file that name other things than a sequence of an export references.
  static func stale(
    beside path: String, _ document: SequenceDocument
  ) -> [(name: String, ids: Set<String>)] {
    guard document.carrier == .export else { return [] }
    return ExportedList.Kind.allCases.compactMap { kind in
      guard let bytes = try? AtomicFile.read("\(Path.folder(of: path))/\(kind.fileName)"),
        let listed = try? ExportFolder.ids(inList: bytes)
      else { return nil }
      let references = document.recordedReferences.filter(kind.covers)
      return listed == Set(references.map { $0.id.lowercased() }) ? nil : (kind.fileName, listed)
    }
  }
}

/// A list that follows a sequence.
private struct ListContent: FileContent {
  let bytes: [UInt8]
}
