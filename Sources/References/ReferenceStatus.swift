import Containers
import ObjectCatalog
import TaskSequence

/// Tells whether what a place names is there, and why not.
struct ReferenceStatus {
  let catalog: Catalog
  /// The id of the sequence itself, where it is known.
  let own: String?
  /// Whether the sequence lies in an export.
  let isExport: Bool

  init(catalog: Catalog, in document: SequenceDocument) {
    self.catalog = catalog
    own = document.ownID
    isExport = document.carrier == .export
  }

  /// Whether a place names a child that the export around the sequence does not hold; false where
  /// nobody looked.
  func isMissingInExport(_ place: ReferenceFinder.Place) -> Bool {
    isExport && place.kind == .taskSequence && place.place != .list && !place.id.isEmpty
      && !place.id.isVariable && catalog.isBeside(place.id) == false
  }

  func status(of place: ReferenceFinder.Place) -> (Reference.Status, String) {
    let (kind, id) = (place.kind, place.id)
    if id.isEmpty || kind == .program && id.hasSuffix(":") {
      return (.unresolved, "no \(kind.label) is chosen")
    }
    if id.isVariable { return (.dynamic, "decided when the sequence runs") }
    if id == "00000000" {
      return (.unresolved, "00000000 stands where an import could not find the \(kind.label)")
    }
    // A list that names too much runs nothing.
    if kind == .taskSequence, place.place != .list, let reason = circle(id) {
      return (.unresolved, reason)
    }
    if kind == .program { return programStatus(id) }
    if let (object, evidence) = catalog.standing(of: kind, id) {
      return (status(by: evidence), words(for: object, evidence, place))
    }
    if kind == .selectionProfile, Self.builtInProfiles.contains(id.lowercased()) {
      return (.resolved, "\(id), which every share has")
    }
    guard catalog.isComplete(kind) else { return (.unverified, "nothing is known of it here") }
    let name = catalog.record(kind, id)?.name ?? ""
    let called = name.isEmpty ? "" : ", which was “\(name)”"
    return (.unresolved, "there is no \(kind.label) \(id)\(called)")
  }

  /// What the Workbench puts into every share, whether or not its list says so (measured on the
  /// `SelectionProfiles.xml` of shares from public repositories).
  private static let builtInProfiles: Set<String> = [
    "everything", "nothing", "all drivers", "all drivers and packages", "all packages",
  ]

  /// Why a child cannot be run; nil when it can, as far as is known.
  private func circle(_ id: String) -> String? {
    guard let own, !own.isEmpty else { return nil }
    if id.lowercased() == own.lowercased() { return "the sequence cannot run itself" }
    guard let way = catalog.way(from: id, to: own) else { return nil }
    return "it runs this sequence again: \(way.joined(separator: " › "))"
  }

  /// A program can be looked up once its package is there.
  private func programStatus(_ id: String) -> (Reference.Status, String) {
    let package = String(id.prefix { $0 != ":" })
    let name = id.dropFirst(package.count + 1)
    if package.isVariable { return (.dynamic, "decided when the sequence runs") }
    let standing = catalog.standing(of: .program, id)
    if let (object, evidence) = standing, evidence.isProof {
      let words = ["“\(name)”", object.statement, contradiction(of: .program, id)]
      return evidence == .stated
        ? (.stated, words.compactMap(\.self).joined(separator: ", ")) : (.resolved, String(name))
    }
    guard catalog.isComplete(.program), let owner = catalog.object(.package, package) else {
      if standing != nil { return (.listed, "only its own list names “\(name)”") }
      return (.unverified, "nothing is known of it here")
    }
    let title = owner.name.isEmpty ? package : owner.name
    return (.unresolved, "“\(title)” has no program “\(name)”")
  }

  /// The catalogue that does not know what the user stated, though it is newer; nil when there is none.
  func contradiction(of kind: ReferenceKind, _ id: String) -> String? {
    guard let (object, evidence) = catalog.standing(of: kind, id), evidence == .stated,
      let stated = object.stated, let whole = catalog.latestWhole(kind),
      let written = whole.written, written > stated
    else { return nil }
    return "\(whole.dated), which is newer, does not know it"
  }

  private func status(by evidence: Evidence) -> Reference.Status {
    switch evidence {
    case .known, .told: .resolved
    case .stated: .stated
    case .listed: .listed
    }
  }

  private func words(
    for object: CatalogObject, _ evidence: Evidence, _ place: ReferenceFinder.Place
  ) -> String {
    var words = object.words
    if evidence == .listed {
      let name = object.name.isEmpty || object.name == object.id ? "" : "“\(object.name)”, "
      return isMissingInExport(place)
        ? "\(name)named by its own list, not in this export" : "\(name)only its own list names it"
    }
    if evidence == .stated {
      let lack = contradiction(of: place.kind, place.id)
      return words + ", \(object.statement ?? "")" + (lack.map { "; \($0)" } ?? "")
    }
    if !object.bootImage.isEmpty { words += ", boot image \(object.bootImage)" }
    if !object.remark.isEmpty { words += ", \(object.remark)" }
    if object.kind == .mdtApplication {
      let missing = object.needs.filter { catalog.object(.mdtApplication, $0) == nil }
      if let first = missing.first { words += "; depends on \(first), which is not there" }
    }
    return words
  }
}
