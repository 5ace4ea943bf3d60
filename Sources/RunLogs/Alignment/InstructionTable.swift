package import TaskSequence
import XMLTree

/// The instructions of a sequence by their numbers: a step has one, a group and a child sequence two.
///
/// How many a child sequence has of its own the file does not say; a log does where it tells of the
/// child's end, or of what comes next. Numbers behind a child nobody knows the size of are not known.
package struct InstructionTable: Sendable {
  /// A node of the sequence, in document order.
  package struct Row: Sendable {
    package let node: TaskNode
    package let name: String
    /// The place of the group it is in; nil at the top.
    package let parent: Int?
    /// Which of the nodes of its name in its group it is, from 1.
    let ordinal: Int
    /// How many groups it is in.
    package let depth: Int
    /// The number of its start, and of its end; the same for a step.
    package internal(set) var start: Int?
    package internal(set) var end: Int?

    /// Whether it holds others, in this file or another.
    package var isGroup: Bool { node.kind != .step }
  }

  /// What stands at a number.
  struct Slot: Equatable {
    let row: Int
    let isEnd: Bool
  }

  package private(set) var rows: [Row] = []
  /// How many instructions there are; nil where a child sequence is of unknown size.
  package private(set) var size: Int?
  private var slots: [Slot?] = []

  /// Numbers the nodes of a sequence, as the engine that wrote a run did. Linear in both.
  package init(_ document: SequenceDocument, _ run: LogRun) {
    let numbers = ChildNumbers(run)
    number(document, numbers, nil)
    if size == nil, let rest = numbers.rest(of: rows) { number(document, numbers, rest) }
    fillSlots()
  }

  private mutating func number(
    _ document: SequenceDocument, _ numbers: ChildNumbers, _ known: (row: Int, count: Int)?
  ) {
    rows = []
    var next: Int? = 0
    var open: [(row: Int?, children: ArraySlice<TaskNode>, seen: [String: Int])] = [
      (nil, document.sequence.children[...], [:])
    ]
    while let level = open.indices.last {
      guard let node = open[level].children.popFirst() else {
        if let row = open.removeLast().row {
          // Whatever is inside a group that was skipped, the log says where it went on.
          next = next ?? rows[row].start.flatMap { numbers.end(at: $0) }
          rows[row].end = next
          next = next.map { $0 + 1 }
        }
        continue
      }
      let name = node.name
      open[level].seen[name, default: 0] += 1
      var row = Row(
        node: node, name: name, parent: open[level].row, ordinal: open[level].seen[name] ?? 1,
        depth: level)
      row.start = next
      switch node.kind {
      case .group, .sequence:
        open.append((rows.count, node.children[...], [:]))
        next = next.map { $0 + 1 }
      case .step:
        row.end = next
        next = next.map { $0 + 1 }
      case .childSequence:
        if let known, known.row == rows.count {
          row.end = next.map { $0 + known.count - 1 }
        } else {
          row.end = next.flatMap { numbers.end(at: $0) }
        }
        next = row.end.map { $0 + 1 }
      }
      rows.append(row)
    }
    size = next
  }

  private mutating func fillSlots() {
    let top = rows.lazy.compactMap(\.end).max() ?? -1
    let last = rows.lazy.compactMap(\.start).max() ?? -1
    slots = Array(repeating: nil, count: max(top, last) + 1)
    for (place, row) in rows.enumerated() {
      if let end = row.end { slots[end] = Slot(row: place, isEnd: row.isGroup) }
      if let start = row.start { slots[start] = Slot(row: place, isEnd: false) }
    }
  }

  /// What stands at a number; nil where nothing does, or a node of a child sequence.
  func slot(_ number: Int) -> Slot? {
    slots.indices.contains(number) ? slots[number] : nil
  }

  /// How many numbers are looked at.
  var count: Int { slots.count }

  /// The child sequence of whose own nodes a number is one.
  func child(holding number: Int) -> Int? {
    guard slots.indices.contains(number), slots[number] == nil else { return nil }
    var place = number
    while place >= 0, slots[place] == nil { place -= 1 }
    guard place >= 0, let slot = slots[place], !slot.isEnd,
      rows[slot.row].node.kind == .childSequence
    else { return nil }
    return slot.row
  }

  /// The path of a node as it is written.
  package func path(_ row: Int) -> NodePath {
    var steps: [NodePath.Step] = []
    var place: Int? = row
    while let row = place {
      steps.append(NodePath.Step(name: rows[row].name, ordinal: rows[row].ordinal))
      place = rows[row].parent
    }
    return NodePath(steps: steps.reversed())
  }
}
