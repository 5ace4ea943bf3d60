import Basics
package import XMLTree

/// A part that a node has once at most.
package enum NodePart: Int, CaseIterable, Sendable {
  case condition, action, variables, globals, references

  init?(_ element: Element) {
    guard let part = Self.allCases.first(where: { element.isNamed($0.name) }) else { return nil }
    self = part
  }

  var name: StaticString {
    switch self {
    case .condition: "condition"
    case .action: "action"
    case .variables: "defaultVarList"
    case .globals: "globalVarList"
    case .references: "referenceList"
    }
  }

  /// What it is, in words.
  package var words: String {
    switch self {
    case .condition: "condition"
    case .action: "command line"
    case .variables, .globals: "list of variables"
    case .references: "list of references"
    }
  }

  /// Whether nodes of a kind have it; MDT writes an empty action into groups.
  func belongs(to kind: TaskNode.Kind) -> Bool {
    switch self {
    case .condition, .action: kind != .sequence
    case .variables: kind == .step || kind == .childSequence
    case .globals, .references: kind == .sequence
    }
  }
}

/// A child of a node that no view of it shows: a part that stands once and stands again, or an element
/// that has no place there, whatever it holds.
///
/// Of 515 real sequences none has any, and what the engine makes of one is not documented: both are
/// shown, and neither is taken for the right one.
package struct Surplus: Sendable {
  package enum Kind: Equatable, Sendable {
    /// A second one, or a third.
    case again(NodePart)
    case unknown
  }

  package let kind: Kind
  package let element: Element

  /// The steps and groups inside, in document order, which the outline does not show.
  package var nodes: [TaskNode] {
    var nodes: [TaskNode] = []
    element.walk { inner in
      if let node = TaskNode(inner) { nodes.append(node) }
      return true
    }
    return nodes
  }

  /// What it is, in words: `second condition`, `<wrapper>`.
  package var words: String {
    switch kind {
    case .again(let part): "second \(part.words)"
    case .unknown: "<\(element.name)>"
    }
  }
}

extension TaskNode {
  /// The children no view of it shows, in order; operands outside of a condition are `strayOperands`.
  package var surplus: [Surplus] {
    var seen = 0
    var surplus: [Surplus] = []
    for child in element.elements {
      if isContainer, TaskNode(child) != nil { continue }
      guard let part = NodePart(child), part.belongs(to: kind) else {
        if !child.isOperand { surplus.append(Surplus(kind: .unknown, element: child)) }
        continue
      }
      let bit = 1 << part.rawValue
      if seen & bit != 0 { surplus.append(Surplus(kind: .again(part), element: child)) }
      seen |= bit
    }
    return surplus
  }

  /// All conditions of the node, in order: it should have one at most.
  package var conditions: [Condition] { all(.condition).map(Condition.init) }

  /// All its command lines, in order: it should have one at most.
  package var actions: [Element] { all(.action) }

  /// All parts of a kind, in order.
  func all(_ part: NodePart) -> [Element] { element.elements.filter { $0.isNamed(part.name) } }
}

extension Element {
  /// Whether it is a part of a condition.
  var isOperand: Bool {
    isNamed("expression") || isNamed("operator") || isNamed("osConditionGroup")
  }
}

// MARK: What an edit leaves

extension SequenceDocument {
  /// What stands beside parts that changed since an earlier revision, or went with them: a sentence for
  /// each kind.
  ///
  /// Costs a look at the nodes that are not the same and those beside them.
  package func remainders(since old: SequenceDocument) -> [String] {
    var found: [(words: String, name: String)] = []
    func note(_ words: String, _ node: TaskNode) { found.append((words, node.name)) }
    func compare(_ before: TaskNode, _ after: TaskNode) {
      guard before.element !== after.element else { return }
      for part in NodePart.allCases where part.belongs(to: after.kind) {
        let (theirs, mine) = (before.all(part), after.all(part))
        guard theirs.first !== mine.first else { continue }
        let isOther = theirs.first?.id != mine.first?.id
        if mine.count > (theirs.count > 1 && isOther ? 0 : 1) {
          note("has another \(part.words), which was left as it is", after)
        } else if theirs.count > max(mine.count, 1) {
          note("had another \(part.words), which went too", after)
        } else if part == .condition, !theirs.isEmpty, !after.strayOperands.isEmpty {
          note("has an expression outside the condition, which was left as it is", after)
        }
      }
      let (mine, theirs) = (after.children, before.children)
      let (head, tail) = theirs.sharedEnds(with: mine) { $0.element === $1.element }
      var known: [NodeID: TaskNode] = [:]
      for node in theirs[head..<theirs.count - tail] { known[node.id] = node }
      for node in mine[head..<mine.count - tail] { known[node.id].map { compare($0, node) } }
    }
    compare(old.sequence, sequence)
    return Self.sentences(found)
  }

  private static func sentences(_ found: [(words: String, name: String)]) -> [String] {
    var order: [String] = []
    var names: [String: [String]] = [:]
    for (words, name) in found {
      if names[words] == nil { order.append(words) }
      names[words, default: []].append(name)
    }
    return order.map { words in
      let all = names[words] ?? []
      let name = all[0].isEmpty ? "The sequence" : "“\(all[0])”"
      let isOne = all.count == 1
      return isOne ? "\(name) \(words)." : "Each of \(all.count) nodes \(words)."
    }
  }
}
