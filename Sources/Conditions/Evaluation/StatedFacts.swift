/// What is known of a machine and a run when a condition is tried out.
package struct StatedFacts: Equatable, Sendable {
  /// Values of variables by their lower-case names; an empty one is a variable that is not set.
  private var variables: [String: String] = [:]
  /// Whether tests of anything else hold, by their lower-case text.
  private var tests: [String: Bool] = [:]
  /// How values are compared.
  package var engine = ValueComparison()

  package init() {}

  /// The value of a variable; nil when nothing is known of it.
  package func value(of name: String) -> String? { variables[name.lowercased()] }

  /// Gives a variable a value; nil forgets it.
  package mutating func set(_ name: String, to value: String?) {
    variables[name.lowercased()] = value
  }

  /// Whether a test holds; nil when that is not known.
  package func truth(of test: Test) -> Bool? { tests[Self.key(test)] }

  /// Says whether a test holds; nil forgets it.
  package mutating func set(_ test: Test, to holds: Bool?) { tests[Self.key(test)] = holds }

  private static func key(_ test: Test) -> String {
    ConditionText.format(.test(test)).lowercased()
  }

  package var isEmpty: Bool { variables.isEmpty && tests.isEmpty }
}

// MARK: As text

extension StatedFacts {
  /// Reads lines: `NAME = value` as in a condition or plain `NAME=VALUE`, and `true: TEST` or
  /// `false: TEST` for what no variable tells; other lines are passed over.
  package init(text: String) {
    for line in text.split(whereSeparator: \.isNewline) { add(String(line)) }
  }

  /// Takes a line; answers false when it says nothing.
  @discardableResult
  package mutating func add(_ line: String) -> Bool {
    for (prefix, holds) in [("true: ", true), ("false: ", false)] where line.hasPrefix(prefix) {
      return add(test: String(line.dropFirst(prefix.count)), holds)
    }
    if case .test(.variable(let test), []) = try? ConditionText.parse(line),
      test.comparison == .equals
    {
      set(test.name, to: test.value)
      return true
    }
    let parts = line.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
    guard parts.count == 2, !parts[0].isEmpty else { return false }
    set(String(parts[0]), to: String(parts[1]))
    return true
  }

  /// Says whether the test that a text is holds; answers false when the text is none.
  package mutating func add(test text: String, _ holds: Bool) -> Bool {
    guard case .test(let test, _) = try? ConditionText.parse(text) else { return false }
    set(test, to: holds)
    return true
  }

  /// The lines, in the order of their names.
  package var text: String {
    let lines =
      variables.sorted { $0.key < $1.key }.map {
        ConditionText.format(.test(.variable(VariableTest($0.key, .equals, $0.value))))
      } + tests.sorted { $0.key < $1.key }.map { "\($0.value): \($0.key)" }
    return lines.map { $0 + "\n" }.joined()
  }
}
