package import TaskSequence

/// What the table of products asks about.
extension Operand {
  /// What the table of products calls the kind of test; nil for groups and for what is no test.
  package var kind: String? {
    switch self {
    case .test(let test, let extras): ExpressionForm(test, extras: extras).type
    case .systems: "osConditionGroup"
    case .group, .raw: nil
    }
  }

  /// How a test of a variable or of the registry compares; nil for others.
  package var comparison: Comparison? {
    switch self {
    case .test(.variable(let test), _): test.comparison
    case .test(.registry(let test), _): test.comparison
    default: nil
    }
  }

  /// Whether a product has this kind of test: it is not the other one's alone.
  package func isThere(in product: Dialect) -> Bool {
    kind.map { ProductTable.shared.isThere(.condition($0), in: product) } ?? true
  }
}

extension Comparison {
  /// Whether a product has it: it is not the other one's alone.
  package func isThere(in product: Dialect) -> Bool {
    ProductTable.shared.isThere(.comparison(rawValue.lowercased()), in: product)
  }
}
