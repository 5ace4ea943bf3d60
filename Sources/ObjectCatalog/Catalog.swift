package import TaskSequence

/// What is known of the objects references can point to.
///
/// Knowledge of a kind is complete when a source lists all there is of it, as a deployment share and
/// a catalogue file do; only then does the lack of an object prove that a reference is broken. What
/// else is known of an object is worth what its `Evidence` says.
///
/// Joining catalogues shares them, so that one of a whole site serves many files.
package struct Catalog: Sendable {
  private var ownSources: [CatalogSource] = []
  private var objects: [Evidence: [ReferenceKind: [String: CatalogObject]]] = [:]
  private var ownComplete: Set<ReferenceKind> = []
  /// The scripts of the share it was read from.
  package var scripts: ShareScripts?
  /// What else is known, asked after its own.
  private var others: [Catalog] = []
  /// The ids, in small letters, of the sequences that lie beside a file; nil where nobody looked.
  private var beside: Set<String>?
  /// The ids, in small letters, that each of the files beside an exported sequence lists.
  private var ownLists: [String: Set<String>] = [:]
  /// What guesses are made from.
  private var likeness: [Evidence: LikenessIndexes] = [:]

  package init() {}

  // MARK: Filling

  /// Adds an object, and how it is known; one with a name is not replaced by one without.
  package mutating func add(_ object: CatalogObject, as evidence: Evidence = .known) {
    if likeness[evidence]?.isInUse != false { likeness[evidence] = LikenessIndexes() }
    let key = object.id.lowercased()
    if object.name.isEmpty, objects[evidence]?[object.kind]?[key] != nil { return }
    objects[evidence, default: [:]][object.kind, default: [:]][key] = object
  }

  /// Says that sequences lie beside a file, perhaps none.
  package mutating func add(beside ids: [String]) {
    beside = (beside ?? []).union(ids.map { $0.lowercased() })
  }

  /// Says what a file beside an exported sequence lists.
  package mutating func add(list name: String, naming ids: Set<String>) { ownLists[name] = ids }

  /// Adds a source, and the kinds it lists completely.
  package mutating func add(source: CatalogSource, complete kinds: Set<ReferenceKind> = []) {
    ownSources.append(source)
    ownComplete.formUnion(kinds)
  }

  /// Says that every kind it has objects of is known completely, but for some.
  package mutating func completeKinds(but partial: Set<ReferenceKind> = []) {
    ownComplete.formUnion((objects[.known] ?? [:]).keys.filter { !partial.contains($0) })
  }

  /// Takes in all that another catalogue knows; what is known already comes first.
  ///
  /// Costs nothing whatever the size.
  package mutating func formUnion(_ other: Catalog) { others.append(other) }

  // MARK: Asking

  /// The script of a share that sets a variable; nil when none is known that does.
  package func script(setting name: String) -> String? {
    if let script = scripts?.setter(of: name) { return script }
    return others.lazy.compactMap { $0.script(setting: name) }.first
  }

  /// Where knowledge came from.
  package var sources: [CatalogSource] { ownSources + others.flatMap(\.sources) }

  /// How many objects are known for certain.
  package var count: Int {
    (objects[.known] ?? [:]).values.reduce(0) { $0 + $1.count }
      + others.reduce(0) { $0 + $1.count }
  }

  /// Whether a sequence lies beside the file; nil where nobody looked.
  package func isBeside(_ id: String) -> Bool? {
    let known = [beside.map { $0.contains(id.lowercased()) }] + others.map { $0.isBeside(id) }
    return known.compactMap(\.self).max { !$0 && $1 }
  }

  /// The ids, in small letters, that files beside the exported sequence list, by their names; empty
  /// where there are none.
  package var listsBeside: [String: Set<String>] {
    others.reduce(ownLists) { $0.merging($1.listsBeside) { first, _ in first } }
  }

  /// Whether an object of that kind that is not here does not exist.
  package func isComplete(_ kind: ReferenceKind) -> Bool {
    kind.members.allSatisfy { member in
      ownComplete.contains(member) || others.contains { $0.isComplete(member) }
    }
  }

  /// The newest source that lists all objects of a kind; nil where there is none whose age is known.
  package func latestWhole(_ kind: ReferenceKind) -> CatalogSource? {
    let sources = kind.members.map(latestWhole(member:))
    guard !sources.contains(where: { $0 == nil }) else { return nil }
    return sources.compactMap(\.self).min { ($0.written ?? 0) < ($1.written ?? 0) }
  }

  private func latestWhole(member: ReferenceKind) -> CatalogSource? {
    let own = ownComplete.contains(member) ? ownSources : []
    return (own + others.compactMap { $0.latestWhole(member: member) })
      .filter { $0.written != nil }.max { ($0.written ?? 0) < ($1.written ?? 0) }
  }

  /// The object of that kind and id, if it is there as far as is known; ids are compared without
  /// regard to case.
  package func object(_ kind: ReferenceKind, _ id: String) -> CatalogObject? {
    standing(of: kind, id).flatMap { $1.isProof ? $0 : nil }
  }

  /// The object of that kind and id by the best evidence there is that counts, and which this is.
  package func standing(
    of kind: ReferenceKind, _ id: String
  ) -> (object: CatalogObject, evidence: Evidence)? {
    let key = id.lowercased()
    for member in kind.members {
      if let object = known(member, key) { return (joined(object), .known) }
    }
    let isComplete = isComplete(kind)
    for evidence in Evidence.weaker where !isComplete || evidence.countsAgainstCompleteness {
      if let object = record(kind, key, [evidence]) { return (object, evidence) }
    }
    return nil
  }

  /// A task sequence with what files beside it tell of it and the site's row does not.
  private func joined(_ object: CatalogObject) -> CatalogObject {
    guard object.kind == .taskSequence, object.bootImage.isEmpty || object.isEnabled == nil,
      let told = record(.taskSequence, object.id.lowercased(), [.told])
    else { return object }
    return object.joined(with: told)
  }

  /// The object of exactly that kind and id that is known for certain.
  package func known(_ kind: ReferenceKind, _ id: String) -> CatalogObject? {
    let key = id.lowercased()
    if let object = objects[.known]?[kind]?[key] { return object }
    for other in others {
      if let object = other.known(kind, key) { return object }
    }
    return nil
  }

  /// What a file says of an object, whether or not it is there now: its name helps to find another.
  package func record(_ kind: ReferenceKind, _ id: String) -> CatalogObject? {
    record(kind, id.lowercased(), Evidence.weaker)
  }

  private func record(
    _ kind: ReferenceKind, _ key: String, _ evidence: [Evidence]
  ) -> CatalogObject? {
    // A list of package ids does not say what they are.
    let kinds = kind.hasPackageID ? kind.members + [.content] : [kind]
    var nameless: CatalogObject?
    for evidence in evidence {
      for kind in kinds {
        guard let object = recordedHere(kind, key, evidence) else { continue }
        if !object.name.isEmpty { return object }
        nameless = nameless ?? object
      }
    }
    return nameless
  }

  private func recordedHere(
    _ kind: ReferenceKind, _ key: String, _ evidence: Evidence
  ) -> CatalogObject? {
    var nameless = objects[evidence]?[kind]?[key]
    if let object = nameless, !object.name.isEmpty { return object }
    for other in others {
      guard let object = other.recordedHere(kind, key, evidence) else { continue }
      if !object.name.isEmpty { return object }
      nameless = nameless ?? object
    }
    return nameless
  }

  /// The ways in which objects of exactly that kind are known that count, the best first.
  private func evidence(for kind: ReferenceKind) -> [Evidence] {
    let isComplete = isComplete(kind)
    return [.known] + Evidence.weaker.filter { !isComplete || $0.countsAgainstCompleteness }
  }

  /// Whether there is any object of a kind to choose from.
  package func knows(_ kind: ReferenceKind) -> Bool {
    kind.members.contains { member in
      evidence(for: member).contains { objects[$0]?[member]?.isEmpty == false }
    } || others.contains { $0.knows(kind) }
  }

  /// All objects of a kind by name; of one that is known in several ways the best.
  ///
  /// Costs a sort.
  package func all(_ kind: ReferenceKind) -> [CatalogObject] {
    var found: [String: CatalogObject] = [:]
    for member in kind.members {
      for evidence in evidence(for: member) { collect(member, evidence, into: &found) }
    }
    let keyed = found.values.map { object -> (key: String, object: CatalogObject) in
      (object.name.lowercased(), object)
    }
    return keyed.sorted { left, right in
      left.key == right.key ? left.object.id < right.object.id : left.key < right.key
    }.map(\.object)
  }

  private func collect(
    _ kind: ReferenceKind, _ evidence: Evidence, into found: inout [String: CatalogObject]
  ) {
    let own = objects[evidence]?[kind] ?? [:]
    found = found.isEmpty ? own : found.merging(own) { first, _ in first }
    for other in others { other.collect(kind, evidence, into: &found) }
  }

  /// The indexes to guess from for a kind.
  func likenessIndexes(_ kind: ReferenceKind) -> [LikenessIndex] {
    kind.members.flatMap { member in
      evidence(for: member).flatMap { indexes(member, $0) }
    }
  }

  private func indexes(_ kind: ReferenceKind, _ evidence: Evidence) -> [LikenessIndex] {
    let inside = others.flatMap { $0.indexes(kind, evidence) }
    guard let own = objects[evidence]?[kind], !own.isEmpty, let indexes = likeness[evidence] else {
      return inside
    }
    return [indexes.index(kind, of: own)] + inside
  }

  /// Whether a task sequence runs another, itself or through its children, as far as is known.
  ///
  /// - Returns: The ids on the way from one to the other, both included; nil when there is none.
  package func way(from child: String, to sequence: String) -> [String]? {
    var seen: Set<String> = []
    func search(_ id: String) -> [String]? {
      if id.lowercased() == sequence.lowercased() { return [id] }
      guard seen.insert(id.lowercased()).inserted else { return nil }
      let needs = needs(of: id)
      for next in needs {
        if let way = search(next) { return [id] + way }
      }
      return nil
    }
    return search(child)
  }

  private func needs(of id: String) -> [String] {
    let key = id.lowercased()
    let own =
      ([Evidence.known] + Evidence.weaker).lazy.compactMap { objects[$0]?[.taskSequence]?[key] }
      .first?.needs ?? []
    return own + others.flatMap { $0.needs(of: id) }
  }
}
