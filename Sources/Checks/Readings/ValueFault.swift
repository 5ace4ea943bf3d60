import StepCatalog
import TaskSequence

/// A value of a node that Microsoft's editor could not have written.
struct ValueFault {
  /// What is wrong with it; every one has a rule of its own.
  enum Kind {
    /// Nothing stands where something must.
    case missing
    /// A name that is too long.
    case name
    /// Exit codes that are no numbers.
    case codes
    /// A time-out that is too long.
    case timeout
    /// What cannot be the name of a variable.
    case variableName
    /// A command line that is too long.
    case command
    /// A long text that is too long.
    case text
    /// Anything else.
    case impossible
  }

  let kind: Kind
  let place: Finding.Place
  /// What is wrong, a clause.
  let reason: String

  var hit: Rule.Hit {
    // An attribute is written by hand or by tools, whether its node runs or not; what a step's own
    // values say does not count while it does not run.
    if case .property = place { return Rule.Hit(place, reason, countsDisabled: true) }
    return Rule.Hit(place, reason)
  }

  private init(_ property: Property, _ value: String, _ reason: String) {
    kind =
      switch property {
      case _ where value.isEmpty && property != .successCodes: .missing
      case .name: .name
      case .successCodes: .codes
      case .timeout where UInt32(value) != nil: .timeout
      default: .impossible
      }
    place = .property(property)
    self.reason = reason
  }

  private init(_ field: StepField, _ value: String, of variable: String, _ reason: String) {
    kind =
      switch field.kind {
      case _ where value.isEmpty: .missing
      case .codes: .codes
      case .variable: .variableName
      case .command: .command
      default: value.count > Self.longest ? .text : .impossible
      }
    place = .variable(variable)
    self.reason = reason
  }

  private init(excluded variable: String, _ reason: String) {
    (kind, place, self.reason) = (.impossible, .variable(variable), reason)
  }

  /// How many characters the value of a variable has at most (Microsoft's article on using task
  /// sequence variables).
  private static let longest = 4000

  /// Those of a step, in the order its values stand in, what is missing last.
  static func all(in step: StepReading) -> [ValueFault] {
    var faults = step.node.faults.map { property, reason in
      ValueFault(property, step.node.value(of: property) ?? "", reason)
    }
    guard let type = step.type else { return faults }
    for value in step.values {
      guard let field = value.field, field.isChecked, let reason = field.fault(in: value.text),
        !isIdle(field, value.name, type, step.value)
      else { continue }
      faults.append(ValueFault(field, value.text, of: value.name, reason))
    }
    for field in type.required where step.value(field.variable) == nil {
      let lack = field.isWritten ? "\(field.label) must be there, even when it is empty" : nil
      guard type.idleness(of: field, given: step.value) == nil,
        let reason = field.fault(in: "") ?? lack
      else {
        continue
      }
      faults.append(ValueFault(field, "", of: field.variable, reason))
    }
    for (variable, labels) in step.exclusions {
      let reason = "\(labels.joined(separator: " and ")) exclude each other"
      faults.append(ValueFault(excluded: variable, reason))
    }
    return faults
  }

  private static func isIdle(
    _ field: StepField, _ name: String, _ type: StepType, _ value: (String) -> String?
  ) -> Bool {
    let row = field.row(of: name)
    return type.idleness(of: row.map { field.inRow($0) } ?? field, given: value) != nil
  }
}

extension Rule.Look {
  /// The values of a node with one kind of fault.
  static func values(_ kind: ValueFault.Kind) -> Self {
    .node { reading in reading.faults.filter { $0.kind == kind }.map(\.hit) }
  }
}
