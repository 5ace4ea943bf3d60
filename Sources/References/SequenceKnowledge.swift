package import ObjectCatalog
import StepCatalog
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
      addNames(of: node, in: document.dialect, to: &catalog)
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

  /// Adds what the fields of a step call the objects its other fields name.
  private static func addNames(
    of node: TaskNode, in dialect: Dialect, to catalog: inout Catalog
  ) {
    guard let name = node.type, StepTypes.telling.contains(name) else { return }
    for (kind, id, name) in StepReading(node, in: dialect).titles
    where catalog.record(kind, id) != nil {
      catalog.record(CatalogObject(kind: kind, id: id, name: name))
    }
  }

  /// What another sequence beside a file is, with the children it runs; nothing when its file does not
  /// say its id.
  package static func record(sibling document: SequenceDocument, in catalog: inout Catalog) {
    guard let id = document.ownID, !id.isEmpty else { return }
    var needs: [String] = []
    document.sequence.walk { node, _ in
      guard !node.isDisabled else { return false }
      guard node.kind == .childSequence else { return true }
      needs += StepReading(node, in: document.dialect).values.filter { value in
        value.field?.kind == .reference(.taskSequence) && !value.text.isEmpty
      }.map(\.text)
      return true
    }
    catalog.record(
      CatalogObject(kind: .taskSequence, id: id, name: document.name ?? "", needs: needs))
  }
}
