package import TaskSequence
package import XMLTree

extension TaskNode {
  /// What stands outside the condition, in order: operands directly under the node, and further
  /// conditions with what they say, nil for an empty one.
  package var strays: [(element: Element, operand: Operand?)] {
    let others = conditions.dropFirst()
    guard !others.isEmpty || !strayOperands.isEmpty else { return [] }
    return element.elements.compactMap { inner in
      if let other = others.first(where: { $0.element === inner }) { return (inner, other.operand) }
      return strayOperands.contains { $0 === inner } ? (inner, Operand(inner)) : nil
    }
  }
}
