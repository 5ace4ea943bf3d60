package import XMLTree

/// The condition under which a node runs: a typed view over its `<condition>` element.
package struct Condition: Sendable {
  /// One operand, as far as it is understood.
  package indirect enum Operand: Sendable {
    /// A task sequence variable held against a value.
    case variable(name: String, operator: String, value: String)
    /// Any other expression with its type and the variables inside.
    case expression(type: String, variables: [(name: String, value: String)])
    /// `and`, `or` or `not` over operands.
    case combination(type: String, operands: [Operand])
    /// ConfigMgr's list of operating systems.
    case systems([(name: String, operands: [Operand])])
    case unknown(Element)
  }

  package let element: Element

  package init(_ element: Element) { self.element = element }

  /// The operands directly inside; all must hold.
  ///
  /// None means the condition is always true.
  package var operands: [Operand] { Self.operands(of: element) }

  private static func operands(of parent: Element) -> [Operand] {
    parent.elements.map { element in
      if element.isNamed("operator") {
        return .combination(
          type: (element.attribute("type") ?? "and").lowercased(), operands: operands(of: element))
      }
      if element.isNamed("osConditionGroup") {
        let groups = element.elements.filter { $0.isNamed("osExpressionGroup") }
        return .systems(groups.map { ($0.attribute("name") ?? "", operands(of: $0)) })
      }
      guard element.isNamed("expression") else { return .unknown(element) }
      let type = element.attribute("type") ?? ""
      let inside = element.elements.filter { $0.isNamed("variable") }.map {
        (name: $0.attribute("name") ?? "", value: $0.text)
      }
      func value(_ name: String) -> String { inside.first { $0.name == name }?.value ?? "" }
      if type == "SMS_TaskSequence_VariableConditionExpression" {
        return .variable(
          name: value("Variable"), operator: value("Operator"), value: value("Value"))
      }
      return .expression(type: type, variables: inside)
    }
  }
}
