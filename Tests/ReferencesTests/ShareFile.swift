import Containers
import ObjectCatalog
import TaskSequence
import TestSupport

/// A real MDT sequence in a deployment share, with what the share knows.
struct ShareFile {
  let path: String
  let bytes: [UInt8]
  let document: SequenceDocument
  let share: (catalog: Catalog, faults: [String])

  /// All of the corpus.
  static func all() -> [ShareFile] {
    let files = Dictionary(
      Corpus.files().map { ($0.path, $0.bytes) }, uniquingKeysWith: { first, _ in first })
    return files.compactMap { path, bytes in
      guard let document = try? SequenceDocument(loading: bytes), document.dialect == .mdt,
        let folder = DeploymentShare.candidates(around: path).first(where: {
          files["\($0)/Applications.xml"] != nil
        })
      else { return nil }
      let share = DeploymentShare.read(folder: folder) { name in
        files["\(folder)/\(name)"].map { ($0, nil) }
      }
      return ShareFile(path: path, bytes: bytes, document: document, share: share)
    }
  }
}
