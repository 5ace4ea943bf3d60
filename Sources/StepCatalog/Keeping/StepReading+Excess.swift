import TaskSequence

extension StepReading {
  /// Values that Microsoft’s editor would have taken out of the file, since another value of the step
  /// leaves no room for them: their variables, and why, a clause.
  ///
  /// Of two that exclude each other the second is named.
  package var excess: [(variable: String, reason: String)] {
    guard let type, type.hasStrictFields else { return [] }
    return values.compactMap { value in
      guard let known = value.field, known.isStrict, !value.text.isEmpty else { return nil }
      let field = known.row(of: value.name).map(known.inRow) ?? known
      let tests = field.tests.filter(\.isStrict)
      guard let failing = type.firstFailing(of: tests, given: self.value),
        !type.isNamedFirst(field, failing)
      else { return nil }
      return (value.name, type.excess(of: field, by: failing))
    }
  }
}

extension StepType {
  /// Why a value has no place in the file, by the test that does not hold, a clause.
  func excess(of field: StepField, by test: FieldTest) -> String {
    guard let other = known(test.variable) else { return "\(field.label) does not count here" }
    return test.isNegated
      ? "\(field.label) and \(other.label) exclude each other"
      : "\(field.label) counts only when \(test.words(other))"
  }

  /// Whether what a test excludes excludes the field, too, and comes after it.
  fileprivate func isNamedFirst(_ field: StepField, _ test: FieldTest) -> Bool {
    guard test.isNegated, let own = fields.firstIndex(where: { $0.variable == field.variable }),
      let other = fields.firstIndex(where: { $0.variable == test.variable })
    else { return false }
    return own < other
      && fields[other].tests.contains { $0.isNegated && $0.variable == field.variable }
  }
}
