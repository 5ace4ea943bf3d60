import TaskSequence
import XMLTree

/// How many steps and rows each container holds, counted once for each state of it.
///
/// An edit counts anew only the containers around it, and in these only what is new: elements never
/// change, so what was counted for one stays true.
struct Census {
  /// What a node and all inside it come to.
  struct Totals {
    var count = NodeCount()
    var groups = 0
    var disabled = 0

    var steps: Int { count.steps }
  }

  /// A node and all inside it.
  struct Entry {
    let node: TaskNode
    var totals = Totals()
    /// Whether it passes the filter itself.
    var passes = true
    /// How many rows are inside it when it is open, those of closed groups left out.
    var rowsInside = 0
    /// How many rows it takes on the screen, itself included.
    var rows = 1
    var inside: [Entry] = []
    fileprivate var look = 0
  }

  private(set) var folded: Set<NodeID> = []
  private(set) var filter: NodeFilter?
  /// The sequence.
  private(set) var root: Entry
  /// Goes up when rows have to be counted anew everywhere.
  private var look = 0
  private static let never = -1

  init(_ sequence: TaskNode) {
    root = Entry(node: sequence, look: Self.never)
    count(sequence)
  }

  // MARK: Counting

  /// Counts a sequence; what was counted before and is unchanged is not looked at.
  mutating func count(_ sequence: TaskNode) { root = entry(for: sequence, counted: root) }

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
    if filter == nil { _ = refold(&root, chain.dropFirst()) }
  }

  /// Counts the rows along a way to a group that was opened or closed; answers by how many more
  /// the entry takes.
  private func refold(_ entry: inout Entry, _ way: ArraySlice<TaskNode>) -> Int {
    if let next = way.first {
      guard let index = entry.inside.firstIndex(where: { $0.node.id == next.id }) else { return 0 }
      entry.rowsInside += refold(&entry.inside[index], way.dropFirst())
    }
    let old = entry.rows
    entry.rows = rows(of: entry)
    return entry.rows - old
  }

  private func rows(of entry: Entry) -> Int {
    guard filter == nil else {
      return entry.passes || entry.rowsInside > 0 ? 1 + entry.rowsInside : 0
    }
    return folded.contains(entry.node.id) ? 1 : 1 + entry.rowsInside
  }

  private func entry(for node: TaskNode, counted: Entry?) -> Entry {
    let isSame = counted?.node.element === node.element
    if let counted, isSame, counted.look == look { return counted }
    var entry = isSame ? counted ?? Entry(node: node) : Entry(node: node)
    entry.look = look
    entry.passes = filter?.passes(node) ?? true
    if node.isContainer {
      entry.inside = entries(inside: node, counted?.inside ?? [])
      entry.rowsInside = entry.inside.reduce(0) { $0 + $1.rows }
    }
    if !isSame || counted?.look == Self.never { count(&entry) }
    entry.rows = rows(of: entry)
    return entry
  }

  private func count(_ entry: inout Entry) {
    let node = entry.node
    var totals = Totals()
    if node.isContainer {
      totals.groups = 1
      for inner in entry.inside {
        totals.count += inner.totals.count
        totals.groups += inner.totals.groups
        totals.disabled += inner.totals.disabled
      }
    } else {
      totals.disabled = node.isDisabled ? 1 : 0
    }
    totals.count = NodeCount(of: node, holding: totals.count)
    entry.totals = totals
  }

  /// The entries inside a container, each made of the one that was counted for its node.
  private func entries(inside container: TaskNode, _ counted: [Entry]) -> [Entry] {
    var entries: [Entry] = []
    entries.reserveCapacity(counted.count)
    var places: [NodeID: Int]?
    var next = 0
    for element in container.element.elements {
      if next < counted.count, counted[next].node.element === element {
        let known = counted[next]
        entries.append(known.look == look ? known : entry(for: known.node, counted: known))
        next += 1
        continue
      }
      guard let node = TaskNode(element) else { continue }
      // Something came, went or moved here; what comes after it is found again from there.
      let all =
        places
        ?? Dictionary(uniqueKeysWithValues: counted.enumerated().map { ($1.node.id, $0) })
      places = all
      let place = all[node.id]
      entries.append(entry(for: node, counted: place.map { counted[$0] }))
      if let place { next = place + 1 }
    }
    return entries
  }

  // MARK: Asking

  /// What the last node of a chain from the sequence down holds, itself left out.
  func totals(of chain: [TaskNode]) -> Totals {
    var entry = root
    for node in chain.dropFirst() {
      guard let inner = entry.inside.first(where: { $0.node.id == node.id }) else {
        return Totals()
      }
      entry = inner
    }
    var totals = entry.totals
    if entry.node.isContainer { totals.groups -= 1 }
    return totals
  }

  /// Whether a group is shown closed; a filter opens all.
  func isClosed(_ id: NodeID) -> Bool { filter == nil && folded.contains(id) }

  /// The rows inside the sequence from the one at `start`, at most `count`.
  ///
  /// Costs a look at the entries before them, level by level.
  func rows(from start: Int, count: Int) -> [OutlineRow] {
    var rows: [OutlineRow] = []
    var (skip, before) = (start, NodeCount())
    func collect(_ container: Entry, _ depth: Int, isOff: Bool) {
      for entry in container.inside {
        guard rows.count < count else { return }
        guard skip < entry.rows else {
          skip -= entry.rows
          before += entry.totals.count
          continue
        }
        let isClosed = entry.node.isContainer && isClosed(entry.node.id)
        if skip > 0 {
          skip -= 1
        } else {
          rows.append(
            OutlineRow(
              node: entry.node, depth: depth, before: before, count: entry.totals.count,
              isFolded: isClosed, isContext: !entry.passes, isOff: isOff))
        }
        let whole = before + entry.totals.count
        if entry.node.isContainer, !isClosed {
          before += NodeCount.start(of: entry.node)
          collect(entry, depth + 1, isOff: isOff || entry.node.isDisabled)
        }
        before = whole
      }
    }
    collect(root, 1, isOff: false)
    return rows
  }

  /// Which row inside the sequence the last node of a chain from the sequence down has; nil when it
  /// is not shown.
  func row(of chain: [TaskNode]) -> Int? {
    var row = -1
    var container = root
    for child in chain.dropFirst() {
      guard container.node.kind == .sequence || !isClosed(container.node.id) else { return nil }
      row += 1
      guard let place = container.inside.firstIndex(where: { $0.node.id == child.id }) else {
        return nil
      }
      for entry in container.inside[..<place] { row += entry.rows }
      container = container.inside[place]
      guard container.rows > 0 else { return nil }
    }
    return row
  }
}
