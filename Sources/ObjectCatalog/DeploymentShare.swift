package import TaskSequence
import XMLTree

/// What an MDT deployment share knows, read from the files in its `Control` folder.
///
/// The root of each file, its items and their `guid` and `Name` were measured on real shares; a file
/// that is there lists all objects of its kind.
package enum DeploymentShare {
  /// The files that are read, with the kind of object each lists.
  package static let files: [(name: String, kind: ReferenceKind)] = [
    ("Applications", .mdtApplication), ("OperatingSystems", .mdtOperatingSystem),
    ("Packages", .mdtPackage), ("SelectionProfiles", .selectionProfile),
    ("TaskSequences", .taskSequence),
  ]

  /// Reads the files of a share.
  ///
  /// - Parameter read: The bytes of a file in the folder by its name, and when it was written; nil
  ///   when there is none.
  /// - Returns: What is known, and a sentence for each file that cannot be read.
  package static func read(
    folder: String, _ read: (String) -> (bytes: [UInt8], written: Int64?)?
  ) -> (catalog: Catalog, faults: [String]) {
    var catalog = Catalog()
    var faults: [String] = []
    var written: Int64?
    var complete: Set<ReferenceKind> = []
    func parse(_ name: String) -> Element? {
      guard let file = read(name) else { return nil }
      written = [written, file.written].compactMap(\.self).max()
      do throws(ParseFailure) { return try Document(parsing: file.bytes).root } catch {
        faults.append("\(folder)/\(name), line \(error.line): \(error.reason)")
        return nil
      }
    }
    for (name, kind) in files {
      guard let root = parse(name + ".xml") else { continue }
      let folders = folders(in: parse(name.dropLast() + "Groups.xml"))
      for element in root.elements {
        if let object = object(kind, element, folders) { catalog.add(object) }
      }
      // MDT names a child by its folder; a site has others.
      if kind != .taskSequence { complete.insert(kind) }
    }
    catalog.add(
      source: CatalogSource(name: "deployment share", written: written, count: catalog.count),
      complete: complete)
    return (catalog, faults)
  }

  private static func object(
    _ kind: ReferenceKind, _ element: Element, _ folders: [String: String]
  ) -> CatalogObject? {
    let name = element.first("Name")?.text ?? ""
    let guid = element.attribute("guid") ?? ""
    let id =
      switch kind {
      case .selectionProfile: name
      case .taskSequence: element.first("ID")?.text ?? ""
      default: guid
      }
    guard !id.isEmpty else { return nil }
    let isDisabled = element.attribute("enable")?.lowercased() == "false"
    let isHidden = element.attribute("hide")?.lowercased() == "true"
    return CatalogObject(
      kind: kind, id: id, name: name, version: element.first("Version")?.text ?? "",
      remark: isDisabled ? "disabled" : isHidden ? "hidden" : "",
      folder: folders[guid.lowercased()] ?? "",
      needs: element.elements.filter { $0.isNamed("Dependency") }.map(\.text)
        .filter { !$0.isEmpty })
  }

  /// The folder of each object by its `guid`: a group lists its members, and its name is the whole
  /// path.
  private static func folders(in groups: Element?) -> [String: String] {
    var folders: [String: String] = [:]
    for group in groups?.elements.filter({ $0.isNamed("group") }) ?? [] {
      let name = group.first("Name")?.text ?? ""
      guard name != "default", name != "hidden" else { continue }
      for member in group.elements where member.isNamed("Member") {
        folders[member.text.lowercased()] = name.replacing("\\", with: "/")
      }
    }
    return folders
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
