package import TaskSequence

/// A value of a node that cannot be meant: Microsoft's editor could not have written it.
///
/// What an edit may not set and what the rules find in a file is this, so that nothing can be typed that
/// is a finding a moment later, and nothing is refused that would be none.
package struct ValueFault: Equatable, Sendable {
  /// What is wrong with it; every one has a rule of its own.
  package enum Kind: Sendable {
    /// Nothing stands where something must.
    case missing
    /// A name that is too long.
    case name
    /// Exit codes that are no numbers.
    case codes
    /// A time-out that is too long.
    case timeout
    /// A time-out of less than a minute.
    case moment
    /// What cannot be the name of a variable.
    case variableName
    /// The name of a variable that nobody can set.
    case locked
    /// More rows than a table may have.
    case crowd
    /// A command line that is too long.
    case command
    /// A long text that is too long.
    case text
    /// What another value of the step leaves no room for.
    case excess
    /// Anything else.
    case impossible
  }

  /// Where the value stands.
  package enum Place: Hashable, Sendable {
    case property(Property)
    case variable(String)
  }

  package let kind: Kind
  package let place: Place
  /// The value; empty where there is none.
  package let value: String
  /// What is wrong, a clause.
  package let reason: String

  private init(_ property: Property, _ value: String, _ reason: String) {
    kind =
      switch property {
      case .name where value.isEmpty: .missing
      case .name: .name
      case .successCodes: .codes
      case .timeout: UInt32(value).map { $0 < 60 ? .moment : .timeout } ?? .impossible
      default: .impossible
      }
    place = .property(property)
    self.value = value
    self.reason = reason
  }

  private init(_ field: StepField, _ value: String, of variable: String, _ reason: String) {
    kind =
      switch field.kind {
      case .flag: .impossible
      case _ where value.isEmpty: .missing
      case .codes: .codes
      case .variable: VariableName.fault(in: value) == nil ? .locked : .variableName
      case .command: .command
      default: value.count > Self.longest ? .text : .impossible
      }
    place = .variable(variable)
    self.value = value
    self.reason = reason
  }

  private init(excess variable: String, _ value: String, _ reason: String) {
    (kind, place, self.value, self.reason) = (.excess, .variable(variable), value, reason)
  }

  private init(crowd table: StepTable, _ most: Int) {
    kind = .crowd
    place = .variable(table.list?.variable ?? table.counts.first ?? "")
    value = ""
    reason = "“\(table.label)” has at most \(most) rows"
  }

  /// How many characters the value of a variable has at most (Microsoft's article on using task
  /// sequence variables).
  private static let longest = 4000

  /// Those of a step, in the order its values stand in, what is missing last.
  package static func all(in step: StepReading) -> [ValueFault] {
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
    if let table = type.table, let most = table.most, step.count(of: table) > most {
      faults.append(ValueFault(crowd: table, most))
    }
    faults += step.excess.map { ValueFault(excess: $0, step.value($0) ?? "", $1) }
    return faults
  }

  private static func isIdle(
    _ field: StepField, _ name: String, _ type: StepType, _ value: (String) -> String?
  ) -> Bool {
    let row = field.row(of: name)
    return type.idleness(of: row.map { field.inRow($0) } ?? field, given: value) != nil
  }
}

extension StepReading {
  /// How many rows a table has, by the rows, the list beside them or their number: the most of them.
  fileprivate func count(of table: StepTable) -> Int {
    let counts = table.counts.compactMap { value($0).flatMap { Int($0) } }
    let listed = table.list.flatMap { value($0.variable) }.map { TableRows.ids(in: $0).count } ?? 0
    return max(rows.count, listed, counts.max() ?? 0)
  }
}
