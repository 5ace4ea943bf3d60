package import DryRun
package import TaskSequence

/// The instructions of a sequence, numbered as the engine that wrote a run numbered them.
///
/// How many a child sequence has of its own the file does not say, unless it is known; a log does where
/// it tells of the child's end, of what comes after a skipped one, or of the size of the whole. What
/// stands behind a child nobody knows the size of has no number.
package struct RunTable: Sendable {
  /// What stands at a number.
  struct Slot: Equatable {
    let row: Int
    let isEnd: Bool
  }

  package let instructions: InstructionTable
  /// The paths of all rows.
  package let paths: [NodePath]
  /// How many instructions there are; nil where a child sequence is of unknown size.
  package private(set) var size: Int?
  private var starts: [Int?]
  private var ends: [Int?]
  private var slots: [Slot?] = []

  /// Numbers the nodes of a sequence.
  ///
  /// Linear in sequence and run.
  /// - Throws: where children make it larger than any engine holds.
  package init(
    _ document: SequenceDocument, _ children: ChildSequences, _ run: LogRun
  ) throws(InstructionTable.TooLarge) {
    instructions = try InstructionTable(of: document, children: children)
    paths = instructions.paths
    size = instructions.size
    starts = instructions.rows.map(\.at)
    ends = instructions.rows.map { $0.isOpen ? $0.endAt : $0.at }
    if size == nil {
      let numbers = ChildNumbers(run)
      number(numbers, nil)
      if size == nil, let rest = numbers.rest(of: self) { number(numbers, rest) }
    }
    fillSlots()
  }

  private mutating func number(_ numbers: ChildNumbers, _ known: (row: Int, count: Int)?) {
    var next: Int? = 0
    var open: [Int] = []
    func close(before row: Int) {
      while let group = open.last, instructions.rows[group].after <= row {
        open.removeLast()
        if let known, known.row == group {
          next = starts[group].map { $0 + known.count - 1 }
        } else if next == nil || instructions.gaps[group] != nil {
          // Whatever is inside what was skipped, the log says where it went on.
          next = starts[group].flatMap { numbers.end(at: $0) }
        }
        ends[group] = next
        next = next.map { $0 + 1 }
      }
    }
    for (index, row) in instructions.rows.enumerated() {
      close(before: index)
      starts[index] = next
      next = next.map { $0 + 1 }
      if row.isOpen { open.append(index) } else { ends[index] = starts[index] }
    }
    close(before: instructions.rows.count)
    size = next
  }

  private mutating func fillSlots() {
    let numbers = (starts + ends).lazy.compactMap(\.self)
    slots = Array(repeating: nil, count: (numbers.max() ?? -1) + 1)
    for index in instructions.rows.indices {
      if let end = ends[index] {
        slots[end] = Slot(row: index, isEnd: instructions.rows[index].isOpen)
      }
      if let start = starts[index] { slots[start] = Slot(row: index, isEnd: false) }
    }
  }

  /// The places of all nodes, in document order.
  package var rows: Range<Int> { instructions.rows.indices }

  package func name(_ row: Int) -> String { instructions.rows[row].node.name }

  /// Whether a node holds others, or could.
  package func isOpen(_ row: Int) -> Bool { instructions.rows[row].isOpen }

  /// The number of a node's start.
  package func start(_ row: Int) -> Int? { starts[row] }

  /// The number of a node's end; that of a step itself.
  package func end(_ row: Int) -> Int? { ends[row] }

  /// What stands at a number; nil where nothing does, or a node of a child sequence nobody knows.
  func slot(_ number: Int) -> Slot? { slots.indices.contains(number) ? slots[number] : nil }

  /// How many numbers can be looked at.
  var count: Int { slots.count }

  /// The child sequence of whose own nodes, which nobody knows, a number is one.
  func child(holding number: Int) -> Int? {
    guard slots.indices.contains(number), slots[number] == nil else { return openChild(number) }
    var place = number
    while place >= 0, slots[place] == nil { place -= 1 }
    guard place >= 0, let slot = slots[place], !slot.isEnd else { return nil }
    return instructions.gaps[slot.row] == nil ? nil : slot.row
  }

  /// The last child that has a number and no known end, where a number lies behind all others.
  private func openChild(_ number: Int) -> Int? {
    guard size == nil, number >= slots.count, let last = slots.last ?? nil, !last.isEnd else {
      return nil
    }
    return instructions.gaps[last.row] == nil || ends[last.row] != nil ? nil : last.row
  }
}
