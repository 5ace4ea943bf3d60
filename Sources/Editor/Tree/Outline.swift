import StepCatalog
package import TaskSequence
package import XMLTree

/// How the tree of one file is looked at: folds, cursor, marks, filter, and the rows that follow.
package struct Outline: Sendable {
  /// The node the cursor is on.
  package private(set) var focus: NodeID
  /// The marked nodes.
  ///
  /// What edits go to: none of them is a node that the filter leaves out.
  package internal(set) var marks: Set<NodeID> = []
  /// Nodes that were marked and that the filter leaves out; marked again once it shows them.
  package private(set) var hiddenMarks: Set<NodeID> = []
  /// Where a range of marks begins.
  var rangeStart: NodeID?
  /// The first row on the screen.
  package internal(set) var top = 0
  /// The row of the cursor.
  package private(set) var focusIndex = 0
  /// The rows on the screen as of the last event; nil before the first.
  var shown: (top: Int, height: Int, rows: [ShownRow], secrecy: Secrecy)?
  private(set) var document: SequenceDocument
  private var census: Census

  init(_ document: SequenceDocument) {
    self.document = document
    census = Census(document.sequence)
    focus = document.sequenceID
    refresh(document)
    if count > 1 { moveFocus(to: 1) }
  }

  // MARK: Rows

  /// How many rows there are, those inside closed groups left out.
  package var count: Int { 1 + census.root.rowsInside }

  /// How many steps there are.
  package var stepCount: Int { nodeCount.steps }

  /// How many numbers all nodes take.
  var nodeCount: NodeCount { census.root.totals.count }

  /// What a container holds.
  func totals(of node: TaskNode) -> Census.Totals {
    census.totals(of: document.ancestry(of: node.id))
  }

  /// The rows from the one at `start`, at most `count`; the first of all is the sequence.
  func rows(from start: Int, count: Int) -> [OutlineRow] {
    guard start == 0 else {
      return census.rows(from: start - 1, count: count)
    }
    let first = OutlineRow(
      node: document.sequence, depth: 0, before: NodeCount(), count: nodeCount,
      isFolded: false, isContext: filter != nil, isOff: false)
    return [first] + census.rows(from: 0, count: count - 1)
  }

  /// The row at a place; nil when there is none.
  func row(at index: Int) -> OutlineRow? {
    (0..<count).contains(index) ? rows(from: index, count: 1).first : nil
  }

  /// The row of the cursor.
  var focusedRow: OutlineRow? { row(at: focusIndex) }

  /// The row of a node; nil when it is not shown.
  func index(of id: NodeID) -> Int? {
    let chain = document.ancestry(of: id)
    guard chain.count > 1 else { return chain.isEmpty ? nil : 0 }
    return census.row(of: chain).map { $0 + 1 }
  }

  /// The row of the container around a row; nil for the sequence.
  func parentIndex(of index: Int) -> Int? {
    row(at: index).flatMap { document.parent(of: $0.node.id) }.flatMap { self.index(of: $0.id) }
  }

  /// Counts anew what changed in the document; the cursor stays on its node, else goes to the
  /// nearest row.
  mutating func refresh(_ document: SequenceDocument) {
    self.document = document
    census.count(document.sequence)
    sortMarks()
    if let index = index(of: focus) {
      focusIndex = index
    } else {
      moveFocus(to: focusIndex)
    }
  }

  mutating func moveFocus(to index: Int) {
    focusIndex = max(0, min(index, count - 1))
    focus = row(at: focusIndex)?.node.id ?? document.sequenceID
  }

  /// Puts the cursor on a node, opening the groups around it.
  mutating func reveal(_ id: NodeID, in document: SequenceDocument) {
    refresh(document)
    let chain = document.ancestry(of: id)
    guard !chain.isEmpty else { return }
    for end in chain.indices.dropFirst().dropLast() {
      census.setFolded(false, Array(chain[...end]))
    }
    // Only now: the cursor cannot be where nothing is shown.
    focus = id
    refresh(document)
  }

  /// Says which nodes are marked, and which were that the filter leaves out.
  mutating func setMarks(_ marks: Set<NodeID>, hidden: Set<NodeID>) {
    (self.marks, hiddenMarks) = (marks, hidden)
  }

  // MARK: Folds and filter

  /// Groups that are closed.
  ///
  /// Never written to the file.
  package var folded: Set<NodeID> { census.folded }

  package var filter: NodeFilter? { census.filter }

  mutating func setFolded(_ id: NodeID, _ isFolded: Bool, _ document: SequenceDocument) {
    refresh(document)
    census.setFolded(isFolded, document.ancestry(of: id))
    refresh(document)
  }

  /// Closes every group, or opens them all.
  mutating func setAllFolded(_ isFolded: Bool, _ document: SequenceDocument) {
    var folded: Set<NodeID> = []
    if isFolded {
      // The cursor goes to the outermost group around it.
      let chain = document.ancestry(of: focus)
      document.sequence.walk { node, _ in
        if node.kind == .group { folded.insert(node.id) }
        return true
      }
      if chain.count > 1 { focus = chain[1].id }
    }
    census.setFolded(folded)
    refresh(document)
  }

  mutating func setFilter(_ filter: NodeFilter?, _ document: SequenceDocument) {
    let isNarrowed = self.filter != nil
    census.setFilter(filter)
    if filter == nil, isNarrowed {
      marks.formUnion(hiddenMarks)
      hiddenMarks = []
    }
    refresh(document)
  }
}

/// One line of the tree.
package struct OutlineRow: Sendable {
  package let node: TaskNode
  /// 0 for the sequence.
  package let depth: Int
  /// What comes before it, and what it takes itself.
  let before: NodeCount
  let count: NodeCount
  package let isFolded: Bool
  /// Whether it is shown only because something inside passes the filter.
  package let isContext: Bool
  /// Whether a group around it is disabled.
  package let isOff: Bool

  /// Its number, as nodes are numbered; nil where it has none.
  package func number(_ numbering: Numbering) -> NodeNumber? {
    numbering.number(of: node, taking: count, after: before)
  }
}
