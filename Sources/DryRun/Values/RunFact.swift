/// Something nobody has stated that a run depends on.
package struct RunFact: Hashable, Sendable {
  package enum Kind: String, Sendable {
    case variable, query, file, folder, registry, product, system
    /// A condition that cannot be evaluated.
    case condition
    /// A step reached where “Run in” does not allow it.
    case place
    /// What a child sequence holds.
    case child
    /// The exit code of a step.
    case code
  }

  package let kind: Kind
  /// What it is: the name of a variable, the text of a query, a path.
  package let text: String

  package init(_ kind: Kind, _ text: String) { (self.kind, self.text) = (kind, text) }

  /// As the list of what is not known names it.
  package var name: String {
    switch kind {
    case .variable: text
    case .query: "query \(text)"
    case .file: "file \(text)"
    case .folder: "folder \(text)"
    case .registry: "registry \(text)"
    case .product: "product \(text)"
    case .system: "Windows \(text)"
    case .condition: "condition of \(text)"
    case .place: "“Run in” of \(text)"
    case .child: "child \(text)"
    case .code: "exit code of \(text)"
    }
  }
}

/// Which facts decide something: their numbers, each once, in order, and no more than a few.
///
/// What depends on many facts is settled by few of them, and costs must not grow with the sequence.
struct Needs: Equatable, Sendable {
  private(set) var facts: [Int32] = []
  private static let most = 16

  init() {}

  init(_ fact: Int32) { facts = [fact] }

  var isEmpty: Bool { facts.isEmpty }

  mutating func formUnion(_ other: Needs) {
    guard other != self else { return }
    for fact in other.facts where facts.count < Self.most {
      if let place = facts.firstIndex(where: { $0 >= fact }) {
        if facts[place] != fact { facts.insert(fact, at: place) }
      } else {
        facts.append(fact)
      }
    }
  }

  func union(_ other: Needs) -> Needs {
    var union = self
    union.formUnion(other)
    return union
  }
}

/// The facts of a run, each with a number.
struct FactBook {
  private(set) var facts: [RunFact] = []
  private var numbers: [RunFact: Int32] = [:]

  mutating func needs(_ kind: RunFact.Kind, _ text: String) -> Needs {
    let fact = RunFact(kind, text)
    if let number = numbers[fact] { return Needs(number) }
    let number = Int32(facts.count)
    facts.append(fact)
    numbers[fact] = number
    return Needs(number)
  }

  func facts(_ needs: Needs) -> [RunFact] { needs.facts.map { facts[Int($0)] } }
}
