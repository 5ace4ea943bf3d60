import TaskSequence

extension StepReading {
  /// Values that exclude each other and are there both: the variable of the second, and the labels.
  package var exclusions: [(variable: String, labels: [String])] {
    guard let type, type.hasExclusions else { return [] }
    var found: [(variable: String, labels: [String])] = []
    for (index, field) in type.fields.enumerated() where field.isStrict {
      guard value(field.variable)?.isEmpty == false else { continue }
      for test in field.tests where test.isStrict && test.isNegated {
        guard let other = type.fields[..<index].first(where: { $0.variable == test.variable }),
          value(other.variable)?.isEmpty == false
        else { continue }
        found.append((field.variable, [other.label, field.label]))
      }
    }
    return found
  }
}
