import Glibc
import ObjectCatalog
import TaskSequence

/// What the folders around a sequence know of the objects it references.
struct Surroundings {
  private(set) var catalog = Catalog()
  /// Files that could not be read, each a sentence without its full stop.
  private(set) var faults: [String] = []

  /// Looks around a file: the nearest deployment share it stands in.
  init(of path: String?) {
    guard let path, path != "-" else { return }
    let place = realpath(path, nil).map { pointer in
      defer { free(pointer) }
      return String(cString: pointer)
    }
    for folder in DeploymentShare.candidates(around: place ?? path) {
      let isShare = DeploymentShare.files.contains { access("\(folder)/\($0.name)", R_OK) == 0 }
      guard isShare else { continue }
      let found = DeploymentShare.read(folder: folder) { try? AtomicFile.read($0) }
      catalog.formUnion(found.catalog)
      faults += found.faults
      return
    }
  }
}
