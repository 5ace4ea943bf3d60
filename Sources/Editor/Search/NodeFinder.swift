import Conditions
import StepCatalog
import TaskSequence
import XMLTree

/// Finds a query in everything a person can read on nodes.
struct NodeFinder {
  /// What covers texts, by the node they are of and the state of it.
  typealias Covered = [NodeID: (element: Element, texts: [NodeID: String])]

  private let needle: Needle
  /// Whether it might stand in the text of a condition and not in its XML.
  private let isText: Bool
  /// What is hidden cannot be found.
  private let secrecy: Secrecy
  private var scan: NeedleScan
  /// The nodes that have it in an encoding.
  private let encoded: Set<NodeID>
  /// What covers the texts of nodes, as far as it was asked for.
  private(set) var covered: Covered
  /// The types that people call so.
  private let types: Set<StepName>

  /// - Parameters:
  ///   - isNarrow: Whether a few nodes are asked for rather than all of a document.
  ///   - covered: What is known of texts that are covered, under the same secrecy.
  ///   - encoded: The nodes that have it in an encoding, where it may be shown.
  ///   - types: The types of steps that have it in what people call them.
  init(
    _ needle: Needle, isText: Bool, _ secrecy: Secrecy, _ isNarrow: Bool = false,
    covered: Covered = [:], encoded: Set<NodeID> = [], types: Set<StepName> = []
  ) {
    self.secrecy = secrecy
    self.covered = covered
    self.needle = needle
    self.encoded = encoded
    self.types = types
    self.isText = isText
    scan = NeedleScan(needle, isOnward: !isNarrow)
  }

  /// A sequence and the nodes in it that have the query, in document order.
  mutating func nodes(in sequence: TaskNode) -> [TaskNode] {
    var nodes: [TaskNode] = []
    if find(in: sequence) { nodes.append(sequence) }
    collect(inside: sequence, &nodes)
    return nodes
  }

  private mutating func collect(inside container: TaskNode, _ nodes: inout [TaskNode]) {
    for element in container.element.elements {
      // Conditions are put into words one by one, below.
      guard isText || !encoded.isEmpty || !types.isEmpty || scan.mayFind(in: element),
        let node = TaskNode(element)
      else { continue }
      if find(in: node) { nodes.append(node) }
      if node.isContainer { collect(inside: node, &nodes) }
    }
  }

  /// Whether something a person can read on a node has it; what is inside a group are nodes of their
  /// own.
  mutating func find(in node: TaskNode) -> Bool {
    if encoded.contains(node.id) { return true }
    if types.contains(where: { $0.isName(of: node) }) { return true }
    if findXML(of: node) { return true }
    guard isText, let condition = node.condition else { return false }
    return needle.isFound(in: condition.shownText(where: secrecy.isSecret))
  }

  /// Whether a value of an attribute has it, of which none is ever hidden, or a text as it is shown.
  private mutating func findXML(of node: TaskNode) -> Bool {
    if scan.find(inAttributesOf: node.element) { return true }
    var texts: [Element] = []
    for element in node.element.elements {
      // A node inside a step is in no outline.
      let isElsewhere = node.isContainer && TaskNode(element) != nil
      if !isElsewhere, find(inside: element, &texts) { return true }
    }
    guard !texts.isEmpty else { return false }
    let covers = covers(of: node)
    return texts.contains { element in covers[element.id].map(needle.isFound(in:)) ?? true }
  }

  /// Whether a value of an attribute anywhere in an element has it; gathers the elements in whose text
  /// it stands.
  private mutating func find(inside element: Element, _ texts: inout [Element]) -> Bool {
    guard scan.mayFind(in: element) else { return false }
    if scan.find(inAttributesOf: element) { return true }
    guard element.hasElements else {
      if needle.isFound(inTextOf: element) { texts.append(element) }
      return false
    }
    for inner in element.elements where find(inside: inner, &texts) { return true }
    return false
  }

  /// What covers the texts of a node, worked out once.
  private mutating func covers(of node: TaskNode) -> [NodeID: String] {
    if let known = covered[node.id], known.element === node.element { return known.texts }
    let texts = node.covers(secrecy)
    covered[node.id] = (node.element, texts)
    return texts
  }
}
