import Conditions
import StepCatalog
import TaskSequence

/// A condition as the rules look at it, taken apart once for all of them.
final class ConditionReading {
  /// The condition; nil when it always holds.
  let operand: Operand?
  /// Every test in it, with its place, in its order.
  let tests: [(place: Operand.Place, test: Test)]
  /// Every query, those of operating systems too.
  let queries: [(place: Operand.Place, query: QueryTest)]
  /// What follows from the text of its groups alone.
  private(set) lazy var logic: [(place: Operand.Place, fault: LogicFault)] = {
    var faults: [(place: Operand.Place, fault: LogicFault)] = []
    if let operand { _ = Self.addLogic(of: operand, [], to: &faults) }
    return faults
  }()

  /// What looks wrong in its queries.
  private(set) lazy var queryFaults = queries.flatMap { place, query in
    QueryFault.all(in: query).map { (place: place, fault: $0) }
  }

  init(_ operand: Operand?) {
    self.operand = operand
    var tests: [(place: Operand.Place, test: Test)] = []
    var queries: [(place: Operand.Place, query: QueryTest)] = []
    func visit(_ operand: Operand, _ place: Operand.Place) {
      for (index, inner) in operand.operands.enumerated() { visit(inner, place + [index]) }
      switch operand {
      case .test(let test, _):
        tests.append((place, test))
        if case .query(let query) = test { queries.append((place, query)) }
      case .systems(let platforms):
        queries += platforms.flatMap(\.queries).map { (place, $0) }
      case .group, .raw: break
      }
    }
    if let operand { visit(operand, []) }
    self.tests = tests
    self.queries = queries
  }

  /// The tests of variables.
  var variables: [(place: Operand.Place, test: VariableTest)] {
    tests.compactMap { place, test in
      if case .variable(let test) = test { (place, test) } else { nil }
    }
  }

  /// The tests of the other product, and what is said of each.
  func strangeHits(in product: Dialect) -> [(stranger: Stranger, hit: Rule.Hit)] {
    var found: [(stranger: Stranger, hit: Rule.Hit)] = []
    func visit(_ operand: Operand, _ place: Operand.Place) {
      if let kind = operand.kind, !operand.isThere(in: product) {
        let words = "\(product.words) has no test of this kind, \(product.other.words) has"
        found.append((.condition(kind), Rule.Hit(.condition(place), words)))
      } else if let comparison = operand.comparison, !comparison.isThere(in: product) {
        var words = "\(product.words) has no “\(comparison.sign)” in conditions"
        if product == .mdt { words += "; a WMI query can compare so" }
        let name = comparison.rawValue.lowercased()
        found.append((.comparison(name), Rule.Hit(.condition(place), words)))
      }
      for (index, inner) in operand.operands.enumerated() { visit(inner, place + [index]) }
    }
    if let operand { visit(operand, []) }
    return found
  }

  /// What follows from a part is said there and not again around it; answers whether anything does.
  private static func addLogic(
    of operand: Operand, _ place: Operand.Place,
    to faults: inout [(place: Operand.Place, fault: LogicFault)]
  ) -> Bool {
    var isTold = false
    for (index, inner) in operand.operands.enumerated() {
      isTold = addLogic(of: inner, place + [index], to: &faults) || isTold
    }
    guard !isTold, let fault = LogicFault(in: operand) else { return isTold }
    faults.append((place, fault))
    return true
  }
}

extension Rule.Look {
  /// What follows from the text of a condition alone, of one kind.
  static func logic(_ kind: LogicFault.Kind) -> Self {
    .condition { reading in
      reading.logic.filter { $0.fault.kind == kind }.map {
        Rule.Hit(.condition($0.place), $0.fault.reason)
      }
    }
  }

  /// Every test with a value of some of its parts that cannot be meant.
  static func tests(_ parts: Set<Test.Part>) -> Self {
    .condition { reading in
      reading.tests.flatMap { place, test in
        test.faults.filter { parts.contains($0.part) }.map {
          Rule.Hit(.condition(place), $0.reason)
        }
      }
    }
  }

  /// Every test of a variable, and why it is wrong.
  static func variables(_ reason: @escaping @Sendable (VariableTest) -> String?) -> Self {
    .condition { reading in
      reading.variables.compactMap { place, test in
        reason(test).map { Rule.Hit(.condition(place), $0) }
      }
    }
  }

  /// Every test of a variable, held against what the sequence says of it, and why it is wrong.
  static func knownVariables(
    _ reason: @escaping @Sendable (VariableTest, VariableKnowledge) -> String?
  ) -> Self {
    .knowingVariables(worth: []) { reading, knowledge in
      reading.variables.compactMap { place, test in
        reason(test, knowledge()).map { Rule.Hit(.condition(place), $0, [.variable(test.name)]) }
      }
    }
  }
}
