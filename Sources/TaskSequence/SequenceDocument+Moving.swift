package import XMLTree

/// Moving nodes. Nothing changes but position and the white space that indents.
extension SequenceDocument {
  /// Moves nodes past the nearest sibling that stays; each keeps its parent.
  /// - Throws: when none can move, with the reason.
  @_spi(Edits) public func movingUp(_ ids: Set<NodeID>) throws(Refusal) -> Edit {
    try movingAmongSiblings(ids, isUp: true)
  }

  /// The same downwards.
  @_spi(Edits) public func movingDown(_ ids: Set<NodeID>) throws(Refusal) -> Edit {
    try movingAmongSiblings(ids, isUp: false)
  }

  private func movingAmongSiblings(
    _ ids: Set<NodeID>, isUp: Bool
  ) throws(Refusal) -> Edit {
    let nodes = topmost(ids)
    try Self.require(nodes)
    let moving = Set(nodes.map(\.id))
    var changed = tree
    for parent in parents(of: nodes) {
      let siblings = isUp ? parent.children : parent.children.reversed()
      for (index, sibling) in siblings.enumerated() where moving.contains(sibling.id) {
        // A run of marked siblings goes as one, past the one before its first.
        guard index > 0, !moving.contains(siblings[index - 1].id) else { continue }
        let neighbour = siblings[index - 1]
        let run = siblings[index...].prefix { moving.contains($0.id) }
        let (without, pieces) = changed.removing(Set(run.map(\.id)))
        changed = without.inserting(
          pieces, into: parent.id, at: isUp ? .before(neighbour.id) : .after(neighbour.id),
          habit: habits.layout)
      }
    }
    guard changed.root !== tree.root else {
      let isInGroup = parent(of: nodes[0].id)?.kind == .group
      let place = isInGroup ? "in \(nodes.count == 1 ? "its" : "their") group" : "in the sequence"
      throw Refusal("\(Self.subject(nodes)) already the \(isUp ? "first" : "last") \(place)")
    }
    return Edit(
      document: replacing(tree: changed),
      label: "Moved \(Self.words(for: nodes)) \(isUp ? "up" : "down")")
  }

  /// Moves nodes out of their group, to stand after it.
  @_spi(Edits) public func movingOut(_ ids: Set<NodeID>) throws(Refusal) -> Edit {
    let nodes = topmost(ids)
    try Self.require(nodes)
    var changed = tree
    for parent in parents(of: nodes) where parent.kind == .group {
      let inside = parent.children.map(\.id).filter(ids.contains)
      guard let outer = changed.parent(of: parent.id) else { continue }
      let (without, pieces) = changed.removing(Set(inside))
      changed = without.inserting(
        pieces, into: outer.id, at: .after(parent.id), habit: habits.layout)
    }
    guard changed.root !== tree.root else {
      throw Refusal("\(Self.subject(nodes)) in no group to move out of")
    }
    return Edit(
      document: replacing(tree: changed),
      label: "Moved \(Self.words(for: nodes)) out of \(nodes.count == 1 ? "its" : "their") group")
  }

  /// Moves nodes into the group next to them: to the end of the one above, else to the start of the
  /// one below.
  @_spi(Edits) public func movingIn(_ ids: Set<NodeID>) throws(Refusal) -> Edit {
    let nodes = topmost(ids)
    try Self.require(nodes)
    let moving = Set(nodes.map(\.id))
    var changed = self
    var target: TaskNode?
    for parent in parents(of: nodes) {
      let siblings = parent.children
      let inside = siblings.filter { moving.contains($0.id) }
      guard let first = siblings.firstIndex(where: { moving.contains($0.id) }),
        let last = siblings.lastIndex(where: { moving.contains($0.id) })
      else { continue }
      let above = siblings[..<first].last
      let below = siblings[(last + 1)...].first
      let destination: Destination
      if let above, above.kind == .group {
        (destination, target) = (.end(of: above.id), above)
      } else if let below, below.kind == .group {
        (destination, target) = (.start(of: below.id), below)
      } else {
        continue
      }
      let (without, pieces) = changed.tree.removing(Set(inside.map(\.id)))
      changed = changed.replacing(tree: without)
      let (into, slot) = try changed.place(destination)
      changed = changed.replacing(
        tree: without.inserting(pieces, into: into, at: slot, habit: habits.layout))
    }
    guard let target else { throw Refusal("there is no group next to it to move into") }
    return Edit(
      document: changed, label: "Moved \(Self.words(for: nodes)) into “\(target.name)”")
  }

  /// Moves nodes to a place of choice.
  /// - Throws: when the place is among or inside what moves, or is none.
  @_spi(Edits) public func moving(_ ids: Set<NodeID>, to destination: Destination) throws(Refusal)
    -> Edit
  {
    let nodes = topmost(ids)
    try Self.require(nodes)
    let moving = Set(nodes.map(\.id))
    if ancestry(of: destination.anchor).contains(where: { moving.contains($0.id) }) {
      throw Refusal("a node cannot be moved beside itself or into itself; choose another place")
    }
    let (without, pieces) = tree.removing(moving)
    let remaining = replacing(tree: without)
    let (parent, slot) = try remaining.place(destination)
    let changed = without.inserting(pieces, into: parent, at: slot, habit: habits.layout)
    return Edit(
      document: replacing(tree: changed),
      label: "Moved \(Self.words(for: nodes)) \(words(for: destination))")
  }

  // MARK: Helpers

  /// The parents of some nodes in document order, each once.
  func parents(of nodes: [TaskNode]) -> [TaskNode] {
    var seen: Set<NodeID> = []
    return nodes.compactMap { parent(of: $0.id) }.filter { seen.insert($0.id).inserted }
  }

  /// “Name” is, 3 steps are.
  private static func subject(_ nodes: [TaskNode]) -> String {
    words(for: nodes) + (nodes.count == 1 ? " is" : " are")
  }

  static func require(_ nodes: [TaskNode]) throws(Refusal) {
    guard !nodes.isEmpty else { throw Refusal("the sequence itself cannot be moved or removed") }
  }
}
