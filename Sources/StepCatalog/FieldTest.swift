import TaskSequence

/// What another value of the same step must be so that a field counts.
package struct FieldTest: Equatable, Sendable {
  /// The variable of the other field; `#` stands for the row.
  package var variable: String
  /// The values it may have; none for any but an empty one.
  package var values: [String] = []
  /// Whether it must have no value.
  package var isNegated = false

  /// Reads `VARIABLE=VALUE|VALUE`, `VARIABLE` or `!VARIABLE`.
  init(_ text: Substring) {
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
    for test in field.tests {
      let other = known(test.variable)
      guard !test.holds(value(test.variable) ?? other?.usual ?? "") else { continue }
      return "only when \(test.words(other))"
    }
    return nil
  }

  private func known(_ variable: String) -> StepField? {
    fields.first { $0.variable == variable }
      ?? table?.columns.first { $0.variable == variable } ?? field(of: variable)
  }
}
