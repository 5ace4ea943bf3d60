import StepCatalog
import TaskSequence

/// Values of steps held against what their types allow.
///
/// Nothing here stops a save.
enum FormCheck {
  /// What is wrong with a value of a step, a clause; the first one, nil when there is none.
  static func fault(in step: StepReading) -> String? {
    // A wrong option is counted by itself.
    guard let type = step.type, !step.node.hasFault else { return nil }
    for value in step.values {
      guard let field = value.field, field.isChecked, let fault = field.fault(in: value.text),
        !isIdle(field, value.name, type, step.value)
      else { continue }
      return fault
    }
    for field in type.required where step.value(field.variable) == nil {
      guard type.idleness(of: field, given: step.value) == nil, let fault = field.fault(in: "")
      else {
        continue
      }
      return fault
    }
    return nil
  }

  private static func isIdle(
    _ field: StepField, _ name: String, _ type: StepType, _ value: (String) -> String?
  ) -> Bool {
    let row = field.row(of: name)
    return type.idleness(of: row.map { field.inRow($0) } ?? field, given: value) != nil
  }
}
