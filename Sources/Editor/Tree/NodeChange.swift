import TaskSequence
import XMLTree

/// What became of a node since the file was saved.
enum NodeChange: Equatable {
  case added
  /// It says something else, or stands in another group.
  case changed

  /// Compares a node with what it was; nil when it is the same, whatever became of the nodes inside.
  ///
  /// Costs two look-ups, and where the node was written anew a comparison of its bytes; of a group that
  /// holds such a node a look at what is directly in it.
  init?(of node: TaskNode, in document: SequenceDocument, since saved: SequenceDocument) {
    let before = saved.ancestry(of: node.id)
    guard let old = before.last else {
      self = .added
      return
    }
    let parent = document.parent(of: node.id)
    guard parent?.id == before.dropLast().last?.id, old.isSame(as: node) else {
      self = .changed
      return
    }
    return nil
  }
}

extension TaskNode {
  /// Whether both say the same, nodes inside left out.
  fileprivate func isSame(as other: TaskNode) -> Bool {
    guard isContainer else { return element.isSame(as: other.element) }
    if element === other.element { return true }
    let (mine, others) = (parts, other.parts)
    return element.isTagged(as: other.element) && mine.count == others.count
      && zip(mine, others).allSatisfy { $0.isSame(as: $1) }
  }

  /// What is inside and no node.
  private var parts: [Element] { element.elements.filter { TaskNode($0) == nil } }
}
