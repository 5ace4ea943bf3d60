package import StepCatalog
package import TaskSequence

/// Values of steps held against what their types allow.
///
/// Nothing here stops a save.
package enum FormCheck {
  /// What is wrong with a value of a step, a clause; the first one, nil when there is none.
  package static func fault(in node: TaskNode, of type: StepType) -> String? {
    // A wrong option is counted by itself.
    guard !node.hasFault else { return nil }
    let values = node.variables
    func value(_ name: String) -> String? { values.first { $0.name == name }?.value }
    for variable in values {
      guard let field = type.field(of: variable.name), field.isChecked,
        let fault = field.fault(in: variable.value), !isIdle(field, variable.name, type, value)
      else { continue }
      return fault
    }
    for field in type.required where value(field.variable) == nil {
      guard type.idleness(of: field, given: value) == nil, let fault = field.fault(in: "") else {
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
