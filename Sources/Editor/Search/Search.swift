import Conditions
import Screen
import TaskSequence
package import XMLTree

/// A search over everything a person can read on a node: name, description, type, variables, command
/// line, condition.
package struct Search: Sendable {
  package internal(set) var query = ""
  /// The nodes it was found in, in document order, groups that are closed included.
  package private(set) var hits: [NodeID] = []
  private(set) var hitSet: Set<NodeID> = []
  /// The condition all hits have, when that is what was searched for.
  private var condition: Operand??
  /// The document the hits were found in.
  private var searched: SequenceDocument?

  package var isActive: Bool { !query.isEmpty }

  /// Finds the query again.
  ///
  /// A query that only grew is looked for in the hits it had.
  mutating func run(_ query: String, in document: SequenceDocument) {
    let isNarrower =
      !self.query.isEmpty && query.hasPrefix(self.query) && condition == nil
      && Self.needsConditions(self.query) == Self.needsConditions(query)
      && searched?.tree.root === document.tree.root
    let old = hitSet
    condition = nil
    self.query = query
    searched = document
    hits = []
    guard !query.isEmpty else {
      hitSet = []
      return
    }
    let needle = Needle(query)
    let isText = Self.needsConditions(query)
    if needle.isFound(in: document.sequence) { hits.append(document.sequenceID) }
    document.sequence.walk { node, _ in
      if !isNarrower || old.contains(node.id),
        needle.isFound(in: node) || isText && needle.isFound(inConditionOf: node)
      {
        hits.append(node.id)
      }
      return true
    }
    hitSet = Set(hits)
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
    hits = []
    document.sequence.walk { node, _ in
      if let other = node.condition, other.operand == operand { hits.append(node.id) }
      return true
    }
    hitSet = Set(hits)
  }

  /// Looks again when the document has changed since.
  mutating func refresh(_ document: SequenceDocument) {
    guard isActive, searched?.tree.root !== document.tree.root else { return }
    let query = query
    if let condition { return run(sameConditionAs: condition, words: query, in: document) }
    self.query = ""
    run(query, in: document)
  }

  func contains(_ id: NodeID) -> Bool { hitSet.contains(id) }

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
    if includingSelf, hitSet.contains(id) { return id }
    // Where the node stands among the hits.
    var before = 0
    var seen = hitSet.contains(document.sequenceID) && id != document.sequenceID ? 1 : 0
    var isPast = id == document.sequenceID
    document.sequence.walk { node, _ in
      if isPast { return false }
      if node.id == id {
        before = seen
        isPast = true
        return false
      }
      if hitSet.contains(node.id) { seen += 1 }
      return true
    }
    let next = before + (hitSet.contains(id) ? 1 : 0)
    if forward { return hits[next % hits.count] }
    return hits[(before - 1 + hits.count) % hits.count]
  }

  /// Which of the hits a node is, from 1; nil when it is none.
  package func ordinal(of id: NodeID) -> Int? { hits.firstIndex(of: id).map { $0 + 1 } }
}

extension Needle {
  /// Whether the text of a node's condition has it.
  fileprivate func isFound(inConditionOf node: TaskNode) -> Bool {
    node.condition.map { isFound(in: $0.text) } ?? false
  }

  /// Whether something a person can read on a node has it; what is inside a group are nodes of their
  /// own.
  fileprivate func isFound(in node: TaskNode) -> Bool {
    isFound(inAttributesOf: node.element)
      || node.element.children.contains { child in
        guard case .element(let element) = child else { return false }
        return TaskNode(element) == nil && isFound(inside: element)
      }
  }

  private func isFound(inside element: Element) -> Bool {
    if isFound(inAttributesOf: element) { return true }
    if !element.hasElements { return isFound(inTextOf: element) }
    return element.children.contains { $0.element.map(isFound(inside:)) ?? false }
  }
}
