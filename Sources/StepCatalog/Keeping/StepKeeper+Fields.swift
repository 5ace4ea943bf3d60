import TaskSequence

/// What other values of the step ask of a value.
extension StepKeeper {
  /// Spells values as the type does, and has those that depend on others come, change and go.
  mutating func settle() throws(Refusal) {
    guard type != nil else { return }
    spell()
    takeOver()
    turn()
    try comeAndGo()
    try refuseGaps()
  }

  /// Spells Booleans and choices as the step or its type spells them; a number or a switch that was
  /// emptied has no variable, as the console writes none that is empty.
  private mutating func spell() {
    for name in edited {
      guard let field = type?.known(name), let value = new.values[name] else { continue }
      if value.isEmpty, field.goesWhenEmpty, !isNew {
        new.values[name] = nil
      } else {
        new.values[name] = field.spelled(value, as: before(name))
      }
    }
  }

  /// Moves a value to the variable that has it while that counts, and back.
  private mutating func takeOver() {
    for field in fields {
      guard let source = field.source else { continue }
      if counts(field) {
        guard hasValue(source), edited.contains(source) || !counted(field) else { continue }
        set(field.variable, new.values[source] ?? "")
        new.values[source] = ""
      } else if counted(field), let value = new.values[field.variable], !hasValue(source) {
        set(source, value)
      }
    }
  }

  /// Gives fields the value that comes with another one's.
  private mutating func turn() {
    for field in fields where isNew || !edited.contains(field.variable) {
      for turn in field.turns where holds([turn.test]) && !held([turn.test]) {
        if isNew, edited.contains(field.variable) { continue }
        guard !turn.value.isEmpty || new.values[field.variable] != nil else { continue }
        set(field.variable, turn.value)
      }
    }
  }

  /// Takes away what is in the file only while something holds that does not any more, and adds what
  /// is new where it begins to.
  private mutating func comeAndGo() throws(Refusal) {
    // Each pass settles what depends on the one before; chains are short.
    for _ in 0..<4 {
      let values = new.values
      for field in fields where field.isStrict { try settle(field) }
      if values == new.values { return }
    }
  }

  private mutating func settle(_ field: StepField) throws(Refusal) {
    let name = field.variable
    guard let failing = failing(of: field) else {
      guard field.isInNewSteps, new.values[name] == nil, isNew || !counted(field),
        !edited.contains(name), let usual = first(of: field)
      else { return }
      return set(name, usual)
    }
    guard new.values[name] != nil else { return }
    guard edited.contains(name), hasValue(name) else {
      if isNew || edited.contains(name) || counted(field) { remove(field) }
      return
    }
    // What was set last stands; what it excludes goes.
    guard let type else { return }
    guard failing.isNegated, let other = type.known(failing.variable),
      !edited.contains(other.variable)
    else { throw Refusal(type.excess(of: field, by: failing)) }
    remove(other)
  }

  private mutating func remove(_ field: StepField) {
    let name = field.variable
    if hasValue(name), !field.isCount, !edited.contains(name) {
      notes.append("\(field.label) left “\(self.name)”: it does not count any more.")
    }
    new.values[name] = nil
    guard let table = type?.table, table.list?.variable == name else { return }
    for row in new.rows(of: table) {
      for column in table.columns { new.values[column.inRow(row).variable] = nil }
    }
  }

  /// Refuses to leave a value out that the step needs and had.
  private mutating func refuseGaps() throws(Refusal) {
    guard !isNew else { return }
    for name in edited.sorted() where !hasValue(name) {
      guard let field = type?.known(name), counts(field), let was = before(name) else { continue }
      if field.isKeptEmpty, new.values[name] == nil { new.values[name] = "" }
      // The gate tells of objects that are not named; a row is one that names one.
      let isObject = field.kind.referenceKind != nil && type?.table?.has(name) != true
      guard field.isRequired, !field.isCount, !isObject, !was.isEmpty,
        let fault = field.fault(in: "")
      else { continue }
      throw Refusal(fault)
    }
  }

  /// What a field has when it begins to count; nil where it has to be said: Configuration Manager
  /// writes no number and no switch that is empty.
  func first(of field: StepField) -> String? {
    switch field.kind {
    case .flag,
      .number where dialect == .configurationManager:
      field.usual ?? (field.isCount ? "0" : nil)
    default: field.usual ?? (field.isCount ? "0" : "")
    }
  }

  // MARK: Tests

  /// The first test that keeps a field out of the file now.
  private func failing(of field: StepField) -> FieldTest? {
    type?.firstFailing(of: field.tests.filter(\.isStrict)) { new.values[$0] }
  }

  private func counts(_ field: StepField) -> Bool { holds(field.tests) }

  private func counted(_ field: StepField) -> Bool { held(field.tests) }

  private func holds(_ tests: [FieldTest]) -> Bool {
    type?.firstFailing(of: tests) { new.values[$0] } == nil
  }

  private func held(_ tests: [FieldTest]) -> Bool {
    guard !isNew else { return false }
    if let row = tests.lazy.compactMap({ test in
      type?.field(of: test.variable)?.row(of: test.variable)
    })
    .first, origins[row] == nil {
      return false
    }
    return type?.firstFailing(of: tests, given: before) == nil
  }

  private mutating func set(_ name: String, _ value: String) { new.values[name] = value }
}

extension StepField {
  /// Whether it is in the file only while something holds.
  var isStrict: Bool { tests.contains(where: \.isStrict) }

  /// Whether its variable is there as long as it counts; a number or a switch is never made up.
  fileprivate var isKeptEmpty: Bool {
    isWritten || isRequired && isStrict && kind != .number && kind != .flag
  }

  /// Whether it has no variable rather than an empty one: numbers, switches, objects, and what excludes
  /// another value, unless new steps have it empty.
  var goesWhenEmpty: Bool {
    if isWritten { return false }
    switch kind {
    case .flag, .number: return !isCount
    case .reference: return !isInNewSteps
    default: return !isInNewSteps && tests.contains { $0.isStrict && $0.isNegated }
    }
  }

  /// A value as it is to be written: Booleans and choices spelled as they were, else as they usually
  /// are.
  func spelled(_ value: String, as old: String?) -> String {
    let lower = value.lowercased()
    switch kind {
    case .flag:
      guard lower == "true" || lower == "false" else { return value }
      let model = old.flatMap { $0.isEmpty ? nil : $0 } ?? usual ?? "true"
      if model.allSatisfy({ !$0.isLowercase }) { return lower.uppercased() }
      return model.first?.isUppercase == true
        ? lower.prefix(1).uppercased() + lower.dropFirst() : lower
    case .choice: return choices.first { $0.value.lowercased() == lower }?.value ?? value
    default: return value
    }
  }
}
