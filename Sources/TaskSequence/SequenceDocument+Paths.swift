package import XMLTree

/// From nodes to their paths, and back.
extension SequenceDocument {
  /// The path of a node; the empty one for the sequence, nil for a node that is not there.
  package func path(of id: NodeID) -> NodePath? {
    let chain = ancestry(of: id)
    guard let last = chain.last, last.id == id else { return nil }
    let steps = zip(chain, chain.dropFirst()).map { parent, node in
      let name = node.name
      let earlier = parent.nodes.prefix { $0.id != node.id }.count { $0.isNamed(name) }
      return NodePath.Step(name: name, ordinal: earlier + 1)
    }
    return NodePath(steps: steps)
  }

  /// The paths of nodes in document order; those that are not there are left out.
  ///
  /// Costs a walk over all nodes where there is more than one.
  package func paths(of ids: Set<NodeID>) -> [NodePath] {
    guard ids.count > 1 else { return ids.compactMap { path(of: $0) } }
    var paths: [NodePath] = []
    walk { node, path in
      if ids.contains(node.id) { paths.append(path) }
    }
    return paths
  }

  /// The nodes of those ids with their paths, the sequence's the empty one; those that are not there
  /// are left out.
  ///
  /// Costs one walk over the nodes, however many are asked for.
  package func located(_ ids: Set<NodeID>) -> [NodeID: (node: TaskNode, path: NodePath)] {
    var found: [NodeID: (node: TaskNode, path: NodePath)] = [:]
    walk { node, path in
      if ids.contains(node.id) { found[node.id] = (node, path) }
    }
    return found
  }

  /// Visits every node with its path, the sequence first, in document order.
  private func walk(_ visit: (TaskNode, NodePath) -> Void) {
    func look(at node: TaskNode, _ path: NodePath) {
      visit(node, path)
      var seen: [String: Int] = [:]
      for inner in node.nodes {
        let name = inner.name
        seen[name, default: 0] += 1
        let step = NodePath.Step(name: name, ordinal: seen[name] ?? 1)
        look(at: inner, NodePath(steps: path.steps + [step]))
      }
    }
    look(at: sequence, NodePath(steps: []))
  }

  /// The node a path names.
  package func node(at path: NodePath) -> TaskNode? {
    var node = sequence
    for step in path.steps {
      var left = step.ordinal
      guard left >= 1,
        let next = node.nodes.first(where: { inner in
          if inner.isNamed(step.name) { left -= 1 }
          return left == 0
        })
      else { return nil }
      node = next
    }
    return node
  }

  /// The nodes that paths name, each in its place; nil for a path that names none.
  ///
  /// Costs a look at the nodes beside those on the way, once for all paths.
  package func nodes(at paths: [NodePath]) -> [TaskNode?] {
    guard paths.count > 1 else { return paths.map { node(at: $0) } }
    var found: [TaskNode?] = Array(repeating: nil, count: paths.count)
    find(paths, Array(paths.indices), at: 0, in: sequence, &found)
    return found
  }

  /// Finds those of the paths that go through a node, which is so many steps on their way.
  private func find(
    _ paths: [NodePath], _ wanted: [Int], at depth: Int, in node: TaskNode,
    _ found: inout [TaskNode?]
  ) {
    var inside: [String: [Int: [Int]]] = [:]
    for index in wanted {
      let steps = paths[index].steps
      guard steps.count > depth else {
        found[index] = node
        continue
      }
      inside[steps[depth].name, default: [:]][steps[depth].ordinal, default: []].append(index)
    }
    guard !inside.isEmpty else { return }
    var counts: [String: Int] = [:]
    for inner in node.nodes {
      let name = inner.name
      guard let places = inside[name] else { continue }
      counts[name, default: 0] += 1
      if let here = places[counts[name] ?? 1] {
        find(paths, here, at: depth + 1, in: inner, &found)
      }
    }
  }
}

extension TaskNode {
  /// The nodes directly inside, in order, made as they are asked for; none for a step.
  fileprivate var nodes: some Sequence<TaskNode> {
    element.elements.lazy.compactMap { self.isContainer ? TaskNode($0) : nil }
  }

  /// Whether its name is equal to another; makes no string of it where it is plain letters.
  fileprivate func isNamed(_ name: String) -> Bool {
    guard let spelled = element.spelledAttribute("name") else { return name.isEmpty }
    let isPlain = spelled.allSatisfy { 0x20..<0x7F ~= $0 && $0 != UInt8(ascii: "&") }
    if isPlain {
      if spelled.elementsEqual(name.utf8) { return true }
      // What is not plain may be another spelling of the same letters.
      if name.utf8.allSatisfy({ $0 < 0x80 }) { return false }
    }
    return self.name == name
  }
}
