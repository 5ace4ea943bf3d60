import Conditions
import TaskSequence
import XMLTree

/// Finds a query in everything a person can read on nodes.
struct NodeFinder {
  private let needle: Needle
  /// Whether it might stand in the text of a condition and not in its XML.
  private let isText: Bool
  private var scan: NeedleScan
  /// The nodes that have it in an encoding.
  private let encoded: Set<NodeID>

  /// - Parameters:
  ///   - isNarrow: Whether a few nodes are asked for rather than all of a document.
  ///   - encoded: The nodes that have it in an encoding.
  init(_ needle: Needle, isText: Bool, _ isNarrow: Bool = false, encoded: Set<NodeID> = []) {
    self.needle = needle
    self.encoded = encoded
    self.isText = isText
    scan = NeedleScan(needle, isOnward: !isNarrow)
  }

  /// A sequence and the nodes in it that have the query, in document order.
  mutating func nodes(in sequence: TaskNode) -> [TaskNode] {
    var nodes: [TaskNode] = []
    if findXML(of: sequence) { nodes.append(sequence) }
    collect(inside: sequence, &nodes)
    return nodes
  }

  private mutating func collect(inside container: TaskNode, _ nodes: inout [TaskNode]) {
    for element in container.element.elements {
      // Conditions are put into words one by one, below.
      guard isText || !encoded.isEmpty || scan.mayFind(in: element), let node = TaskNode(element)
      else { continue }
      if find(in: node) { nodes.append(node) }
      if node.isContainer { collect(inside: node, &nodes) }
    }
  }

  /// Whether something a person can read on a node has it; what is inside a group are nodes of their
  /// own.
  mutating func find(in node: TaskNode) -> Bool {
    encoded.contains(node.id) || findXML(of: node)
      || isText && node.condition.map { needle.isFound(in: $0.text) } ?? false
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
