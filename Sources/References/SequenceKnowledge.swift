package import ObjectCatalog
import StepCatalog
package import TaskSequence

/// What a ConfigMgr sequence itself says: the objects of its list of references and an export's array,
/// and the names that steps keep beside ids.
///
/// A site wrote that once, or this program did: it is no evidence that an object is there.
package enum SequenceKnowledge {
  package static func read(_ document: SequenceDocument) -> Catalog {
    var catalog = Catalog()
    let entries = ReferenceList(of: document.sequence)?.entries ?? []
    for entry in entries { add(entry, to: &catalog) }
    for reference in document.recordedReferences {
      let kind: ReferenceKind = reference.isApplication ? .application : .content
      catalog.add(CatalogObject(kind: kind, id: reference.id, name: ""), as: .listed)
    }
    guard !entries.isEmpty || !document.recordedReferences.isEmpty else { return catalog }
    document.sequence.walk { node, _ in
      addNames(of: node, in: document.dialect, to: &catalog)
      return true
    }
    return catalog
  }

  private static func add(_ entry: ReferenceList.Entry, to catalog: inout Catalog) {
    func add(_ kind: ReferenceKind, _ id: String) {
      catalog.add(CatalogObject(kind: kind, id: id, name: ""), as: .listed)
    }
    switch entry {
    // The list does not say which kind of package it is.
    case .package(let id, program: nil): add(.content, id)
    case .package(let id, program: "*"): add(.taskSequence, id)
    case .package(let id, let program?):
      add(.package, id)
      add(.program, CatalogObject.programID(id, program))
    case .application(let id): add(.application, id)
    }
  }

  /// Adds what the fields of a step call the objects its other fields name.
  private static func addNames(
    of node: TaskNode, in dialect: Dialect, to catalog: inout Catalog
  ) {
    guard let name = node.type, StepTypes.telling.contains(name) else { return }
    for (kind, id, name) in StepReading(node, in: dialect).titles
    where catalog.record(kind, id) != nil {
      catalog.add(CatalogObject(kind: kind, id: id, name: name), as: .listed)
    }
  }

  /// Adds what another sequence beside a file is, with the children it runs; nothing when its file does
  /// not say its id.
  package static func add(sibling document: SequenceDocument, to catalog: inout Catalog) {
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
    var sibling = CatalogObject(
      kind: .taskSequence, id: id, name: document.name ?? "", needs: needs)
    // It is null in most exports: only FALSE means disabled.
    let isEnabled = document.packageProperty("TsEnabled")?.lowercased() != "false"
    sibling.isEnabled = isEnabled
    sibling.remark = isEnabled ? "" : "disabled"
    sibling.bootImage = document.packageProperty("BootImageID") ?? ""
    catalog.add(sibling, as: .told)
    catalog.add(beside: [id])
  }
}
