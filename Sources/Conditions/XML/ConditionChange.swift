/// What is to become of the condition of a node.
package enum ConditionChange: Equatable, Sendable {
  /// It says this from now on; nil is an empty condition.
  case set(Operand?)
  /// There is none any more.
  case clear
  /// This must hold besides.
  case add(Operand)

  /// Reads the text of a whole condition; a text of nothing takes the condition away.
  /// - Throws: the first fault of the text.
  package init(text: String) throws(ConditionFault) {
    let operand = try ConditionText.parse(text)
    self = operand == nil && text.allSatisfy(\.isWhitespace) ? .clear : .set(operand)
  }
}

extension Operand {
  /// This operand and another, both of which must hold.
  package func and(_ other: Operand) -> Operand {
    func parts(_ operand: Operand) -> [Operand] {
      if case .group(.all, let inside) = operand, !inside.isEmpty { inside } else { [operand] }
    }
    return .group(.all, parts(self) + parts(other))
  }
}
