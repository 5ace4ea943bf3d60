package import Conditions
package import TaskSequence
package import XMLTree

/// Looks at conditions by themselves, one that is being typed too, with what a sequence says of its
/// variables.
package struct ConditionCheck: Sendable {
  package let variables: VariableKnowledge
  private let product: Dialect

  /// Reads the sequence once; costs a walk over all its texts.
  package init(of document: SequenceDocument) {
    variables = VariableKnowledge(of: document)
    product = document.dialect
  }

  /// What looks wrong in a condition, in its order; never a reason to refuse it.
  package func findings(in operand: Operand?, of node: NodeID) -> [Finding] {
    let reading = ConditionReading(operand)
    let strange = reading.strangeHits(in: product).map {
      Rule.xml03.finding($0.hit, in: node, isRunning: true)
    }
    let found = RuleSelection.conditions.rules.flatMap { rule -> [Finding] in
      let hits: [Rule.Hit] =
        switch rule.look {
        case .condition(let look): look(reading)
        case .knowingVariables(_, let look): look(reading, { variables })
        case .node, .document: []
        }
      return hits.map { rule.finding($0, in: node, isRunning: true) }
    }
    return (strange + found).sortedByOperand()
  }
}

extension [Finding] {
  /// In the order of the operands; those of one operand stay in theirs.
  fileprivate func sortedByOperand() -> [Finding] {
    enumerated().sorted { left, right in
      let (a, b) = (left.element.operand ?? [], right.element.operand ?? [])
      return a == b ? left.offset < right.offset : a.lexicographicallyPrecedes(b)
    }.map(\.element)
  }
}
