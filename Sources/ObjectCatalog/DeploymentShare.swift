package import TaskSequence
import XMLTree

/// What an MDT deployment share knows, read from the files in its `Control` folder.
///
/// The root of each file, its items and their `guid` and `Name` were measured on real shares; a file
/// that is there lists all objects of its kind.
package enum DeploymentShare {
  /// The files that are read, with the kind of object each lists.
  package static let files: [(name: String, kind: ReferenceKind)] = [
    ("Applications.xml", .mdtApplication), ("OperatingSystems.xml", .mdtOperatingSystem),
    ("SelectionProfiles.xml", .selectionProfile), ("TaskSequences.xml", .taskSequence),
  ]

  /// Reads the files of a share by their names.
  ///
  /// - Parameter read: The bytes of a file in the folder; nil when there is none.
  /// - Returns: What is known, and a sentence for each file that cannot be read.
  package static func read(
    folder: String, _ read: (String) -> [UInt8]?
  ) -> (catalog: Catalog, faults: [String]) {
    var catalog = Catalog()
    var faults: [String] = []
    for (name, kind) in files {
      guard let bytes = read("\(folder)/\(name)") else { continue }
      do throws(ParseFailure) {
        let root = try Document(parsing: bytes).root
        for element in root.elements {
          if let object = object(kind, element) { catalog.add(object) }
        }
        // MDT names a child by its folder; the file lists all there are in this share alone.
        catalog.add(source: "\(folder)", complete: kind == .taskSequence ? [] : [kind])
      } catch {
        faults.append("\(folder)/\(name), line \(error.line): \(error.reason)")
      }
    }
    return (catalog, faults)
  }

  private static func object(_ kind: ReferenceKind, _ element: Element) -> CatalogObject? {
    let name = element.first("Name")?.text ?? ""
    let id =
      switch kind {
      case .selectionProfile: name
      case .taskSequence: element.first("ID")?.text ?? ""
      default: element.attribute("guid") ?? ""
      }
    guard !id.isEmpty else { return nil }
    return CatalogObject(
      kind: kind, id: id, name: name, version: element.first("Version")?.text ?? "",
      isEnabled: element.attribute("enable")?.lowercased() != "false")
  }

  /// The `Control` folders around a file, the nearest first: where it stands, and beside every folder
  /// above it.
  package static func candidates(around path: String) -> [String] {
    var folders: [String] = []
    var parts = path.split(separator: "/", omittingEmptySubsequences: false).dropLast()
    while !parts.isEmpty {
      let folder = parts.joined(separator: "/")
      if parts.last?.lowercased() == "control" { folders.append(folder) }
      folders.append(folder.isEmpty ? "/Control" : folder + "/Control")
      parts = parts.dropLast()
    }
    if !path.hasPrefix("/") { folders.append("Control") }
    return folders
  }
}
