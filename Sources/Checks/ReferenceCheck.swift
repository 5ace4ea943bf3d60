package import ObjectCatalog
import StepCatalog
package import TaskSequence
package import XMLTree

/// The references of a document and whether each is there.
///
/// What was found in a node that did not change is kept, so that looking again after an edit costs a
/// walk over the nodes and no more.
package struct ReferenceCheck: Sendable {
  private struct Found: Sendable {
    let element: Element
    let references: [Reference]
    let fault: String?
  }

  /// What is known of objects.
  package private(set) var catalog: Catalog
  /// Whether references nothing is known of count as broken.
  package let isStrict: Bool
  /// All references in document order.
  package private(set) var references: [Reference] = []
  /// What is wrong with values of nodes that run; it stops no save.
  package private(set) var faults: [NodeID: String] = [:]
  private var found: [NodeID: Found] = [:]

  package init(catalog: Catalog, isStrict: Bool = false) {
    self.catalog = catalog
    self.isStrict = isStrict
  }

  /// The references that stop a save.
  package var blocking: [Reference] {
    references.filter { $0.stopsSaving(isStrict: isStrict) }
  }

  /// Looks at a document.
  package mutating func look(at document: SequenceDocument) {
    references = []
    faults = [:]
    let own = document.ownID?.lowercased()
    func add(_ node: TaskNode, _ isActive: Bool) {
      let known: Found
      if let before = found[node.id], before.element === node.element {
        known = before
      } else {
        let type = StepTypes.shared.type(of: node, in: document.dialect)
        known = Found(
          element: node.element,
          references: ReferenceFinder.places(in: node, document.dialect).map {
            reference(to: $0, in: node, own)
          }, fault: type.flatMap { FormCheck.fault(in: node, of: $0) })
        found[node.id] = known
      }
      if isActive { faults[node.id] = known.fault }
      for var reference in known.references {
        reference.isActive = isActive
        references.append(reference)
      }
    }
    func walk(_ parent: TaskNode, _ isActive: Bool) {
      for node in parent.children {
        let isEnabled = isActive && !node.isDisabled
        if node.kind == .group { walk(node, isEnabled) } else { add(node, isEnabled) }
      }
    }
    add(document.sequence, true)
    walk(document.sequence, true)
  }

  private func reference(
    to place: ReferenceFinder.Place, in node: TaskNode, _ own: String?
  ) -> Reference {
    let (status, reason) = status(of: place, own)
    return Reference(
      node: node.id, variable: place.variable, kind: place.kind, id: place.id, status: status,
      reason: reason, isActive: true)
  }

  private func status(
    of place: ReferenceFinder.Place, _ own: String?
  ) -> (Reference.Status, String) {
    let (kind, id) = (place.kind, place.id)
    if id.isEmpty { return (.unresolved, "no \(kind.label) is chosen") }
    if id.contains("%") { return (.dynamic, "decided when the sequence runs") }
    if id == "00000000" {
      return (.unresolved, "00000000 stands where an import could not find the \(kind.label)")
    }
    if kind == .taskSequence, id.lowercased() == own {
      return (.unresolved, "the sequence cannot run itself")
    }
    if let object = catalog.object(kind, id) {
      return (.resolved, object.words + (object.isEnabled ? "" : ", disabled"))
    }
    guard catalog.isComplete(kind) else { return (.unverified, "nothing is known of it here") }
    return (.unresolved, "there is no \(kind.label) \(id)")
  }

  /// The objects most like the one a reference does not find.
  package func guesses(for reference: Reference) -> [CatalogObject] {
    catalog.guesses(for: reference.id, named: "", reference.kind)
  }
}
