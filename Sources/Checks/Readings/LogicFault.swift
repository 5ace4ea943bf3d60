import Conditions

/// What follows from the text of a group of a condition alone.
///
/// Each variable that is only compared for equality is tried with every value the group names, with
/// none, and with one of its own, everything else being unknown: what comes out the same for all of
/// them does not depend on the machine.
struct LogicFault {
  enum Kind { case repeats, neverHolds, alwaysHolds }

  let kind: Kind
  /// Why, a clause.
  let reason: String

  private init(_ kind: Kind, _ reason: String) {
    self.kind = kind
    self.reason = reason
  }

  /// Nil when nothing follows.
  init?(in operand: Operand) {
    guard case .group(_, let operands) = operand, !operands.isEmpty else { return nil }
    for (index, inner) in operands.enumerated() where operands[..<index].contains(inner) {
      self.init(.repeats, "“\(ConditionText.format(inner))” stands here twice")
      return
    }
    for (name, values) in Self.names(in: operand) {
      var outcomes: Set<Truth> = []
      for value in values + ["", values.joined() + "?"] {
        var facts = StatedFacts()
        facts.set(name, to: value)
        outcomes.insert(operand.truth(knowing: facts))
      }
      if outcomes == [.no] {
        self.init(.neverHolds, "this can never hold, whatever \(name) is")
        return
      }
      if outcomes == [.yes] {
        self.init(.alwaysHolds, "this always holds, whatever \(name) is")
        return
      }
    }
    return nil
  }

  /// The variables compared for equality alone, with the values they are compared with.
  private static func names(in operand: Operand) -> [(name: String, values: [String])] {
    var found: [(name: String, values: [String])] = []
    var isOpen: Set<String> = []
    operand.walk { operand in
      guard case .test(.variable(let test), _) = operand else { return }
      if ![.equals, .notEquals, .exists, .notExists].contains(test.comparison) {
        isOpen.insert(test.name.lowercased())
      }
      let index = found.firstIndex { $0.name.lowercased() == test.name.lowercased() }
      if let index {
        found[index].values.append(test.value)
      } else {
        found.append((test.name, [test.value]))
      }
    }
    return found.filter { $0.values.count > 1 && !isOpen.contains($0.name.lowercased()) }
  }
}
