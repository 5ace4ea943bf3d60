package import TaskSequence
import XMLTree

/// The nodes of a sequence and of the sequences in it, numbered as the engine numbers its instructions.
///
/// From 0: a step takes one number, a group or a child sequence two, its start and its end, with what is
/// inside between them; what is disabled or skipped keeps its own (three logs, and for children a tool
/// that numbers them). A number is nil where a child sequence before it is not known.
package struct InstructionTable: Sendable {
  /// One node.
  package struct Row: Sendable {
    package let node: TaskNode
    /// The sequence it stands in: 0 is the one that runs, others are children.
    package let sequence: Int
    /// The row of the group or the child it is in; nil below the sequence that runs.
    package let parent: Int?
    /// The number of its start.
    package let at: Int?
    /// The number of its end; nil for a step, and where it is not known.
    package fileprivate(set) var endAt: Int?
    /// The row behind all that is inside it.
    package fileprivate(set) var after = 0

    /// Whether something is inside, or could be.
    package var isOpen: Bool { node.kind != .step }
  }

  /// Why what a child step runs is not in the table.
  package enum Gap: Equatable, Sendable {
    /// Nobody has told what the child sequence is.
    case missing
    /// The child sequence is disabled.
    case disabled
    /// The child runs a sequence that it is in itself.
    case circle
  }

  /// More nodes than any engine holds: children that run children, each several times.
  package struct TooLarge: Error, Equatable {
    package static let limit = 1_000_000

    package init() {}
  }

  /// In document order, what is in a child behind its step.
  package private(set) var rows: [Row] = []
  /// How many numbers there are; nil where a child sequence is not known.
  package private(set) var size: Int? = 0
  /// The sequence that runs, and the children in the order in which they are met.
  package private(set) var sequences: [SequenceDocument]
  /// What could not be put in, by rows.
  package private(set) var gaps: [Int: Gap] = [:]

  /// Numbers a sequence.
  ///
  /// Costs a walk over all nodes. A child stands in it as often as it is run.
  /// - Parameters:
  ///   - children: What is known of child sequences.
  ///   - takesMissingAsEmpty: Whether a child nobody has told of counts as one that holds nothing.
  /// - Throws: where there are too many nodes.
  package init(
    of document: SequenceDocument, children: ChildSequences = ChildSequences(),
    takingMissingAsEmpty takesMissingAsEmpty: Bool = false
  ) throws(TooLarge) {
    sequences = [document]
    var known: [String: Int] = [:]
    /// What is open: its row, its nodes that are still to come, and the child sequence it runs.
    var open: [(row: Int?, rest: ArraySlice<TaskNode>, sequence: Int, id: String?)] = [
      (nil, document.sequence.children[...], 0, nil)
    ]
    while let level = open.indices.last {
      guard let node = open[level].rest.popFirst() else {
        let closed = open.removeLast()
        if let row = closed.row { close(row) }
        continue
      }
      guard rows.count < TooLarge.limit else { throw TooLarge() }
      let row = rows.count
      let sequence = open[level].sequence
      rows.append(
        Row(
          node: node, sequence: sequence, parent: open[level].row, at: size, endAt: nil,
          after: row + 1))
      size = size.map { $0 + 1 }
      switch node.kind {
      case .step, .sequence: break
      case .group: open.append((row, node.children[...], sequence, nil))
      case .childSequence:
        let id = ChildSequences.id(of: node)
        guard let child = children[id] else {
          gaps[row] = .missing
          if !takesMissingAsEmpty { size = nil }
          close(row)
          continue
        }
        if open.contains(where: { $0.id == id }) {
          gaps[row] = .circle
          size = nil
          close(row)
          continue
        }
        if !child.isEnabled { gaps[row] = .disabled }
        let place =
          known[id]
          ?? {
            sequences.append(child.document)
            return sequences.count - 1
          }()
        known[id] = place
        open.append((row, child.document.sequence.children[...], place, id))
      }
    }
  }

  private mutating func close(_ row: Int) {
    rows[row].after = rows.count
    rows[row].endAt = size
    size = size.map { $0 + 1 }
  }

  /// The row whose start or end has a number; nil where none has.
  ///
  /// Costs a search by halves in front of the first child that is not known, and nothing is known behind.
  package func row(numbered number: Int) -> (row: Int, isEnd: Bool)? {
    var (low, high) = (0, rows.count)
    while low < high {
      let middle = (low + high) / 2
      if let at = rows[middle].at, at <= number { low = middle + 1 } else { high = middle }
    }
    var row: Int? = low > 0 ? low - 1 : nil
    while let place = row {
      if rows[place].at == number { return (place, false) }
      if rows[place].endAt == number { return (place, true) }
      row = rows[place].parent
    }
    return nil
  }
}
