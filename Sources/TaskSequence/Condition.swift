package import XMLTree

/// The condition under which a node runs: a typed view over its `<condition>` element.
package struct Condition: Sendable {
  package let element: Element

  package init(_ element: Element) { self.element = element }

  /// Whether nothing is inside, so that it always holds.
  package var isEmpty: Bool { !element.hasElements }
}

extension TaskNode {
  /// Operands that stand directly under the node, outside any condition.
  ///
  /// A stock MDT template has an `<expression>` there; what comes of it is not documented.
  package var strayOperands: [Element] {
    element.elements.filter(\.isOperand)
  }
}
