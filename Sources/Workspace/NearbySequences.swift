import Containers
import ObjectCatalog
import References
import Storage
import TaskSequence

/// A sequence that may be opened beside another one.
package struct NearbySequence: Equatable, Sendable {
  /// Where it was found, in the order a list has them.
  package enum Origin: Int, Equatable, Sendable {
    /// In the deployment share, whose list of sequences names it.
    case share
    /// In the export, or the folder, of the other one.
    case beside
    /// It was opened before.
    case recent
  }

  package let path: String
  /// What it is called; of one nobody names, the name of its file.
  package let name: String
  /// Its id in the site or the share; empty where it has none.
  package let id: String
  package let origin: Origin
  /// The ids of the sequences it runs, as far as it was read.
  package let children: [String]

  package init(
    path: String, name: String, id: String, origin: Origin, children: [String] = []
  ) {
    (self.path, self.name, self.id) = (path, name, id)
    (self.origin, self.children) = (origin, children)
  }
}

/// Finds the sequences around one.
package enum NearbySequences {
  /// How many files of a folder are looked at.
  private static let limit = 300

  /// All of them: those of the share by name, those beside it, those opened before.
  ///
  /// Costs the reading of the sequences beside it that say their own id.
  package static func all(around path: String?) -> [NearbySequence] {
    let near = path.map { ofShare(around: Path.absolute($0)) + beside(Path.absolute($0)) } ?? []
    var seen: Set<String> = []
    let recent = RecentFiles.paths.map {
      NearbySequence(path: $0, name: Path.name(of: $0), id: "", origin: .recent)
    }
    return (near + recent).filter { seen.insert($0.path).inserted }
  }

  /// Those the list of the nearest deployment share names, as far as their files are there.
  private static func ofShare(around path: String) -> [NearbySequence] {
    for folder in DeploymentShare.candidates(around: path) {
      let names = Folder.names(in: folder)
      guard names.contains(where: { $0.lowercased() == "tasksequences.xml" }),
        let share = Surroundings.share(at: folder)
      else { continue }
      // The share lies on Windows; folders may come in any capitals.
      let folders = Dictionary(
        names.map { ($0.lowercased(), $0) }, uniquingKeysWith: { first, _ in first })
      return share.catalog.all(.taskSequence).compactMap { object in
        guard let name = folders[object.id.lowercased()] else { return nil }
        let place = "\(folder)/\(name)"
        let file = Folder.names(in: place).first { $0.lowercased() == "ts.xml" }
        return file.map {
          NearbySequence(path: "\(place)/\($0)", name: object.name, id: object.id, origin: .share)
        }
      }
    }
    return []
  }

  private static func beside(_ path: String) -> [NearbySequence] {
    guard !ArchiveFile.isOne(path) else { return inArchive(path) }
    let folder = Path.folder(of: path)
    let paths: [String]
    if let top = ExportFolder.top(of: path) {
      let sequences = "\(top)/SMS_TaskSequencePackage"
      paths = Folder.names(in: sequences).map { "\(sequences)/\($0)/object.xml" }
    } else {
      paths = Folder.names(in: folder).map { "\(folder)/\($0)" }
    }
    return paths.sorted().filter { $0.lowercased().hasSuffix(".xml") }.prefix(limit)
      .compactMap(sequence)
  }

  /// The sequences of an export's archive.
  private static func inArchive(_ path: String) -> [NearbySequence] {
    guard let container = try? Files.container(path) else { return [] }
    return container.members.compactMap { member in
      guard let document = try? container.document(of: member.id) else { return nil }
      return sequence(document, "\(path)#\(member.id.text)")
    }
  }

  /// The sequence in a file; nil when it holds none.
  private static func sequence(_ path: String) -> NearbySequence? {
    let head = String(decoding: Folder.opening(path, 2048), as: UTF8.self)
    let isPackage =
      head.contains("SMS_TaskSequencePackage") || head.contains("<SmsTaskSequencePackage")
    guard isPackage || head.contains("<sequence"), let document = try? Files.open(path) else {
      return nil
    }
    return sequence(document, path)
  }

  private static func sequence(_ document: SequenceDocument, _ path: String) -> NearbySequence {
    var known = Catalog()
    SequenceKnowledge.add(sibling: document, to: &known)
    return NearbySequence(
      path: path, name: document.name ?? Path.name(of: path), id: document.ownID ?? "",
      origin: .beside, children: known.all(.taskSequence).flatMap(\.needs))
  }
}
