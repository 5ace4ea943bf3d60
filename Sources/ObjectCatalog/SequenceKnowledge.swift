package import TaskSequence

/// What a ConfigMgr sequence itself knows: the objects its site had resolved when it wrote the list of
/// references and an export's array, and the names that steps keep beside ids.
package enum SequenceKnowledge {
  package static func read(_ document: SequenceDocument) -> Catalog {
    var catalog = Catalog()
    let entries = ReferenceList(of: document.sequence)?.entries ?? []
    for entry in entries { record(entry, in: &catalog) }
    for reference in document.recordedReferences {
      catalog.record(
        CatalogObject(
          kind: reference.isApplication ? .application : .content, id: reference.id, name: ""))
    }
    let ids = Set(entries.map { $0.id.lowercased() })
      .union(document.recordedReferences.map { $0.id.lowercased() })
    guard !ids.isEmpty else { return catalog }
    catalog.add(source: CatalogSource(name: "the sequence's own list", count: ids.count))
    document.sequence.walk { node, _ in
      addNames(of: node, to: &catalog)
      return true
    }
    return catalog
  }

  private static func record(_ entry: ReferenceList.Entry, in catalog: inout Catalog) {
    switch entry {
    // The list does not say which kind of package it is.
    case .package(let id, program: nil):
      catalog.record(CatalogObject(kind: .content, id: id, name: ""))
    case .package(let id, program: "*"):
      catalog.record(CatalogObject(kind: .taskSequence, id: id, name: ""))
    case .package(let id, let program?):
      catalog.record(CatalogObject(kind: .package, id: id, name: ""))
      catalog.record(
        CatalogObject(kind: .program, id: CatalogObject.programID(id, program), name: ""))
    case .application(let id):
      catalog.record(CatalogObject(kind: .application, id: id, name: ""))
    }
  }

  private static func addNames(of node: TaskNode, to catalog: inout Catalog) {
    switch node.type {
    case "SMS_TaskSequence_InstallApplicationAction":
      addNames(of: node, .application, ("OSDApp", "Name"), ("OSDApp", "DisplayName"), &catalog)
    case "SMS_TaskSequence_DownloadPackageContentAction":
      addNames(of: node, .content, ("OSDPackage", "PackageId"), ("OSDPackage", "Name"), &catalog)
    case "SMS_TaskSequence_SubTasksequence":
      let prefix = "OSDSubTasksequence"
      addNames(of: node, .taskSequence, (prefix, "PackageID"), (prefix, "TsName"), &catalog)
    default: break
    }
  }

  /// Adds what the variables of a step call the objects its other variables name; both are known by
  /// what stands before the number of the row and after it.
  private static func addNames(
    of node: TaskNode, _ kind: ReferenceKind, _ id: (String, String), _ title: (String, String),
    _ catalog: inout Catalog
  ) {
    let values = node.variables.map { (name: $0.name, text: $0.value) }
    for value in values where !value.text.isEmpty {
      guard value.name.hasPrefix(title.0), value.name.hasSuffix(title.1) else { continue }
      let row = value.name.dropFirst(title.0.count).dropLast(title.1.count)
      let wanted = id.0 + row + id.1
      guard row.utf8.allSatisfy({ UInt8(ascii: "0")...UInt8(ascii: "9") ~= $0 }),
        let object = values.first(where: { $0.name == wanted })?.text,
        catalog.record(kind, object) != nil
      else { continue }
      catalog.record(CatalogObject(kind: kind, id: object, name: value.text))
    }
  }

  /// What another sequence beside a file is, with the children it runs; nothing when its file does not
  /// say its id.
  package static func record(sibling document: SequenceDocument, in catalog: inout Catalog) {
    guard let id = document.ownID, !id.isEmpty else { return }
    var needs: [String] = []
    document.sequence.walk { node, _ in
      guard !node.isDisabled else { return false }
      if let child = node.variable("OSDSubTasksequencePackageID"), !child.isEmpty {
        needs.append(child)
      }
      return true
    }
    catalog.record(
      CatalogObject(kind: .taskSequence, id: id, name: document.name ?? "", needs: needs))
  }
}
