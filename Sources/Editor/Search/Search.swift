import Conditions
import Screen
import StepCatalog
import TaskSequence
package import XMLTree

/// A search over everything a person can read on a node: name, description, type, variables, scripts,
/// command line, condition.
package struct Search: Sendable {
  package internal(set) var query = ""
  /// The nodes it was found in, in document order, groups that are closed included.
  package private(set) var hits: [NodeID] = []
  /// The same by their numbers, for looking one up.
  private var sorted: [NodeID] = []
  private var nodes: [TaskNode] = []
  /// The condition all hits have, when that is what was searched for.
  private var condition: Operand??
  /// What stands in encodings.
  private var encodings = EncodedTexts()
  /// What covers the texts of nodes, under the secrecy of the document.
  private var covered: (secrecy: Secrecy, texts: NodeFinder.Covered) = (.byName, [:])
  /// The document the hits were found in.
  private var searched: SequenceDocument?

  package var isActive: Bool { !query.isEmpty }

  /// Finds the query again.
  ///
  /// A query that only grew is looked for in the hits it had; otherwise all bytes of the document are
  /// passed over, a third of a nanosecond each.
  mutating func run(_ query: String, in document: SequenceDocument) {
    let isNarrower =
      !self.query.isEmpty && query.hasPrefix(self.query) && condition == nil
      && Self.needsConditions(self.query) == Self.needsConditions(query)
      && searched?.tree.root === document.tree.root
      && (self.query.count >= StepName.shortest || StepName.called(query).isEmpty)
    condition = nil
    self.query = query
    searched = document
    guard !query.isEmpty else { return keep([]) }
    let needle = Needle(query)
    let secrecy = Secrecy(of: document)
    if covered.secrecy != secrecy { covered = (secrecy, [:]) }
    let encoded = encodings.nodes(in: document, having: needle).filter { id in
      var isShown = false
      document.forEachText(of: [id]) { place in
        guard !isShown, place.encoded != nil else { return }
        isShown = needle.isFound(in: place.shownText(secrecy))
      }
      return isShown
    }
    var finder = NodeFinder(
      needle, isText: Self.needsConditions(query), secrecy, isNarrower, covered: covered.texts,
      encoded: encoded, types: StepName.called(query))
    keep(isNarrower ? nodes.filter { finder.find(in: $0) } : finder.nodes(in: document.sequence))
    covered.texts = finder.covered
  }

  /// Takes these nodes for the hits.
  private mutating func keep(_ nodes: [TaskNode]) {
    self.nodes = nodes
    hits = nodes.map(\.id)
    // As they are parsed, numbers grow with the document.
    let isInOrder = zip(hits, hits.dropFirst()).allSatisfy { $0 < $1 }
    sorted = isInOrder ? hits : hits.sorted()
  }

  /// Whether a query can be found in the text of a condition alone: a word of one stands in the XML.
  private static func needsConditions(_ query: String) -> Bool {
    query.contains { " \"=<>!(,".contains($0) }
  }

  /// Finds the nodes whose condition says the same; `words` are shown as what was searched for.
  mutating func run(sameConditionAs operand: Operand?, words: String, in document: SequenceDocument)
  {
    query = words
    searched = document
    condition = .some(operand)
    var nodes: [TaskNode] = []
    document.sequence.walk { node, _ in
      if let other = node.condition, other.operand == operand { nodes.append(node) }
      return true
    }
    keep(nodes)
  }

  /// Looks again when the document has changed since.
  mutating func refresh(_ document: SequenceDocument) {
    guard isActive, searched?.tree.root !== document.tree.root else { return }
    let query = query
    if let condition { return run(sameConditionAs: condition, words: query, in: document) }
    self.query = ""
    run(query, in: document)
  }

  func contains(_ id: NodeID) -> Bool {
    let place = Self.firstIndex(in: sorted) { $0 >= id }
    return place < sorted.count && sorted[place] == id
  }

  /// The columns of a shown text that the query takes where it first stands; nil when it does not.
  func columns(in text: String) -> Range<Int>? {
    let (letters, wanted) = (text.map { $0.lowercased() }, query.map { $0.lowercased() })
    guard !wanted.isEmpty, letters.count >= wanted.count else { return nil }
    let start = (0...letters.count - wanted.count).first {
      letters[$0..<$0 + wanted.count].elementsEqual(wanted)
    }
    guard let start else { return nil }
    let lower = displayWidth(of: String(text.prefix(start)))
    return lower..<lower + displayWidth(of: String(text.dropFirst(start).prefix(wanted.count)))
  }

  /// The hit at or after a node in document order, or before it; around the end when there is none.
  func hit(from id: NodeID, forward: Bool, includingSelf: Bool, _ document: SequenceDocument)
    -> NodeID?
  {
    guard !hits.isEmpty else { return nil }
    let isHit = contains(id)
    if includingSelf, isHit { return id }
    let place = place(of: id, document)
    let next = forward ? place + (isHit ? 1 : 0) : place + hits.count - 1
    return hits[next % hits.count]
  }

  /// Which of the hits a node is, from 1; nil when it is none.
  package func ordinal(of id: NodeID) -> Int? {
    guard contains(id), let searched else { return nil }
    return place(of: id, searched) + 1
  }

  /// How many hits come before a node in document order.
  private func place(of id: NodeID, _ document: SequenceDocument) -> Int {
    let wanted = document.tree.address(of: id) ?? []
    return Self.firstIndex(in: hits) { hit in
      !(document.tree.address(of: hit) ?? []).lexicographicallyPrecedes(wanted)
    }
  }

  /// Where the nodes begin of which something holds, as it does of all that follow; their end when of
  /// none.
  private static func firstIndex(in nodes: [NodeID], where holds: (NodeID) -> Bool) -> Int {
    var (low, high) = (0, nodes.count)
    while low < high {
      let middle = (low + high) / 2
      if holds(nodes[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
