import TaskSequence
import XMLTree

/// The texts in encodings that nodes hold, scripts above all, read once for each state of a node.
struct EncodedTexts: Sendable {
  private var known: [NodeID: (element: Element, texts: [String])] = [:]
  private var root: Element?

  /// The nodes that hold the needle in such a text.
  ///
  /// Costs a look at every node the first time, and at those that changed from then on.
  mutating func nodes(in document: SequenceDocument, having needle: Needle) -> Set<NodeID> {
    refresh(document)
    var nodes: Set<NodeID> = []
    for (id, entry) in known where entry.texts.contains(where: needle.isFound(in:)) {
      nodes.insert(id)
    }
    return nodes
  }

  private mutating func refresh(_ document: SequenceDocument) {
    guard root !== document.tree.root else { return }
    root = document.tree.root
    var next: [NodeID: (element: Element, texts: [String])] = [:]
    document.sequence.walk { node, _ in
      if let old = known[node.id], old.element === node.element {
        next[node.id] = old
      } else if node.kind != .group {
        next[node.id] = (node.element, node.encodedTexts)
      }
      return true
    }
    known = next
  }
}
