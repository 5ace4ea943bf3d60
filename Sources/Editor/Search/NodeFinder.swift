import Conditions
import StepCatalog
import TaskSequence
import XMLTree

/// Finds a query in everything a person can read on nodes.
struct NodeFinder {
  private let needle: Needle
  /// Whether it might stand in the text of a condition and not in its XML.
  private let isText: Bool
  /// What is hidden cannot be found.
  private let secrecy: Secrecy
  private var scan: NeedleScan
  /// The nodes that have it in an encoding.
  private let encoded: Set<NodeID>
  /// The types that people call so.
  private let types: Set<StepName>

  /// - Parameters:
  ///   - isNarrow: Whether a few nodes are asked for rather than all of a document.
  ///   - encoded: The nodes that have it in an encoding, where it may be shown.
  ///   - types: The types of steps that have it in what people call them.
  init(
    _ needle: Needle, isText: Bool, _ secrecy: Secrecy, _ isNarrow: Bool = false,
    encoded: Set<NodeID> = [], types: Set<StepName> = []
  ) {
    self.secrecy = secrecy
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
    guard findXML(of: node) else {
      return isText
        && node.condition.map {
          needle.isFound(in: $0.shownText(where: secrecy.isSecret))
        } ?? false
    }
    let covered = node.covered(secrecy)
    guard covered.element !== node.element else { return true }
    var finder = self
    finder.scan = NeedleScan(needle, isOnward: false)
    return finder.findXML(of: covered)
  }

  private mutating func findXML(of node: TaskNode) -> Bool {
    if scan.find(inAttributesOf: node.element) { return true }
    for element in node.element.elements {
      // A node inside a step is in no outline.
      let isElsewhere = node.isContainer && TaskNode(element) != nil
      if !isElsewhere, scan.mayFind(in: element), scan.find(inside: element) { return true }
    }
    return false
  }
}
