package import TaskSequence

extension InstructionTable {
  /// The paths of all rows, in their order; below a child step they go on with the child's names.
  ///
  /// Costs a walk over all rows and the letters of all paths.
  package var paths: [NodePath] {
    var paths: [NodePath] = []
    paths.reserveCapacity(rows.count)
    /// How many nodes of each name there have been in what is open.
    var seen: [[String: Int]] = [[:]]
    var ends: [Int] = []
    for (index, row) in rows.enumerated() {
      while let end = ends.last, end <= index {
        ends.removeLast()
        seen.removeLast()
      }
      let name = row.node.name
      let ordinal = seen[seen.count - 1][name, default: 0] + 1
      seen[seen.count - 1][name] = ordinal
      let step = NodePath.Step(name: name, ordinal: ordinal)
      paths.append(NodePath(steps: (row.parent.map { paths[$0].steps } ?? []) + [step]))
      if row.isOpen {
        seen.append([:])
        ends.append(row.after)
      }
    }
    return paths
  }

  /// The path of one row.
  ///
  /// Costs a look at the nodes beside those on the way.
  package func path(of row: Int) -> NodePath {
    var steps: [NodePath.Step] = []
    var place: Int? = row
    while let index = place {
      let parent = rows[index].parent
      let name = rows[index].node.name
      var ordinal = 1
      var other = parent.map { $0 + 1 } ?? 0
      while other < index {
        if rows[other].node.name == name { ordinal += 1 }
        other = rows[other].after
      }
      steps.append(NodePath.Step(name: name, ordinal: ordinal))
      place = parent
    }
    return NodePath(steps: steps.reversed())
  }
}
