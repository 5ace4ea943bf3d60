extension Operand {
  /// Whether a condition holds; an empty one always does.
  ///
  /// What is said of each kind follows FACTS.md; where that is silent the answer is unknown rather than
  /// guessed.
  package static func truth(of operand: Operand?, knowing facts: StatedFacts) -> Truth {
    operand?.truth(knowing: facts) ?? .yes
  }

  /// Whether it holds.
  ///
  /// `none` is true when no operand is (the SDK's `not` over several children), and not the opposite of
  /// the first one alone.
  package func truth(knowing facts: StatedFacts) -> Truth {
    switch self {
    case .group(.all, let operands): .all(operands.lazy.map { $0.truth(knowing: facts) })
    case .group(.any, let operands): .any(operands.lazy.map { $0.truth(knowing: facts) })
    case .group(.none, let operands): !.any(operands.lazy.map { $0.truth(knowing: facts) })
    // Settings nothing is known of may change what a test asks.
    case .test(let test, let extras): extras.isEmpty ? test.truth(knowing: facts) : .unknown
    case .systems(let platforms):
      .any(
        platforms.lazy.map { platform in
          .all(platform.queries.lazy.map { Test.query($0).truth(knowing: facts) })
        })
    case .raw: .unknown
    }
  }
}

extension Test {
  /// Whether it holds.
  package func truth(knowing facts: StatedFacts) -> Truth {
    if case .variable(let test) = self {
      return facts.value(of: test.name).map { test.truth(of: $0, by: facts.engine) } ?? .unknown
    }
    return facts.truth(of: self).map(Truth.init) ?? .unknown
  }
}

extension VariableTest {
  /// Whether a value passes; an empty one is a variable that is not set, since setting a variable to
  /// nothing deletes it.
  ///
  /// Unknown where the test names another variable as `%NAME%`, and where an order is asked of nothing:
  /// what the engine answers then is not documented.
  package func truth(of actual: String, by engine: ValueComparison = .init()) -> Truth {
    guard !comparison.isUnary else { return Truth(engine.holds(actual, comparison, value)) }
    let isOpen = value.split(separator: "%", omittingEmptySubsequences: false).count >= 3
    let hasNothing = actual.isEmpty || value.isEmpty
    return isOpen || comparison.isOrder && hasNothing
      ? .unknown : Truth(engine.holds(actual, comparison, value))
  }
}
