import Conditions
import Synchronization
package import TaskSequence
import XMLTree

/// What a sequence does with variables that is worth a look at all of it.
///
/// Who sets a variable is known by a walk over every text; most sequences do nothing of what such a walk
/// could find fault with.
package struct VariableHints: OptionSet, Sendable {
  package let rawValue: Int

  package init(rawValue: Int) { self.rawValue = rawValue }

  /// A step reads a numbered list.
  package static let readsList = VariableHints(rawValue: 1)
  /// A text reads a variable that is MDT's alone.
  package static let readsMDT = VariableHints(rawValue: 2)
  /// A condition has a wildcard where it may be compared as it is.
  package static let comparesWildcards = VariableHints(rawValue: 4)

  /// Those of a document; costs a look at what changed since it was asked for last.
  package init(of document: SequenceDocument) { self = HintedNodes.read(document).hints }

  /// The nodes with some of them, in document order; costs a look at these and at the groups around.
  package static func nodes(with hints: VariableHints, in document: SequenceDocument) -> [TaskNode]
  {
    let known = HintedNodes.read(document)
    var nodes: [TaskNode] = []
    document.sequence.walk { node, _ in
      guard known.hints(of: node).isSuperset(of: hints) else { return false }
      nodes.append(node)
      return true
    }
    return nodes
  }
}

/// What every node of a document is worth asking for.
private struct HintedNodes: Sendable {
  let root: Element
  let dialect: Dialect
  private(set) var hints: VariableHints = []
  /// What was read of each node last, some of them gone by now.
  private var nodes: [NodeID: (element: Element, hints: VariableHints)]

  /// Reads a document; costs a look at what changed since it was read last.
  static func read(_ document: SequenceDocument) -> HintedNodes {
    let root = document.sequence.element
    let before = known.withLock { known in known.last { $0.root.id == root.id } }
    if let before, before.root === root { return before }
    var entry = HintedNodes(root: root, dialect: document.dialect, before: before)
    entry.read(document)
    known.withLock { known in
      known.removeAll { $0.root.id == root.id }
      known.append(entry)
      if known.count > 4 { known.removeFirst() }
    }
    return entry
  }

  private static let known = Mutex<[HintedNodes]>([])

  init(root: Element, dialect: Dialect, before: HintedNodes?) {
    self.root = root
    self.dialect = dialect
    nodes = before.flatMap { $0.dialect == dialect ? $0.nodes : nil } ?? [:]
  }

  mutating func read(_ document: SequenceDocument) {
    var reader = VariableReader(of: document)
    hints = hints(in: document.sequence, &reader)
  }

  private mutating func hints(
    in node: TaskNode, _ reader: inout VariableReader
  ) -> VariableHints {
    if let known = nodes[node.id], known.element === node.element { return known.hints }
    var hints: VariableHints = []
    node.forEachText { place in
      if Self.comparesWildcard(place) { hints.insert(.comparesWildcards) }
      for use in reader.uses(in: place) {
        guard use.role == .read || use.role == .readList else { continue }
        if use.role == .readList { hints.insert(.readsList) }
        if BuiltInVariables.shared.named(use.name)?.kind == .mdt { hints.insert(.readsMDT) }
      }
    }
    for child in node.children { hints.formUnion(self.hints(in: child, &reader)) }
    // What is empty is read as fast as it is found again, and files of nothing else are large.
    if node.isContainer || !node.element.elements.isEmpty {
      nodes[node.id] = (node.element, hints)
    }
    return hints
  }

  /// What is known of a node; nothing of an empty one.
  func hints(of node: TaskNode) -> VariableHints { nodes[node.id]?.hints ?? [] }

  /// Whether a wildcard stands in a value that is compared as it is.
  private static func comparesWildcard(_ place: TextPlace) -> Bool {
    guard case .condition(_, let name) = place.kind else { return false }
    if name != "Query" { return !place.isPattern && place.text.contains("*") }
    let text = place.text
    guard text.isDynamic else { return false }
    return (try? WQL.compared(in: text))?.contains(where: \.isDynamic) ?? false
  }
}
