import TaskSequence
import XMLTree

/// What differs between two revisions of a sequence, node by node.
///
/// Costs the children of what differs: what both share is the same object.
struct ChangedNodes {
  /// Steps that are in both and differ.
  private(set) var steps: [(old: TaskNode, new: TaskNode)] = []
  /// Groups that are in both and differ, themselves or below; the sequence first.
  private(set) var groups: [(old: TaskNode, new: TaskNode)] = []
  /// Groups whose nodes stand in another order.
  private(set) var reordered: [TaskNode] = []
  /// The topmost nodes that are in one of them alone, or in another place.
  private(set) var removed: [TaskNode] = []
  private(set) var added: [TaskNode] = []

  init(from old: SequenceDocument, to new: SequenceDocument) {
    compare(old.sequence, new.sequence)
    pairMoved()
  }

  private mutating func compare(_ old: TaskNode, _ new: TaskNode) {
    guard old.element !== new.element else { return }
    guard old.isContainer, new.isContainer else {
      steps.append((old, new))
      return
    }
    groups.append((old, new))
    var (before, after) = (old.element.elements[...], new.element.elements[...])
    while let one = before.first, let other = after.first, one === other {
      before = before.dropFirst()
      after = after.dropFirst()
    }
    var (left, right) = (Array(before), Array(after))
    while let one = left.last, let other = right.last, one === other {
      left.removeLast()
      right.removeLast()
    }
    let known = Dictionary(left.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    var kept: Set<NodeID> = []
    for element in right {
      guard let node = TaskNode(element) else { continue }
      if let was = known[element.id].flatMap(TaskNode.init), was.isContainer == node.isContainer {
        kept.insert(element.id)
        compare(was, node)
      } else {
        added.append(node)
      }
    }
    removed += left.filter { !kept.contains($0.id) }.compactMap(TaskNode.init)
    let order = left.map(\.id).filter(kept.contains)
    if order != right.map(\.id).filter(kept.contains) { reordered.append(new) }
  }

  /// The nodes that are in the new one alone.
  var newNodes: [TaskNode] {
    guard !added.isEmpty else { return [] }
    var gone: Set<NodeID> = []
    for node in removed {
      node.forEachNode { gone.insert($0.id) }
    }
    var nodes: [TaskNode] = []
    for node in added {
      node.forEachNode { if !gone.contains($0.id) { nodes.append($0) } }
    }
    return nodes
  }

  /// Finds the steps again that stand somewhere else now.
  private mutating func pairMoved() {
    guard !added.isEmpty, !removed.isEmpty else { return }
    var gone: [NodeID: TaskNode] = [:]
    for node in removed { node.forEachStep { gone[$0.id] = $0 } }
    for node in added {
      node.forEachStep { step in
        if let was = gone[step.id], was.element !== step.element { steps.append((was, step)) }
      }
    }
  }
}

extension TaskNode {
  /// Calls `visit` for the node and for all inside.
  fileprivate func forEachNode(_ visit: (TaskNode) -> Void) {
    visit(self)
    walk { node, _ in
      visit(node)
      return true
    }
  }

  /// Calls `visit` for the node if it is a step, else for every step inside.
  func forEachStep(_ visit: (TaskNode) -> Void) {
    guard isContainer else { return visit(self) }
    walk { node, _ in
      if !node.isContainer { visit(node) }
      return true
    }
  }
}
