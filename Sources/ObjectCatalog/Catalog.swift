package import TaskSequence

/// What is known of the objects references can point to.
///
/// Knowledge of a kind is complete when a source lists all there is of it, as a deployment share and
/// a catalogue file do; only then does the lack of an object prove that a reference is broken. What is
/// merely recorded, as in the list a sequence carries, counts as long as no source is complete: a site
/// that does not have an object is right against a file that says another site had it.
///
/// Joining catalogues shares them, so that one of a whole site serves many files.
package struct Catalog: Sendable {
  private var ownSources: [CatalogSource] = []
  private var objects: [ReferenceKind: [String: CatalogObject]] = [:]
  private var recorded: [ReferenceKind: [String: CatalogObject]] = [:]
  private var ownComplete: Set<ReferenceKind> = []
  /// The scripts of the share it was read from.
  package var scripts: ShareScripts?
  /// What else is known, asked after its own.
  private var others: [Catalog] = []
  /// What guesses are made from, for its own objects and for those it records.
  private var likeness = (objects: LikenessIndexes(), recorded: LikenessIndexes())

  package init() {}

  // MARK: Filling

  /// Adds an object; one with a name is not replaced by one without.
  package mutating func add(_ object: CatalogObject) {
    if likeness.objects.isInUse { likeness.objects = LikenessIndexes() }
    Self.put(object, into: &objects)
  }

  /// Adds an object of which a file says that it was there once.
  package mutating func record(_ object: CatalogObject) {
    if likeness.recorded.isInUse { likeness.recorded = LikenessIndexes() }
    Self.put(object, into: &recorded)
  }

  private static func put(
    _ object: CatalogObject, into objects: inout [ReferenceKind: [String: CatalogObject]]
  ) {
    let key = object.id.lowercased()
    if object.name.isEmpty, objects[object.kind]?[key] != nil { return }
    objects[object.kind, default: [:]][key] = object
  }

  /// Adds a source, and the kinds it lists completely.
  package mutating func add(source: CatalogSource, complete kinds: Set<ReferenceKind> = []) {
    ownSources.append(source)
    ownComplete.formUnion(kinds)
  }

  /// Says that every kind it has objects of is known completely, but for some.
  package mutating func completeKinds(but partial: Set<ReferenceKind> = []) {
    ownComplete.formUnion(objects.keys.filter { !partial.contains($0) })
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

  /// How many objects there are, recorded ones left out.
  package var count: Int {
    objects.values.reduce(0) { $0 + $1.count } + others.reduce(0) { $0 + $1.count }
  }

  /// Whether an object of that kind that is not here does not exist.
  package func isComplete(_ kind: ReferenceKind) -> Bool {
    kind.members.allSatisfy { member in
      ownComplete.contains(member) || others.contains { $0.isComplete(member) }
    }
  }

  /// The object of that kind and id; ids are compared without regard to case.
  package func object(_ kind: ReferenceKind, _ id: String) -> CatalogObject? {
    let key = id.lowercased()
    for member in kind.members {
      if let object = known(member, key) { return object }
    }
    return isComplete(kind) ? nil : record(kind, id)
  }

  /// The object of exactly that kind and id, recorded ones left out.
  package func known(_ kind: ReferenceKind, _ id: String) -> CatalogObject? {
    let key = id.lowercased()
    if let object = objects[kind]?[key] { return object }
    for other in others {
      if let object = other.known(kind, key) { return object }
    }
    return nil
  }

  /// What a file says of an object, whether or not it is there now: its name helps to find another.
  package func record(_ kind: ReferenceKind, _ id: String) -> CatalogObject? {
    let key = id.lowercased()
    // A list of package ids does not say what they are.
    let kinds = kind.hasPackageID ? kind.members + [.content] : [kind]
    var nameless: CatalogObject?
    for kind in kinds {
      guard let object = recordedHere(kind, key) else { continue }
      if !object.name.isEmpty { return object }
      nameless = nameless ?? object
    }
    return nameless
  }

  private func recordedHere(_ kind: ReferenceKind, _ key: String) -> CatalogObject? {
    var nameless = recorded[kind]?[key]
    if let object = nameless, !object.name.isEmpty { return object }
    for other in others {
      guard let object = other.recordedHere(kind, key) else { continue }
      if !object.name.isEmpty { return object }
      nameless = nameless ?? object
    }
    return nameless
  }

  /// Whether there is any object of a kind to choose from.
  package func knows(_ kind: ReferenceKind) -> Bool {
    kind.members.contains { member in
      objects[member]?.isEmpty == false
        || recorded[member]?.isEmpty == false && !isComplete(member)
    } || others.contains { $0.knows(kind) }
  }

  /// All objects of a kind by name; recorded ones only where nothing better is known of the kind.
  ///
  /// Costs a sort.
  package func all(_ kind: ReferenceKind) -> [CatalogObject] {
    var found: [String: CatalogObject] = [:]
    for member in kind.members {
      collect(member, recorded: false, into: &found)
      if !isComplete(member) { collect(member, recorded: true, into: &found) }
    }
    let keyed = found.values.map { object -> (key: String, object: CatalogObject) in
      (object.name.lowercased(), object)
    }
    return keyed.sorted { left, right in
      left.key == right.key ? left.object.id < right.object.id : left.key < right.key
    }.map(\.object)
  }

  private func collect(
    _ kind: ReferenceKind, recorded isRecorded: Bool, into found: inout [String: CatalogObject]
  ) {
    let own = (isRecorded ? recorded : objects)[kind] ?? [:]
    found = found.isEmpty ? own : found.merging(own) { first, _ in first }
    for other in others { other.collect(kind, recorded: isRecorded, into: &found) }
  }

  /// The indexes to guess from for a kind; recorded objects only where nothing better is known of it.
  func likenessIndexes(_ kind: ReferenceKind) -> [LikenessIndex] {
    kind.members.flatMap { member in
      indexes(member, recorded: false) + (isComplete(member) ? [] : indexes(member, recorded: true))
    }
  }

  private func indexes(_ kind: ReferenceKind, recorded isRecorded: Bool) -> [LikenessIndex] {
    let inside = others.flatMap { $0.indexes(kind, recorded: isRecorded) }
    guard let own = (isRecorded ? recorded : objects)[kind], !own.isEmpty else { return inside }
    let indexes = isRecorded ? likeness.recorded : likeness.objects
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
    let own = (objects[.taskSequence]?[key] ?? recorded[.taskSequence]?[key])?.needs ?? []
    return own + others.flatMap { $0.needs(of: id) }
  }
}
