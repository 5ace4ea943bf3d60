import Conditions
@_spi(Edits) import TaskSequence
import XMLTree

extension SequenceDocument {
  /// Changes the conditions of nodes, in one edit.
  ///
  /// An operand that stays keeps its bytes, one that only changes a value keeps all others. What is new
  /// follows the order and the spelling of this file's expressions, else of its product. Of several
  /// conditions the first one changes; all are taken away together.
  /// - Throws: when no node can have a condition, or the text cannot stand in XML.
  func changingConditions(
    _ change: ConditionChange, of ids: Set<NodeID>
  ) throws(Refusal) -> Edit {
    let targets = nodes(ids).filter { $0.kind != .sequence }
    guard !targets.isEmpty else {
      throw Refusal("a sequence has no condition; choose a step or a group")
    }
    let habits = ExpressionHabits(of: self)
    var result = self
    for node in targets {
      let old = node.condition?.operand
      switch change {
      case .clear: result = result.removingCondition(of: node)
      case .set(let operand): result = try result.writing(operand, to: node.id, habits)
      case .add(let operand):
        result = try result.writing(old?.and(operand) ?? operand, to: node.id, habits)
      }
    }
    let words = Self.words(for: targets)
    let label =
      switch change {
      case .clear: "Took the condition of \(words) away"
      case .set: "Set the condition of \(words)"
      case .add: "Added to the condition of \(words)"
      }
    return Edit(document: result, label: label)
  }

  private func removingCondition(of node: TaskNode) -> SequenceDocument {
    let conditions = Set(node.conditions.map(\.element.id))
    return conditions.isEmpty ? self : replacing(tree: tree.removing(conditions).document)
  }

  private func writing(
    _ wanted: Operand?, to id: NodeID, _ expressions: ExpressionHabits
  ) throws(Refusal) -> SequenceDocument {
    guard let node = node(id) else { throw Refusal("the node is not here any more") }
    if let condition = node.condition, condition.operand == wanted { return self }
    var tree = tree
    if node.condition == nil {
      guard let pieces = try? tree.parseFragment(Array("<condition></condition>".utf8)) else {
        throw Refusal("the condition cannot be written")
      }
      tree = tree.inserting(
        pieces, into: id, at: expressions.slot(in: node), habit: habits.layout)
    }
    guard let condition = tree.element(id)?.first("condition") else {
      throw Refusal("the condition nests too deeply here")
    }
    var writer = ConditionWriter(tree, habits, expressions)
    writer.write(wanted, into: condition)
    let result = replacing(tree: writer.tree)
    guard let written = result.node(id)?.condition, written.operand == wanted else {
      throw Refusal("the condition cannot be written here; it nests too deeply")
    }
    return result
  }
}

// MARK: What stands outside of the condition

extension SequenceDocument {
  /// Takes away what stands outside the condition of a node.
  func removingStray(_ id: NodeID) throws(Refusal) -> Edit {
    let node = try nodeOfStray(id)
    let words = tree.element(id)?.isNamed("condition") == true ? "a condition" : "an expression"
    return Edit(
      document: replacing(tree: tree.removing([id]).document),
      label: "Removed \(words) of “\(node.name)”")
  }

  /// Puts what stands outside the condition of a node into it, with its bytes.
  func movingStrayIn(_ id: NodeID) throws(Refusal) -> Edit {
    let node = try nodeOfStray(id)
    let isCondition = tree.element(id)?.isNamed("condition") == true
    let moved = isCondition ? Set(tree.element(id)?.elements.map(\.id) ?? []) : [id]
    var (changed, pieces) = tree.removing(moved)
    if isCondition { changed = changed.removing([id]).document }
    if node.condition == nil {
      let slot = ExpressionHabits(of: self).slot(in: node)
      guard let shell = try? changed.parseFragment(Array("<condition></condition>".utf8)) else {
        throw Refusal("the condition cannot be written")
      }
      changed = changed.inserting(shell, into: node.id, at: slot, habit: habits.layout)
    }
    guard let condition = changed.element(node.id)?.first("condition") else {
      throw Refusal("the condition nests too deeply here")
    }
    changed = changed.inserting(pieces, into: condition.id, at: .last, habit: habits.layout)
    let words = isCondition ? "Joined the conditions of" : "Moved an expression of"
    return Edit(
      document: replacing(tree: changed),
      label: "\(words) “\(node.name)”\(isCondition ? "" : " into its condition")")
  }

  private func nodeOfStray(_ id: NodeID) throws(Refusal) -> TaskNode {
    guard let node = tree.parent(of: id).flatMap(TaskNode.init) else {
      throw Refusal("it is not here any more")
    }
    return node
  }
}
