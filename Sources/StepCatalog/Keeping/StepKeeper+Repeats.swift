import TaskSequence

/// What a step says again beside a variable: in an attribute, and of the object the variable names.
extension StepKeeper {
  /// Has variables follow the attributes that repeat them.
  mutating func followAttributes() {
    for (variable, name) in new.repeated {
      guard let value = new.attributes[name], value != old.attributes[name],
        !edited.contains(variable),
        new.values[variable] != nil || type?.field(of: variable)?.isInNewSteps == true
      else { continue }
      new.values[variable] = value
      edited.insert(variable)
    }
  }

  /// Has attributes follow the variables they repeat; one that older versions do not write stays out.
  mutating func repeatInAttributes() {
    for (variable, name) in new.repeated {
      guard let value = new.values[variable], value != before(variable),
        isNew || new.attributes[name] != nil || name == "successCodeList"
      else { continue }
      new.attributes[name] = value
    }
  }

  /// Tells of objects that are named for the first time.
  mutating func tellOfObjects() {
    guard let type else { return }
    for field in fields {
      let name = field.variable
      guard let kind = field.kind.referenceKind, let id = new.values[name], id != before(name)
      else { continue }
      for companion in type.companions(of: name) {
        guard let fact = companion.companion?.fact, !isSaid(companion),
          new.values[companion.variable] != nil || companion.isInNewSteps
        else { continue }
        guard let told = id.isEmpty ? fact.unknown : tell(kind, id, fact) ?? fact.unknown else {
          continue
        }
        new.values[companion.variable] = told
      }
    }
  }
}

extension StepKeeper {
  /// Whether an edit said something by itself that a new step or row does not have anyway.
  private func isSaid(_ field: StepField) -> Bool {
    edited.contains(field.variable) && hasValue(field.variable)
      && new.values[field.variable] != field.usual
  }
}

extension Companion.Fact {
  /// What is said of an object nothing is known of; nil where what stands there stays.
  package var unknown: String? {
    switch self {
    case .kind: nil
    // What another object was called, or needed, is true of this one no more.
    case .name, .idAndName, .packages, .applications, .updates: ""
    }
  }
}
