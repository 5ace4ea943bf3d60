import TaskSequence

extension StepType {
  /// The type as a step spells it.
  ///
  /// A name that only follows from the class gives way to the one the step has for the same property:
  /// then that is the variable, and no second one of the property comes.
  func spelled(as node: TaskNode) -> StepType {
    guard hasDerivedFields else { return self }
    var names: [String: String] = [:]
    for variable in node.variables {
      let name = variable.name
      guard let property = variable.property, field(of: name) == nil,
        let field = fields.first(where: { $0.isDerived && $0.property == property }),
        node.variable(field.variable) == nil
      else { continue }
      names[field.variable] = name
    }
    return names.isEmpty ? self : renaming(names)
  }

  private func renaming(_ names: [String: String]) -> StepType {
    func new(_ name: String) -> String { names[name] ?? name }
    var copy = self
    copy.pattern = pattern?.renaming(names)
    copy.older = older.map { $0.renaming(names) }
    copy.choices = choices.map { $0.map(new) }
    copy.fields = fields.map { field in
      var field = field
      field.variable = new(field.variable)
      field.source = field.source.map(new)
      field.owner = field.owner.map(new)
      if let other = field.companion?.variable { field.companion?.variable = new(other) }
      for index in field.tests.indices {
        field.tests[index].variable = new(field.tests[index].variable)
      }
      for index in field.turns.indices {
        field.turns[index].test.variable = new(field.turns[index].test.variable)
      }
      return field
    }
    return copy
  }
}
