import TaskSequence

/// What another value of the same step must be so that a field counts.
package struct FieldTest: Equatable, Sendable {
  /// The variable of the other field; `#` stands for the row.
  package var variable: String
  /// The values it may have; none for any but an empty one.
  package var values: [String] = []
  /// Whether it must have no value.
  package var isNegated = false
  /// Whether the field is in the file only while it holds.
  var isStrict = false

  /// Reads `VARIABLE=VALUE|VALUE`, `VARIABLE` or `!VARIABLE`.
  init(_ text: Substring, isStrict: Bool = false) {
    self.isStrict = isStrict
    isNegated = text.hasPrefix("!")
    let parts = text.drop { $0 == "!" }.split(separator: "=", maxSplits: 1)
    variable = parts.first.map(String.init) ?? ""
    if parts.count > 1 { values = parts[1].split(separator: "|").map(String.init) }
  }

  /// Whether a value passes; one decided at run time always does.
  func holds(_ value: String) -> Bool {
    if value.isDynamic { return !isNegated }
    if values.isEmpty { return value.isEmpty == isNegated }
    return values.contains { $0.lowercased() == value.lowercased() }
  }

  /// The test in words, after “only when”.
  func words(_ field: StepField?) -> String {
    let label = field?.label ?? variable
    if values.isEmpty { return "\(label) is \(isNegated ? "not set" : "set")" }
    if field?.kind == .flag {
      return "\(label) is \(values[0].lowercased() == "true" ? "on" : "off")"
    }
    let words = values.map { value in
      let choice = field?.choices.first { $0.value.lowercased() == value.lowercased() }
      return choice.map { $0.words.isEmpty ? $0.value : $0.words } ?? value
    }
    return "\(label) is \(words.joined(separator: " or "))"
  }
}

extension StepType {
  /// Why a field does not count for a step with these values, a clause; nil when it does.
  ///
  /// A column of a table is asked about with its values by the column's variables.
  package func idleness(of field: StepField, given value: (String) -> String?) -> String? {
    firstFailing(of: field.tests, given: value).map { "only when \($0.words(known($0.variable)))" }
  }

  /// The first test that does not hold for a step with these values; what it does not say is as usual.
  func firstFailing(of tests: [FieldTest], given value: (String) -> String?) -> FieldTest? {
    tests.first { !$0.holds(value($0.variable) ?? known($0.variable)?.usual ?? "") }
  }
}
