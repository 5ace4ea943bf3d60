package import XMLTree

/// Where in the outline nodes are put.
package enum Destination: Equatable, Sendable {
  case before(NodeID)
  case after(NodeID)
  /// First inside a group or the sequence.
  case start(of: NodeID)
  /// Last inside a group or the sequence.
  case end(of: NodeID)

  /// The node the destination is named by.
  package var anchor: NodeID {
    switch self {
    case .before(let id), .after(let id), .start(let id), .end(let id): id
    }
  }
}

extension SequenceDocument {
  /// The element and the slot of a destination.
  ///
  /// Inside a group new nodes stand among the other nodes, never before its condition.
  /// - Throws: when the destination is no place for nodes.
  func place(_ destination: Destination) throws(Refusal) -> (parent: NodeID, slot: Slot) {
    guard let anchor = node(destination.anchor) else {
      throw Refusal("the place to put it is not there any more")
    }
    switch destination {
    case .before(let id), .after(let id):
      guard let parent = parent(of: id) else {
        throw Refusal("nothing can stand beside the sequence itself")
      }
      if case .before = destination { return (parent.id, .before(id)) }
      return (parent.id, .after(id))
    case .start(let id), .end(let id):
      guard anchor.isContainer else { throw Refusal("“\(anchor.name)” is a step, not a group") }
      let children = anchor.children
      if case .start = destination, let first = children.first { return (id, .before(first.id)) }
      if let last = children.last { return (id, .after(last.id)) }
      return (id, slotForFirstNode(in: anchor))
    }
  }

  /// A group's condition stands before its nodes, the sequence's own lists too; MDT's empty action
  /// of a group stands where it stands.
  private func slotForFirstNode(in node: TaskNode) -> Slot {
    node.element.elements.reversed().first { !$0.isNamed("action") }.map { .after($0.id) } ?? .first
  }
}
