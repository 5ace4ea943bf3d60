package import TaskSequence

/// What a ConfigMgr sequence itself knows: the objects its site had resolved when it wrote the list of
/// references, and the names that steps keep beside ids.
package enum SequenceKnowledge {
  package static func read(_ document: SequenceDocument) -> Catalog {
    var catalog = Catalog()
    guard let list = ReferenceList(of: document.sequence) else { return catalog }
    for entry in list.entries {
      // The list does not say which kind of package it is.
      if let id = entry.package, entry.program != "*" {
        for kind in packageKinds { catalog.add(CatalogObject(kind: kind, id: id, name: "")) }
      } else if let id = entry.package {
        catalog.add(CatalogObject(kind: .taskSequence, id: id, name: ""))
      } else if let id = entry.application {
        catalog.add(CatalogObject(kind: .application, id: id, name: ""))
      }
    }
    catalog.add(source: "the sequence's own list")
    document.sequence.walk { node, _ in
      addNames(of: node, to: &catalog)
      return true
    }
    return catalog
  }

  /// The kinds of object that have a package id.
  package static let packageKinds: [ReferenceKind] = [
    .package, .osImage, .osUpgradePackage, .bootImage, .driverPackage,
  ]

  private static func addNames(of node: TaskNode, to catalog: inout Catalog) {
    guard node.kind != .group else { return }
    for index in 0..<100 {
      guard let id = node.variable("OSDApp\(index)Name"),
        let name = node.variable("OSDApp\(index)DisplayName")
      else { break }
      if catalog.object(.application, id) != nil {
        catalog.add(CatalogObject(kind: .application, id: id, name: name))
      }
    }
    if let id = node.variable("OSDSubTasksequencePackageID"),
      let name = node.variable("OSDSubTasksequenceTsName"), catalog.object(.taskSequence, id) != nil
    {
      catalog.add(CatalogObject(kind: .taskSequence, id: id, name: name))
    }
  }
}
