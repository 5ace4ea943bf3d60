import StepCatalog
import TaskSequence

extension ValueFault {
  /// What a rule says of it.
  var hit: Rule.Hit {
    switch place {
    // An attribute is written by hand or by tools, whether its node runs or not; what a step's own
    // values say does not count while it does not run.
    case .property(let property): Rule.Hit(.property(property), reason, countsDisabled: true)
    case .variable(let name): Rule.Hit(.variable(name), reason)
    }
  }
}

extension Rule.Look {
  /// The values of a node with one kind of fault.
  static func values(_ kind: ValueFault.Kind) -> Self {
    .node { reading in reading.faults.filter { $0.kind == kind }.map(\.hit) }
  }
}
