import TaskSequence
import XMLTree

/// How many steps, problems and rows each container holds, counted once for each state of it.
///
/// An edit counts anew only the containers around it, and in these only what is new: elements never
/// change, so what was counted for one stays true.
struct Census {
  /// What a node and all inside it come to.
  struct Totals {
    var steps = 0
    var groups = 0
    var disabled = 0
    var problems = 0
    /// Rows on the screen, those of closed groups left out.
    var rows = 0
  }

  /// A node directly inside a container.
  struct Entry {
    let node: TaskNode
    var totals: Totals
    /// Whether it passes the filter itself.
    var passes: Bool
  }

  /// What is directly inside a container, and all of it together.
  private struct Tally {
    let element: Element
    let look: Int
    var entries: [Entry] = []
    var totals = Totals()
  }

  private(set) var folded: Set<NodeID> = []
  private(set) var filter: NodeFilter?
  private var tallies: [NodeID: Tally] = [:]
  /// Goes up when rows have to be counted anew everywhere.
  private var look = 0

  // MARK: Counting

  /// Counts a sequence; what was counted before and is unchanged is not looked at.
  mutating func count(_ sequence: TaskNode) {
    let groups = tally(of: sequence).totals.groups
    // Groups that were removed are kept, for undo, but not without end.
    if tallies.count > 2 * groups + 1000 {
      tallies = [:]
      tally(of: sequence)
    }
  }

  mutating func setFilter(_ filter: NodeFilter?) {
    self.filter = filter
    look += 1
  }

  mutating func setFolded(_ folded: Set<NodeID>) {
    self.folded = folded
    look += 1
  }

  /// Opens or closes one group, the last of a chain from the sequence down to it.
  mutating func setFolded(_ isFolded: Bool, _ chain: [TaskNode]) {
    guard let group = chain.last, folded.contains(group.id) != isFolded else { return }
    if isFolded { folded.insert(group.id) } else { folded.remove(group.id) }
    guard filter == nil, var change = tallies[group.id]?.totals.rows else { return }
    if isFolded { change = -change }
    for (parent, child) in zip(chain, chain.dropFirst()).reversed() {
      guard let index = tallies[parent.id]?.entries.firstIndex(where: { $0.node.id == child.id })
      else { return }
      tallies[parent.id]?.entries[index].totals.rows += change
      tallies[parent.id]?.totals.rows += change
      if folded.contains(parent.id) { return }
    }
  }

  @discardableResult
  private mutating func tally(of container: TaskNode) -> Tally {
    let old = tallies[container.id]
    if let old, old.element === container.element, old.look == look { return old }
    var new = Tally(element: container.element, look: look)
    new.entries.reserveCapacity(old?.entries.count ?? 0)
    var known = (old?.entries ?? [])[...]
    for case .element(let element) in container.element.children {
      let entry: Entry
      if known.first?.node.element !== element, known.dropFirst().first?.node.element === element {
        known.removeFirst()
      }
      if let same = known.first, same.node.element === element {
        known.removeFirst()
        entry = old?.look == look ? same : self.entry(for: same.node, counted: same)
      } else if let node = TaskNode(element) {
        if known.first?.node.id == node.id { known.removeFirst() }
        entry = self.entry(for: node, counted: nil)
      } else {
        continue
      }
      new.entries.append(entry)
      new.totals.steps += entry.totals.steps
      new.totals.groups += entry.totals.groups
      new.totals.disabled += entry.totals.disabled
      new.totals.problems += entry.totals.problems
      new.totals.rows += entry.totals.rows
    }
    tallies[container.id] = new
    return new
  }

  private mutating func entry(for node: TaskNode, counted: Entry?) -> Entry {
    let passes = filter?.passes(node) ?? true
    guard node.isContainer else {
      var totals =
        counted?.totals
        ?? Totals(
          steps: 1, disabled: node.isDisabled ? 1 : 0, problems: node.hasFault ? 1 : 0)
      totals.rows = passes ? 1 : 0
      return Entry(node: node, totals: totals, passes: passes)
    }
    var totals = tally(of: node).totals
    totals.groups += 1
    if node.hasFault { totals.problems += 1 }
    if filter != nil {
      totals.rows += passes || totals.rows > 0 ? 1 : 0
    } else {
      totals.rows = folded.contains(node.id) ? 1 : totals.rows + 1
    }
    return Entry(node: node, totals: totals, passes: passes)
  }

  // MARK: Asking

  /// What a container holds, itself left out.
  func totals(of id: NodeID) -> Totals { tallies[id]?.totals ?? Totals() }

  /// Whether a group is shown closed; a filter opens all.
  func isClosed(_ id: NodeID) -> Bool { filter == nil && folded.contains(id) }

  /// The rows inside the sequence from the one at `start`, at most `count`.
  ///
  /// Costs a look at the entries before them, level by level.
  func rows(in sequence: NodeID, from start: Int, count: Int) -> [OutlineRow] {
    var rows: [OutlineRow] = []
    var (skip, steps) = (start, 0)
    func collect(_ id: NodeID, _ depth: Int) {
      for entry in tallies[id]?.entries ?? [] {
        guard rows.count < count else { return }
        guard skip < entry.totals.rows else {
          skip -= entry.totals.rows
          steps += entry.totals.steps
          continue
        }
        let isClosed = entry.node.isContainer && isClosed(entry.node.id)
        if skip > 0 {
          skip -= 1
        } else {
          rows.append(
            OutlineRow(
              node: entry.node, depth: depth, number: entry.node.isContainer ? nil : steps + 1,
              isFolded: isClosed, isContext: !entry.passes))
        }
        if entry.node.isContainer, !isClosed {
          collect(entry.node.id, depth + 1)
        } else {
          steps += entry.totals.steps
        }
      }
    }
    collect(sequence, 1)
    return rows
  }

  /// Which row inside the sequence the last node of a chain from the sequence down has; nil when it
  /// is not shown.
  func row(of chain: [TaskNode]) -> Int? {
    var row = -1
    for (parent, child) in zip(chain, chain.dropFirst()) {
      guard parent.kind == .sequence || !isClosed(parent.id) else { return nil }
      row += 1
      for entry in tallies[parent.id]?.entries ?? [] {
        if entry.node.id == child.id {
          guard entry.totals.rows > 0 else { return nil }
          break
        }
        row += entry.totals.rows
      }
    }
    return row
  }
}
