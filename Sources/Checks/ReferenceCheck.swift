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
    let places: [Reference]
    let entries: [ReferenceList.Entry]
    let fault: String?
  }

  /// What is known of objects.
  package let catalog: Catalog
  /// Whether references nothing is known of count as broken.
  package let isStrict: Bool
  /// All references in document order.
  package private(set) var references: [Reference] = []
  /// What the list of references has to say.
  package private(set) var listed = ListedReferences([])
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
    references = PackageReferences.places(in: document).map {
      reference(to: $0, in: document.sequence, document.ownID)
    }
    faults = [:]
    var entries: [ReferenceList.Entry] = []
    func add(_ node: TaskNode, _ isActive: Bool) {
      let known: Found
      if let before = found[node.id], before.element === node.element {
        known = before
      } else {
        known = look(at: node, document)
        found[node.id] = known
      }
      if isActive {
        entries += known.entries
        faults[node.id] = known.fault
      }
      for var reference in known.places {
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
    listed = ListedReferences(entries)
    addListed(document)
  }

  private func look(at node: TaskNode, _ document: SequenceDocument) -> Found {
    Found(
      element: node.element,
      places: ReferenceFinder.places(in: node, document.dialect).map {
        reference(to: $0, in: node, document.ownID)
      },
      entries: ListedReferences.entries(of: node, document.dialect),
      fault: StepTypes.shared.type(of: node, in: document.dialect).flatMap {
        FormCheck.fault(in: node, of: $0)
      })
  }

  /// What is listed and no step names.
  private mutating func addListed(_ document: SequenceDocument) {
    guard let list = ReferenceList(of: document.sequence) else { return }
    let used = Set(references.map { $0.id.lowercased() })
      .union(listed.entries.map { $0.id.lowercased() })
    for entry in list.entries where !used.contains(entry.id.lowercased()) {
      let kind: ReferenceKind =
        switch entry {
        case .application: .application
        case .package(_, program: "*"): .taskSequence
        case .package: .content
        }
      let place = ReferenceFinder.Place(.list, kind, entry.id, isNeeded: false)
      references.append(reference(to: place, in: document.sequence, nil))
    }
  }

  private func reference(
    to place: ReferenceFinder.Place, in node: TaskNode, _ own: String?
  ) -> Reference {
    let (status, reason) = ReferenceStatus(catalog: catalog, own: own).status(of: place)
    return Reference(
      node: node.id, place: place.place, kind: place.kind, id: place.id, status: status,
      reason: reason, isNeeded: place.isNeeded)
  }

  // MARK: Other objects

  /// The objects most like the one a reference does not find, the best first.
  package func guesses(for reference: Reference, in document: SequenceDocument) -> [CatalogObject] {
    let known = catalog.record(reference.kind, reference.id)?.name ?? ""
    let name = known.isEmpty ? Self.name(beside: reference, in: document) : known
    return catalog.guesses(for: reference.id, named: name, reference.kind)
      .filter { Self.fits($0, reference) }
  }

  /// The objects a reference can name, by name: those that are known, and those of the same kind that
  /// the sequence names already.
  package func choices(for reference: Reference) -> [CatalogObject] {
    var known = catalog.all(reference.kind)
    var ids = Set(known.map { $0.id.lowercased() })
    for other in references
    where other.kind == reference.kind && other.status == .resolved
      && ids.insert(other.id.lowercased()).inserted
    {
      known.append(
        catalog.object(other.kind, other.id)
          ?? CatalogObject(kind: other.kind, id: other.id, name: ""))
    }
    return known.filter { Self.fits($0, reference) }
  }

  /// A program is one of its package.
  private static func fits(_ object: CatalogObject, _ reference: Reference) -> Bool {
    guard reference.kind == .program else { return true }
    let package = reference.id.prefix { $0 != ":" }
    return object.id.lowercased().hasPrefix(package.lowercased() + ":")
  }

  /// What the step calls the object it names; the step's own name where it says nothing better.
  private static func name(beside reference: Reference, in document: SequenceDocument) -> String {
    guard let node = document.node(reference.node), node.kind != .sequence else { return "" }
    let variables = node.variables
    func value(_ name: String) -> String? {
      variables.first { $0.name == name && !$0.value.isEmpty }?.value
    }
    switch reference.kind {
    case .taskSequence: return value("OSDSubTasksequenceTsName") ?? node.name
    case .program: return ""
    case .application, .content:
      let row = variables.first {
        $0.value.lowercased() == reference.id.lowercased()
          && $0.name.contains(where: \.isNumber)
      }?.name.prefix { !$0.isNumber }
      let number = variables.first { $0.value.lowercased() == reference.id.lowercased() }?.name
        .filter(\.isNumber)
      guard let row, let number else { return node.name }
      return value("\(row)\(number)DisplayName") ?? value("\(row)\(number)Name") ?? node.name
    default: return node.name
    }
  }
}
