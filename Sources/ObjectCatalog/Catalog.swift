package import TaskSequence

/// What is known of the objects references can point to.
///
/// Knowledge of a kind is complete when a source lists all there is of it, as a deployment share
/// does; only then does the lack of an object prove that a reference is broken.
package struct Catalog: Sendable {
  /// Where knowledge came from, in words for the status line.
  package private(set) var sources: [String] = []
  private var objects: [ReferenceKind: [String: CatalogObject]] = [:]
  private var complete: Set<ReferenceKind> = []

  package init() {}

  /// How many objects there are.
  package var count: Int { objects.values.reduce(0) { $0 + $1.count } }

  /// Adds an object; one with a name is not replaced by one without.
  package mutating func add(_ object: CatalogObject) {
    let key = object.id.lowercased()
    if object.name.isEmpty, objects[object.kind]?[key] != nil { return }
    objects[object.kind, default: [:]][key] = object
  }

  /// Adds a source by name, and the kinds it lists completely.
  package mutating func add(source: String, complete kinds: Set<ReferenceKind> = []) {
    if !sources.contains(source) { sources.append(source) }
    complete.formUnion(kinds)
  }

  /// Takes in all that another catalogue knows.
  package mutating func formUnion(_ other: Catalog) {
    for source in other.sources { add(source: source) }
    complete.formUnion(other.complete)
    for objects in other.objects.values { objects.values.forEach { add($0) } }
  }

  /// Whether an object of that kind that is not here does not exist.
  package func isComplete(_ kind: ReferenceKind) -> Bool { complete.contains(kind) }

  /// The object of that kind and id; ids are compared without regard to case.
  package func object(_ kind: ReferenceKind, _ id: String) -> CatalogObject? {
    objects[kind]?[id.lowercased()]
  }

  /// All objects of a kind by name.
  package func all(_ kind: ReferenceKind) -> [CatalogObject] {
    (objects[kind] ?? [:]).values.sorted {
      ($0.name.lowercased(), $0.id) < ($1.name.lowercased(), $1.id)
    }
  }

  /// The objects most like one that is not there, the best first: the same name, most words in
  /// common, an id that differs in a few characters.
  package func guesses(for id: String, named name: String, _ kind: ReferenceKind) -> [CatalogObject]
  {
    let words = Self.words(name)
    let scored = all(kind).map { object -> (object: CatalogObject, score: Int) in
      var score = 0
      if !name.isEmpty, object.name.lowercased() == name.lowercased() { score += 1000 }
      score += 20 * words.intersection(Self.words(object.name)).count
      let distance = Self.distance(id.lowercased(), object.id.lowercased())
      if distance <= 4 { score += 200 - 40 * distance }
      return (object, score)
    }
    return scored.filter { $0.score > 0 }.sorted { $0.score > $1.score }.map(\.object)
  }

  private static func words(_ name: String) -> Set<Substring> {
    Set(name.lowercased().split { !$0.isLetter && !$0.isNumber }.filter { $0.count > 1 })
  }

  /// In how many places two ids of the same length differ; far when they are not.
  private static func distance(_ left: String, _ right: String) -> Int {
    guard left.utf8.count == right.utf8.count else { return .max }
    return zip(left.utf8, right.utf8).reduce(0) { $0 + ($1.0 == $1.1 ? 0 : 1) }
  }
}
