package import Conditions
package import TaskSequence
import VariableCatalog

/// Something in a condition that is probably not what was meant; never a reason to refuse it.
package struct ConditionWarning: Equatable, Sendable {
  /// The operand it is about.
  package let place: Operand.Place
  /// What looks wrong and why, without a full stop.
  package let reason: String
}

/// Looks at conditions with what a sequence tells about its variables.
package struct ConditionCheck: Sendable {
  package let values: VariableValues
  private let uses: VariableUses

  /// Reads the sequence once; costs a walk over all its texts.
  package init(of document: SequenceDocument) {
    uses = VariableUses(of: document)
    values = VariableValues(of: document, uses)
  }

  /// What looks wrong in a condition, in its order.
  package func warnings(in operand: Operand?) -> [ConditionWarning] {
    var warnings: [ConditionWarning] = []
    func visit(_ operand: Operand, _ place: Operand.Place) -> Bool {
      var isLogical = false
      for (index, inner) in operand.operands.enumerated() {
        isLogical = visit(inner, place + [index]) || isLogical
      }
      // What follows from a part is said there and not again around it.
      if !isLogical, let reason = Logic.fault(in: operand) {
        warnings.append(ConditionWarning(place: place, reason: reason))
        isLogical = true
      }
      if case .test(let test, _) = operand {
        warnings += reasons(for: test).map { ConditionWarning(place: place, reason: $0) }
      }
      if case .systems(let platforms) = operand {
        for query in platforms.flatMap(\.queries) {
          warnings += QueryCheck.reasons(query).map { ConditionWarning(place: place, reason: $0) }
        }
      }
      return isLogical
    }
    if let operand { _ = visit(operand, []) }
    return warnings.sorted { $0.place.lexicographicallyPrecedes($1.place) }
  }

  private func reasons(for test: Test) -> [String] {
    switch test {
    case .variable(let test): reasons(for: test)
    case .query(let query): QueryCheck.reasons(query)
    case .file(let test): Self.percent(test.path, "the path").map { [$0] } ?? []
    case .folder(let test): Self.percent(test.path, "the path").map { [$0] } ?? []
    case .registry(let test):
      [Self.percent(test.key, "the key"), Self.percent(test.value ?? "", "the value’s name")]
        .compactMap(\.self)
    case .software(let test):
      test.product == nil && test.upgrade == nil
        ? ["without a product code or an upgrade code it cannot be told"] : []
    case .system, .other: []
    }
  }

  // MARK: Variables

  private func reasons(for test: VariableTest) -> [String] {
    [
      unset(test), unassigned(test), Self.numberAsText(test), Self.wildcards(test),
      Self.blanks(test),
      Self.percent(test.value, "the value"),
    ].compactMap(\.self)
  }

  /// A variable nobody sets and that is not built in.
  private func unset(_ test: VariableTest) -> String? {
    let name = test.name
    guard BuiltInVariables.shared.named(name) == nil, !WindowsEnvironment.knows(name),
      !uses.isOutput(name)
    else { return nil }
    let used = uses.named(name)
    guard used.map({ $0.state == .unset }) ?? true else { return nil }
    if let meant = uses.nearMiss(of: name) {
      return "\(name) is set nowhere here and is not built in; did you mean \(meant)?"
    }
    return "\(name) is set nowhere here and is not built in; "
      + "a collection, a device or rules must set it"
  }

  /// A value the sequence never gives the variable, though it gives others.
  private func unassigned(_ test: VariableTest) -> String? {
    guard test.comparison == .equals || test.comparison == .notEquals, !test.value.isEmpty,
      let known = values.of(test.name), !known.isOpen, !known.assigned.isEmpty,
      BuiltInVariables.shared.named(test.name) == nil,
      !known.assigned.contains(where: { ValueComparison().isEqual($0, test.value) })
    else { return nil }
    let list = known.assigned.prefix(3).map { "“\($0)”" }.joined(separator: ", ")
    let more = known.assigned.count > 3 ? " …" : ""
    return "no step sets \(test.name) to “\(test.value)”, only to \(list)\(more)"
  }

  /// An order of versions or of numbers with a point, which are text.
  private static func numberAsText(_ test: VariableTest) -> String? {
    let parts = test.value.split(separator: ".", omittingEmptySubsequences: false)
    guard test.comparison.isOrder, parts.count > 1,
      parts.allSatisfy({ $0.allSatisfy(\.isNumber) })
    else { return nil }
    return "only whole numbers are compared as numbers: “\(test.value)” is text, and “10” stands "
      + "before “9”"
  }

  private static func wildcards(_ test: VariableTest) -> String? {
    guard test.comparison == .like || test.comparison == .notLike,
      !test.value.contains(where: { $0 == "*" || $0 == "?" })
    else { return nil }
    return test.value.isDynamic
      ? "the wildcards of “like” are * and ?, not %"
      : "“like” without * or ? compares the whole value; write \(test.comparison == .like ? "=" : "!=")"
  }

  private static func blanks(_ test: VariableTest) -> String? {
    let isPadded = test.value.first?.isWhitespace ?? false || test.value.last?.isWhitespace ?? false
    return isPadded && !test.comparison.isUnary ? "the value begins or ends with blanks" : nil
  }

  /// A percent sign without its other one.
  private static func percent(_ text: String, _ what: String) -> String? {
    text.count { $0 == "%" } % 2 == 0
      ? nil : "a % in \(what) has no other one: variables are %NAME%"
  }
}
