package import TaskSequence
package import XMLTree

/// Which node stands where: the outline and nothing else, as plain arrays of ids.
///
/// Moves are done on it in the plainest way there is, to be held against what the edits did.
package struct Shape: Equatable {
  /// The nodes inside each container, in order.
  private(set) var inside: [NodeID: [NodeID]] = [:]
  private var groups: Set<NodeID> = []
  private var root: NodeID

  package init(of document: SequenceDocument) {
    root = document.sequenceID
    func add(_ node: TaskNode) {
      if node.isContainer {
        inside[node.id] = node.children.map(\.id)
        groups.insert(node.id)
      }
      node.children.forEach(add)
    }
    add(document.sequence)
  }

  /// All nodes but the sequence, in document order.
  package var all: [NodeID] {
    func below(_ id: NodeID) -> [NodeID] { (inside[id] ?? []).flatMap { [$0] + below($0) } }
    return below(root)
  }

  func parent(of id: NodeID) -> NodeID { inside.first { $0.value.contains(id) }?.key ?? root }

  func isGroup(_ id: NodeID) -> Bool { groups.contains(id) && id != root }

  func isInside(_ id: NodeID, _ others: Set<NodeID>) -> Bool {
    id != root && (others.contains(id) || isInside(parent(of: id), others))
  }

  /// The chosen nodes that stand below no other chosen one, in document order.
  func topmost(_ ids: Set<NodeID>) -> [NodeID] {
    all.filter { ids.contains($0) && !isInside(parent(of: $0), ids) }
  }

  mutating func remove(_ ids: Set<NodeID>) {
    func forget(_ id: NodeID) {
      for inner in inside.removeValue(forKey: id) ?? [] { forget(inner) }
      groups.remove(id)
    }
    for id in topmost(ids) {
      inside[parent(of: id)]?.removeAll { $0 == id }
      forget(id)
    }
  }

  mutating func moveUp(_ ids: Set<NodeID>) {
    let moving = Set(topmost(ids))
    for (parent, children) in inside {
      var row = children
      for index in row.indices.dropFirst()
      where moving.contains(row[index]) && !moving.contains(row[index - 1]) {
        row.swapAt(index, index - 1)
      }
      inside[parent] = row
    }
  }

  mutating func moveDown(_ ids: Set<NodeID>) {
    for parent in inside.keys { inside[parent]?.reverse() }
    let moving = Set(topmost(ids))
    for (parent, children) in inside {
      var row = children
      for index in row.indices.dropFirst()
      where moving.contains(row[index]) && !moving.contains(row[index - 1]) {
        row.swapAt(index, index - 1)
      }
      inside[parent] = row.reversed()
    }
  }

  mutating func move(_ ids: Set<NodeID>, to destination: Destination) {
    let moving = topmost(ids)
    for id in moving { inside[parent(of: id)]?.removeAll { $0 == id } }
    let anchor = destination.anchor
    switch destination {
    case .start: inside[anchor]?.insert(contentsOf: moving, at: 0)
    case .end: inside[anchor]?.append(contentsOf: moving)
    case .before, .after:
      let home = parent(of: anchor)
      guard let index = inside[home]?.firstIndex(of: anchor) else { return }
      let isBefore = destination == .before(anchor)
      inside[home]?.insert(contentsOf: moving, at: isBefore ? index : index + 1)
    }
  }

  mutating func dissolve(_ group: NodeID) {
    let nodes = Set(inside[group] ?? [])
    if !nodes.isEmpty { move(nodes, to: .before(group)) }
    remove([group])
  }
}
