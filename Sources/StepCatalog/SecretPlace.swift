package import TaskSequence

/// A place of a sequence that holds a password or a key, or has to.
package struct SecretPlace: Sendable {
  /// What holds it.
  package enum Kind: Equatable, Sendable {
    /// A variable of the type's form.
    case field(String)
    /// Any other variable, and which of that name it is, from 1.
    case variable(String, Int)
    /// The command line alone.
    case command
    /// A test of the condition.
    case condition
  }

  package let node: TaskNode
  package let kind: Kind
  /// What the place is called.
  package let label: String
  /// Whether it is still to be entered.
  package let isEmpty: Bool
}

extension SequenceDocument {
  /// The places of all its secrets, in document order; what an export left out is among them.
  package var secretPlaces: [SecretPlace] {
    let secrecy = Secrecy(of: self)
    var found = sequence.secretPlaces(in: dialect, secrecy)
    sequence.walk { node, _ in
      found += node.secretPlaces(in: dialect, secrecy)
      return true
    }
    return found
  }
}

extension TaskNode {
  fileprivate func secretPlaces(in dialect: Dialect, _ secrecy: Secrecy) -> [SecretPlace] {
    var places: [SecretPlace] = []
    if !element.hiddenTestValues(where: secrecy.isSecret).isEmpty {
      places.append(
        SecretPlace(node: self, kind: .condition, label: "Condition", isEmpty: false))
    }
    guard kind != .group else { return places }
    let type = StepTypes.shared.type(of: self, in: dialect)
    var seen: [String: Int] = [:]
    var isInVariable = false
    for variable in variables {
      seen[variable.name, default: 0] += 1
      let field = type?.field(of: variable.name)
      let isHidden =
        hides(variable, secrecy) || hides(variable.name, secrecy) || field?.isSecret == true
      let isCovered = !isHidden && shown(variable, secrecy) != variable.value
      isInVariable = isInVariable || isCovered
      let isEmpty = variable.value.isEmpty
      let isIdle = field.map { type?.idleness(of: $0, given: self.variable) != nil } ?? false
      // An empty one is missed where the step cannot do without, one that does not count where it has
      // a value all the same.
      let isMissed = !isIdle && field?.isRequired ?? true
      guard isCovered || isHidden && (!isEmpty || isMissed) else { continue }
      let kind: SecretPlace.Kind =
        field == nil
        ? .variable(variable.name, seen[variable.name] ?? 1) : .field(variable.name)
      places.append(
        SecretPlace(
          node: self, kind: kind, label: field?.label ?? variable.name, isEmpty: isEmpty))
    }
    for field in type?.required ?? []
    where field.isSecret && variable(field.variable) == nil
      && type?.idleness(of: field, given: variable) == nil
    {
      places.append(
        SecretPlace(node: self, kind: .field(field.variable), label: field.label, isEmpty: true))
    }
    let rest = action.map { coverOwn($0, secrecy) } ?? ""
    if !isInVariable, SecretText.covered(rest) != rest {
      places.append(
        SecretPlace(node: self, kind: .command, label: "Command line", isEmpty: false))
    }
    return places
  }
}
