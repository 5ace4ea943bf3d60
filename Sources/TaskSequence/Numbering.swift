/// How the nodes of a sequence are numbered.
package enum Numbering: String, CaseIterable, Sendable {
  /// Steps alone, from 1.
  case steps
  /// As the engine numbers its instructions, in `smsts.log` and in status messages, from 0: a step takes
  /// one number, a group two, its start and its end; what is disabled or skipped keeps its own.
  ///
  /// Known from three logs, and for a child sequence, which takes two with its own nodes between them,
  /// from a tool that numbers them.
  case engine

  /// The number of a node that comes after others and takes some numbers itself; nil where it has none.
  package func number(of node: TaskNode, taking own: NodeCount, after others: NodeCount)
    -> NodeNumber?
  {
    guard node.kind != .sequence else { return nil }
    switch self {
    case .steps:
      return node.kind == .group ? nil : NodeNumber(first: others.steps + 1)
    case .engine:
      var number = NodeNumber(first: others.instructions)
      number.last += own.instructions - 1
      number.isFirstLeast = others.hasChild
      number.isLastLeast = others.hasChild || own.hasChild
      return number
    }
  }
}

/// The number of a node, or its first and its last.
package struct NodeNumber: Equatable, Sendable {
  package let first: Int
  package fileprivate(set) var last: Int
  /// Whether it is greater where child sequences before it have nodes, which nobody knows here.
  package fileprivate(set) var isFirstLeast = false
  package fileprivate(set) var isLastLeast = false

  fileprivate init(first: Int) {
    self.first = first
    last = first
  }

  /// As it is shown: `3`, `0–6`, and `7+` where it is that or more.
  package var text: String {
    let start = "\(first)\(isFirstLeast ? "+" : "")"
    return last == first ? start : "\(start)–\(last)\(isLastLeast ? "+" : "")"
  }
}

/// How many numbers nodes take.
package struct NodeCount: Equatable, Sendable {
  package private(set) var steps = 0
  /// Instructions of the engine.
  package private(set) var instructions = 0
  /// Whether a child sequence is among them.
  package private(set) var hasChild = false

  package init() {}

  /// Of a node, given what is inside it.
  package init(of node: TaskNode, holding inside: NodeCount) {
    self = inside
    switch node.kind {
    case .sequence: break
    case .group: instructions += 2
    case .step:
      steps += 1
      instructions += 1
    case .childSequence:
      steps += 1
      instructions += 2
      hasChild = true
    }
  }

  /// Of a node and all inside it, looked through.
  package init(of node: TaskNode) {
    self.init(of: node, holding: node.children.map(NodeCount.init(of:)).reduce(NodeCount(), +))
  }

  /// What the start of a group takes.
  package static func start(of node: TaskNode) -> NodeCount {
    var count = NodeCount()
    if node.kind == .group { count.instructions = 1 }
    return count
  }

  package static func + (left: NodeCount, right: NodeCount) -> NodeCount {
    var sum = left
    sum.steps += right.steps
    sum.instructions += right.instructions
    sum.hasChild = left.hasChild || right.hasChild
    return sum
  }

  package static func += (left: inout NodeCount, right: NodeCount) { left = left + right }

  /// How many characters the longest number among so many takes.
  package func width(_ numbering: Numbering) -> Int {
    switch numbering {
    case .steps: return String(steps).count
    case .engine:
      let width = String(max(0, instructions - 1)).count + (hasChild ? 1 : 0)
      return instructions > steps ? 2 * width + 1 : width
    }
  }
}
