package import TaskSequence

extension Catalog {
  /// The objects most like one that is not there, the best first: the same name, the same product in
  /// another version, most words in common, an id that differs in a few characters.
  ///
  /// - Parameter name: What the lost object is called, empty when that is not known.
  package func guesses(
    for id: String, named name: String, _ kind: ReferenceKind
  ) -> [CatalogObject] {
    let wanted = Likeness(id: id, name: name)
    guard !wanted.isBlank else { return [] }
    return all(kind).compactMap { object in
      let score = wanted.score(object)
      return score > 0 && object.id.lowercased() != id.lowercased() ? (object, score) : nil
    }.sorted { (left: (CatalogObject, Int), right) in left.1 > right.1 }.map(\.0)
  }
}

/// How alike an object is to one that is wanted.
struct Likeness {
  private let id: [UInt8]
  private let name: String
  private let words: Set<Substring>
  /// The words without those that are versions, which change from one release to the next.
  private let product: Set<Substring>

  init(id: String, name: String) {
    self.id = Array(id.lowercased().utf8)
    self.name = name.lowercased()
    words = Self.words(self.name)
    product = words.filter(Self.isPlain)
  }

  /// Whether there is nothing to go by.
  var isBlank: Bool { name.isEmpty && (id.isEmpty || id.allSatisfy { $0 == UInt8(ascii: "0") }) }

  func score(_ object: CatalogObject) -> Int {
    var score = 0
    if !name.isEmpty {
      let other = object.name.lowercased()
      if other == name { score += 1000 }
      let others = Self.words(other)
      if !product.isEmpty, others.filter(Self.isPlain) == product { score += 300 }
      score += 20 * words.intersection(others).count
    }
    let distance = distance(to: object.id)
    // An id is long; a tenth of it wrong is a slip, more is another object.
    if distance <= max(1, id.count / 10) { score += 220 - 20 * distance }
    return score
  }

  private static func words(_ name: String) -> Set<Substring> {
    Set(name.split { !$0.isLetter && !$0.isNumber }.filter { $0.count > 1 })
  }

  private static func isPlain(_ word: Substring) -> Bool { !word.contains(where: \.isNumber) }

  /// In how many places two ids of the same length differ; far when they are not.
  private func distance(to other: String) -> Int {
    guard other.utf8.count == id.count else { return .max }
    var distance = 0
    for (left, right) in zip(id, other.utf8) where left != right | 0x20 && left != right {
      distance += 1
    }
    return distance
  }
}
