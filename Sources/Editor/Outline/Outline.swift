package import TaskSequence
package import XMLTree

/// How the tree of one file is looked at: folds, cursor, marks, filter, and the rows that follow.
package struct Outline: Sendable {
  /// Groups that are closed.
  ///
  /// Never written to the file.
  package private(set) var folded: Set<NodeID> = []
  /// The node the cursor is on.
  package private(set) var focus: NodeID
  package internal(set) var marks: Set<NodeID> = []
  /// Where a range of marks begins.
  var rangeStart: NodeID?
  /// The first row on the screen.
  package internal(set) var top = 0
  package private(set) var filter: NodeFilter?
  /// All rows that are not inside a closed group, in order.
  package private(set) var rows: [OutlineRow] = []
  /// The row of the cursor.
  package private(set) var focusIndex = 0
  /// How many steps there are, for the width of their numbers.
  package private(set) var stepCount = 0

  init(_ document: SequenceDocument) {
    focus = document.sequenceID
    refresh(document)
    if rows.count > 1 { moveFocus(to: 1) }
  }

  // MARK: Rows

  /// Makes the rows anew after the document, the folds or the filter changed; the cursor stays on
  /// its node, else goes to the nearest row.
  mutating func refresh(_ document: SequenceDocument) {
    var builder = RowBuilder(folded: folded, filter: filter)
    builder.build(document.sequence)
    rows = builder.rows
    stepCount = builder.steps
    if let index = rows.firstIndex(where: { $0.node.id == focus }) {
      focusIndex = index
    } else {
      moveFocus(to: min(focusIndex, rows.count - 1))
    }
  }

  mutating func moveFocus(to index: Int) {
    guard !rows.isEmpty else { return }
    focusIndex = max(0, min(index, rows.count - 1))
    focus = rows[focusIndex].node.id
  }

  /// Puts the cursor on a node, opening the groups around it.
  mutating func reveal(_ id: NodeID, in document: SequenceDocument) {
    let around = document.ancestry(of: id).dropLast().map(\.id)
    guard !document.ancestry(of: id).isEmpty else { return refresh(document) }
    if folded.isDisjoint(with: around), let index = rows.firstIndex(where: { $0.node.id == id }) {
      return moveFocus(to: index)
    }
    folded.subtract(around)
    focus = id
    refresh(document)
  }

  /// Forgets marks of nodes that are gone.
  mutating func dropLostMarks(_ document: SequenceDocument) {
    guard !marks.isEmpty else { return }
    marks = marks.filter { document.tree.element($0) != nil }
  }

  // MARK: Folding

  mutating func setFolded(_ id: NodeID, _ isFolded: Bool, _ document: SequenceDocument) {
    if isFolded { folded.insert(id) } else { folded.remove(id) }
    refresh(document)
  }

  /// Closes every group, or opens them all.
  mutating func setAllFolded(_ isFolded: Bool, _ document: SequenceDocument) {
    folded = []
    if isFolded {
      // The cursor goes to the outermost group around it.
      let chain = document.ancestry(of: focus)
      document.sequence.walk { node, _ in
        if node.kind == .group { folded.insert(node.id) }
        return true
      }
      if chain.count > 1 { focus = chain[1].id }
    }
    refresh(document)
  }

  mutating func setFilter(_ filter: NodeFilter?, _ document: SequenceDocument) {
    self.filter = filter
    refresh(document)
  }

  /// The row of the parent of a row; nil for the sequence.
  func parentIndex(of index: Int) -> Int? {
    let depth = rows[index].depth
    return rows[..<index].lastIndex { $0.depth < depth }
  }
}

/// One line of the tree.
package struct OutlineRow: Sendable {
  package let node: TaskNode
  /// 0 for the sequence.
  package let depth: Int
  /// The number of a step, counted from 1 over the whole sequence.
  package let number: Int?
  package let isFolded: Bool
  /// Whether it is shown only because something inside passes the filter.
  package let isContext: Bool
}

/// Flattens the tree into rows.
private struct RowBuilder {
  let folded: Set<NodeID>
  let filter: NodeFilter?
  var rows: [OutlineRow] = []
  var steps = 0

  init(folded: Set<NodeID>, filter: NodeFilter?) {
    self.folded = folded
    self.filter = filter
  }

  mutating func build(_ sequence: TaskNode) {
    rows.append(
      OutlineRow(node: sequence, depth: 0, number: nil, isFolded: false, isContext: filter != nil))
    add(childrenOf: sequence, depth: 1, isVisible: true)
  }

  /// Adds the nodes inside a container and answers whether one passed the filter.
  @discardableResult
  private mutating func add(childrenOf parent: TaskNode, depth: Int, isVisible: Bool) -> Bool {
    var hasPassed = false
    for child in parent.element.children {
      guard case .element(let element) = child, let node = TaskNode(element) else { continue }
      if node.isContainer {
        let isClosed = filter == nil && folded.contains(node.id)
        let place = rows.count
        let passes = filter?.passes(node) ?? true
        if isVisible {
          rows.append(
            OutlineRow(
              node: node, depth: depth, number: nil, isFolded: isClosed, isContext: !passes))
        }
        let inside = add(childrenOf: node, depth: depth + 1, isVisible: isVisible && !isClosed)
        if isVisible, !passes, !inside { rows.removeSubrange(place...) }
        hasPassed = hasPassed || passes || inside
      } else {
        steps += 1
        guard isVisible, filter?.passes(node) ?? true else { continue }
        hasPassed = true
        rows.append(
          OutlineRow(node: node, depth: depth, number: steps, isFolded: false, isContext: false))
      }
    }
    return hasPassed
  }
}
