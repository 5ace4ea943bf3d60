package import ObjectCatalog
package import TaskSequence

extension SequenceDocument {
  /// A reference and the object it is to name.
  package typealias Swap = (reference: Reference, object: CatalogObject)
}

/// The references of a sequence that go from one site's objects to another's.
package struct Remapping: Sendable {
  /// Each reference with the object it is to name.
  package private(set) var swaps: [SequenceDocument.Swap] = []
  /// The same for ids that texts mention, to be changed by those who want it.
  package private(set) var offered: [SequenceDocument.Swap] = []
  /// The references for which there is none, with why; mentions too.
  package private(set) var left: [(reference: Reference, reason: String)] = []

  /// By a table of ids, compared without regard to case.
  ///
  /// - Parameters:
  ///   - ids: For each old id the new one.
  ///   - catalog: Where the new objects' names are looked up.
  ///   - mentions: The ids in texts.
  package init(
    _ ids: [(old: String, new: String)], of check: ReferenceCheck, in catalog: Catalog,
    and mentions: Mentions? = nil
  ) {
    let table = Dictionary(
      ids.map { ($0.old.lowercased(), $0.new) }, uniquingKeysWith: { first, _ in first })
    for reference in check.references + (mentions?.all ?? []) {
      guard let new = table[reference.id.lowercased()] else { continue }
      let object = reference.kind.members.lazy.compactMap { catalog.object($0, new) }.first
      add((reference, object ?? CatalogObject(kind: reference.kind, id: new, name: "")))
    }
  }

  /// Has the mentions go as the references do.
  package mutating func takeOffered() {
    swaps += offered
    offered = []
  }

  private mutating func add(_ swap: SequenceDocument.Swap) {
    if swap.reference.status == .mention { offered.append(swap) } else { swaps.append(swap) }
  }

  /// By name: each object that another catalogue does not have under its id is looked for there by its
  /// name, and by its version where several have that name.
  ///
  /// A program goes with its package.
  package init(
    byNameIn catalog: Catalog, of check: ReferenceCheck, _ document: SequenceDocument,
    and mentions: Mentions? = nil
  ) {
    var known: [String: Result<CatalogObject, Miss>] = [:]
    var names: [ReferenceKind: [String: [CatalogObject]]] = [:]
    for reference in check.references + (mentions?.all ?? [])
    where ![.program, .selectionProfile].contains(reference.kind) && reference.status != .dynamic
      && !reference.id.isEmpty
    {
      let key = "\(reference.kind) \(reference.id.lowercased())"
      if known[key] == nil {
        if names[reference.kind] == nil {
          names[reference.kind] = Dictionary(grouping: catalog.all(reference.kind)) {
            $0.name.lowercased()
          }
        }
        known[key] = Self.find(reference, check, document, names[reference.kind] ?? [:], catalog)
      }
      switch known[key] {
      case .success(let object) where object.id.lowercased() != reference.id.lowercased():
        add((reference, object))
      case .failure(let miss): left.append((reference, miss.reason))
      case .success, nil: break
      }
    }
  }

  /// Why there is no object.
  private struct Miss: Error { let reason: String }

  private static func find(
    _ reference: Reference, _ check: ReferenceCheck, _ document: SequenceDocument,
    _ names: [String: [CatalogObject]], _ catalog: Catalog
  ) -> Result<CatalogObject, Miss> {
    let known = [
      check.catalog.object(reference.kind, reference.id),
      check.catalog.record(reference.kind, reference.id),
    ].compactMap(\.self)
    let here = known.first { !$0.name.isEmpty } ?? known.first
    let name = here?.name ?? ""
    let there = reference.kind.members.lazy.compactMap { catalog.known($0, reference.id) }.first
    if let there, name.isEmpty || there.name.lowercased() == name.lowercased() {
      return .success(there)
    }
    guard !name.isEmpty else { return .failure(Miss(reason: "its name is not known here")) }
    let found = names[name.lowercased()] ?? []
    let exact = found.filter { $0.version == here?.version }
    let fit = found.count > 1 && !exact.isEmpty ? exact : found
    switch fit.count {
    case 1: return .success(fit[0])
    case 0: return .failure(Miss(reason: "there is no \(reference.kind.label) “\(name)”"))
    default:
      return .failure(
        Miss(reason: "there are \(fit.count) with the name “\(name)”: choose one by hand"))
    }
  }
}
