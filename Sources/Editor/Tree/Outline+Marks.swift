import TaskSequence
import XMLTree

/// Marks: only what the filter shows can have one, so that no edit reaches what is not seen.
extension Outline {
  /// Whether a node can be marked now: groups that are shown for what is in them cannot.
  func isMarkable(_ node: TaskNode) -> Bool {
    node.kind != .sequence && filter?.passes(node) ?? true
  }

  /// Marks those of the nodes that can be.
  mutating func mark(_ ids: some Sequence<NodeID>) {
    for id in ids where document.node(id).map(isMarkable) ?? false { marks.insert(id) }
  }

  /// Everything that can be marked.
  var markable: Set<NodeID> {
    var ids: Set<NodeID> = []
    document.sequence.walk { node, _ in
      if isMarkable(node) { ids.insert(node.id) }
      return true
    }
    return ids
  }

  /// Whether all is marked that a filter shows.
  var areAllShownMarked: Bool { filter != nil && !marks.isEmpty && marks == markable }

  /// Forgets marks of nodes that are gone.
  mutating func dropLostMarks(_ document: SequenceDocument) {
    setMarks(
      marks.filter { document.tree.element($0) != nil },
      hidden: hiddenMarks.filter { document.tree.element($0) != nil })
  }

  /// Takes all marks away.
  mutating func unmarkAll() {
    setMarks([], hidden: [])
    rangeStart = nil
  }

  /// Puts marks aside whose nodes the filter leaves out, and takes up those it shows again.
  mutating func sortMarks() {
    guard let filter, !marks.isEmpty || !hiddenMarks.isEmpty else { return }
    let all = marks.union(hiddenMarks)
    let shown = all.filter { document.node($0).map(filter.passes) ?? false }
    setMarks(shown, hidden: all.subtracting(shown))
  }
}
