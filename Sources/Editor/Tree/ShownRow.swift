import Conditions
import StepCatalog
import TaskSequence
import XMLTree

/// A row with what it shows of its node.
struct ShownRow {
  let row: OutlineRow
  let words: Words
  /// What became of its node since the file was saved; nil when nothing did.
  var change: NodeChange?

  /// What is read from a node alone: an element never changes, so once is enough.
  struct Words {
    let element: Element
    let name: String
    /// The condition; nil when there is none or nothing in it.
    let condition: String?
    let isDisabled: Bool
    let continuesOnError: Bool
    /// What the step works on; nil for groups, and for types nothing is known of.
    let kind: StepKind?

    init(_ node: TaskNode, _ secrecy: Secrecy, _ dialect: Dialect) {
      element = node.element
      name = node.name
      condition = node.condition.flatMap {
        $0.isEmpty ? nil : $0.shownText(where: secrecy.isSecret)
      }
      isDisabled = node.isDisabled
      continuesOnError = node.continuesOnError
      kind = StepTypes.shared.type(of: node, in: dialect)?.kind
    }
  }
}

extension Outline {
  /// The rows that fit into a height; those read by `readShownRows` when they are the same.
  func shownRows(_ height: Int) -> [ShownRow] {
    if let shown, shown.top == top, shown.height == height { return shown.rows }
    return readRows(height)
  }

  /// Reads the rows that fit into a height, so that drawing need not; what was read of the same
  /// elements before is not read again.
  /// - Parameter saved: The document in the file; nil while this one is.
  mutating func readShownRows(_ height: Int, since saved: SequenceDocument?) {
    var rows = readRows(height)
    if let saved {
      // The sequence itself has no place for a sign.
      for index in rows.indices where rows[index].row.depth > 0 {
        rows[index].change = NodeChange(of: rows[index].row.node, in: document, since: saved)
      }
    }
    shown = (top, height, rows, Secrecy(of: document))
  }

  private func readRows(_ height: Int) -> [ShownRow] {
    var known: [NodeID: ShownRow.Words] = [:]
    let secrecy = Secrecy(of: document)
    if shown?.secrecy == secrecy {
      for row in shown?.rows ?? [] { known[row.row.node.id] = row.words }
    }
    return rows(from: top, count: height).map { row in
      let old = known[row.node.id].flatMap { $0.element === row.node.element ? $0 : nil }
      return ShownRow(row: row, words: old ?? ShownRow.Words(row.node, secrecy, document.dialect))
    }
  }
}
