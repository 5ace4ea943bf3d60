package import ObjectCatalog
package import StepCatalog
package import TaskSequence
package import XMLTree

/// The references of a document and whether each is there.
///
/// What was found in a node stays true as long as neither the node changes nor what is known of
/// objects, so that looking again after an edit costs the nodes beside what was edited and no more.
package struct ReferenceCheck: Sendable {
  /// What is known of objects.
  package let catalog: Catalog
  /// Whether references nothing is known of count as broken.
  package let isStrict: Bool
  /// The document of the last look.
  private var looked: SequenceDocument?
  /// What the package around the sequence and the sequence itself name.
  private var head: [Reference] = []
  /// The nodes directly in the sequence, as of the last look.
  package private(set) var parts: [ReferencePart] = []
  /// What is listed and no node names, and what it depends on.
  private var unused: [Reference] = []
  private var unusedBy: UnusedBasis?
  /// The state of each node that was seen last, to be used again.
  private var known: [NodeID: ReferencePart] = [:]
  var counts = ReferenceCounts()

  package init(catalog: Catalog, isStrict: Bool = false) {
    self.catalog = catalog
    self.isStrict = isStrict
  }

  // MARK: Looking

  /// Looks at a document.
  ///
  /// - Parameter read: Called for each step that had to be read, with what it references and whether it
  ///   counts: who looks at steps too need not read them again.
  /// - Returns: whether it is another document than that of the last look.
  @discardableResult
  package mutating func look(
    at document: SequenceDocument,
    reading read: (StepReading, [Reference], _ isActive: Bool) -> Void = { _, _, _ in }
  ) -> Bool {
    guard looked?.isIdentical(to: document) != true else { return false }
    // What a child sequence leads to depends on the id.
    if looked?.ownID != document.ownID { known = [:] }
    looked = document
    head = PackageReferences.places(in: document).map {
      reference(to: $0, in: document.sequence, document)
    }
    head += ReferenceFinder.places(in: document.sequence).map {
      reference(to: $0, in: document.sequence, document)
    }
    let new = parts(inside: document.sequence, true, document, read)
    counts.change(from: parts, to: new)
    parts = new
    findUnused(document)
    return true
  }

  /// Whether two documents reference the same objects, in whatever order; an export's array has the
  /// boot image too.
  ///
  /// It leaves the check at the first of them.
  package mutating func namesSame(_ new: SequenceDocument, _ old: SequenceDocument) -> Bool {
    look(at: old)
    counts.forgetChanges()
    look(at: new)
    return !counts.hasChanged
      && new.packageProperty("BootImageID") == old.packageProperty("BootImageID")
  }

  private typealias Reader = (StepReading, [Reference], Bool) -> Void

  private mutating func parts(
    inside container: TaskNode, _ isActive: Bool, _ document: SequenceDocument, _ read: Reader
  ) -> [ReferencePart] {
    container.children.map { part(of: $0, isActive, document, read) }
  }

  private mutating func part(
    of node: TaskNode, _ isInActive: Bool, _ document: SequenceDocument, _ read: Reader
  ) -> ReferencePart {
    let old = known[node.id].flatMap { $0.element === node.element ? $0 : nil }
    let isDisabled = old?.isDisabled ?? node.isDisabled
    let isActive = isInActive && !isDisabled
    if let old, old.isActive == isActive { return old }
    let part =
      if node.kind == .group {
        ReferencePart(
          node, isDisabled: isDisabled, isActive: isActive,
          inside: parts(inside: node, isActive, document, read), isStrict: isStrict)
      } else if let old {
        ReferencePart(
          node, isDisabled: isDisabled, isActive: isActive, own: old.own, entries: old.entries,
          isStrict: isStrict)
      } else {
        look(at: StepReading(node, in: document.dialect), isDisabled, isActive, document, read)
      }
    known[node.id] = part
    return part
  }

  private func look(
    at step: StepReading, _ isDisabled: Bool, _ isActive: Bool, _ document: SequenceDocument,
    _ read: Reader
  ) -> ReferencePart {
    let own = ReferenceFinder.places(in: step).map {
      reference(to: $0, in: step.node, document)
    }
    let part = ReferencePart(
      step.node, isDisabled: isDisabled, isActive: isActive, own: own,
      entries: ListedReferences.entries(of: step), isStrict: isStrict)
    read(step, part.own, isActive)
    return part
  }

  /// What decides which entries of the list nothing names.
  private struct UnusedBasis: Equatable {
    let list: Element
    /// The state of what the nodes name.
    let turns: Int
    /// What the package and the sequence themselves name.
    let outside: Set<String>

    static func == (left: UnusedBasis, right: UnusedBasis) -> Bool {
      left.list === right.list && left.turns == right.turns && left.outside == right.outside
    }
  }

  /// Finds what is listed and neither a node nor the package names.
  private mutating func findUnused(_ document: SequenceDocument) {
    guard let list = ReferenceList(of: document.sequence) else {
      (unused, unusedBy) = ([], nil)
      return
    }
    let basis = UnusedBasis(
      list: list.element, turns: counts.turns, outside: Set(head.map { $0.id.lowercased() }))
    guard basis != unusedBy else { return }
    unusedBy = basis
    unused = list.entries.filter {
      !counts.names($0.id) && !basis.outside.contains($0.id.lowercased())
    }
    .map { entry in
      let place = ReferenceFinder.Place(.list, entry.kind, entry.id, isNeeded: false)
      return reference(to: place, in: document.sequence, document)
    }
  }

  func reference(
    to place: ReferenceFinder.Place, in node: TaskNode, _ document: SequenceDocument
  ) -> Reference {
    let states = ReferenceStatus(catalog: catalog, in: document)
    let (status, reason) = states.status(of: place)
    var reference = Reference(
      node: node.id, place: place.place, kind: place.kind, id: place.id, status: status,
      reason: reason, isNeeded: place.isNeeded)
    reference.isMissingInExport = status != .unresolved && states.isMissingInExport(place)
    reference.isContradicted =
      status == .stated && states.contradiction(of: place.kind, place.id) != nil
    if status == .resolved { reference.fate = catalog.object(place.kind, place.id)?.fate }
    return reference
  }

  // MARK: What was found

  /// All references in document order; costs a walk over the nodes.
  package var references: [Reference] {
    var all = head
    for part in parts { part.walk { all += $0.own } }
    return all + unused
  }

  /// The references that stop a save; costs the way to them.
  package var blocking: [Reference] {
    var all = head
    for part in parts { part.walk(where: { $0.blocked > 0 }) { all += $0.own } }
    return (all + unused).filter { $0.stopsSaving(isStrict: isStrict) }
  }

  /// How many references of nodes that run have a status that takes the object on trust.
  package func count(_ status: Reference.Status) -> Int {
    parts.reduce((head + unused).count { $0.status == status }) {
      $0 + $1.trusted[status, default: 0]
    }
  }

  /// The references of one node.
  package func references(of node: TaskNode) -> [Reference] {
    node.kind == .sequence ? head + unused : counts[node.id]?.own ?? []
  }

  /// What a step or a group and all inside it reference; nil for the sequence and for what is not in
  /// it.
  package func part(of node: NodeID) -> ReferencePart? { counts[node] }

  /// What the list of references has to say.
  package var listed: ListedReferences {
    var entries: [ReferenceList.Entry] = []
    var seen: Set<ReferenceList.Entry> = []
    // Most are named early: nothing is left to be found long before the last node.
    var isComplete: Bool { seen.count == counts.entryCount }
    for part in parts {
      part.walk(where: { $0.isActive && !isComplete }) { part in
        entries += part.entries.filter { seen.insert($0).inserted }
      }
    }
    return ListedReferences(entries)
  }

  /// Whether a reference would stop a save no more if the user said that the object is there.
  package func canBeStated(_ reference: Reference, in document: SequenceDocument) -> Bool {
    var known = catalog
    known.add(CatalogObject(kind: reference.kind, id: reference.id, name: ""), as: .stated)
    let place = ReferenceFinder.Place(
      reference.place, reference.kind, reference.id, isNeeded: reference.isNeeded)
    return !isStrict
      && ReferenceStatus(catalog: known, in: document).status(of: place).0 == .stated
  }

  // MARK: Other objects

  /// The objects most like the one a reference does not find, the best first, at most so many.
  ///
  /// What the object itself is called counts, and its id. The step's name counts only where it is that
  /// of an object: words such as “Install” stand in many.
  package func guesses(
    for reference: Reference, in document: SequenceDocument, count: Int
  ) -> [CatalogObject] {
    func guesses(_ name: String, _ isFit: (CatalogObject) -> Bool) -> [CatalogObject] {
      catalog.guesses(for: reference.id, named: name, reference.kind, count: count) {
        fits($0, reference) && isFit($0)
      }
    }
    let known = catalog.record(reference.kind, reference.id)?.name ?? ""
    let (title, step) = Self.names(beside: reference, in: document)
    let own = known.isEmpty ? title : known
    guard own.isEmpty else { return guesses(own) { _ in true } }
    let named =
      step.isEmpty ? [] : guesses(step) { $0.name.lowercased() == step.lowercased() }
    let ids = Set(named.map(\.id))
    return Array((named + guesses("") { !ids.contains($0.id) }).prefix(count))
  }

  /// The objects a reference can name, by name: those that are known, and those of the same kind that
  /// the sequence names already.
  package func choices(for reference: Reference) -> [CatalogObject] {
    var known = catalog.all(reference.kind)
    var ids = Set(known.map { $0.id.lowercased() })
    for other in references
    where other.kind == reference.kind && [.resolved, .listed].contains(other.status)
      && ids.insert(other.id.lowercased()).inserted
    {
      known.append(
        catalog.standing(of: other.kind, other.id)?.object
          ?? CatalogObject(kind: other.kind, id: other.id, name: ""))
    }
    return known.filter { fits($0, reference) }
  }

  /// A program is one of its package, and a child no sequence that runs this one.
  private func fits(_ object: CatalogObject, _ reference: Reference) -> Bool {
    switch reference.kind {
    case .program:
      let package = reference.id.prefix { $0 != ":" }
      return object.id.lowercased().hasPrefix(package.lowercased() + ":")
    case .taskSequence:
      return looked?.ownID.map { catalog.way(from: object.id, to: $0) == nil } ?? true
    default: return true
    }
  }

  /// What the step calls the object it names, and what it is called itself; empty where it says
  /// nothing.
  private static func names(
    beside reference: Reference, in document: SequenceDocument
  ) -> (title: String, step: String) {
    guard let node = document.node(reference.node), node.kind != .sequence,
      reference.kind != .program
    else { return ("", "") }
    let step = StepReading(node, in: document.dialect)
    let title = step.titles.first { $0.id.lowercased() == reference.id.lowercased() }?.name
    return (title ?? "", node.name)
  }
}
