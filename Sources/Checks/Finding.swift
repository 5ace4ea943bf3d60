package import Conditions
package import References
package import StepCatalog
package import TaskSequence
package import XMLTree

/// One problem of a sequence: which rule found it, where, and in what words.
///
/// Everything that shows, counts or reports problems reads these. Nothing here stops a save: the gate
/// of `References` does, and decides on the states of references alone.
package struct Finding: Equatable, Sendable {
  /// Where in its node it is.
  package enum Place: Hashable, Sendable {
    /// Nowhere in particular.
    case node
    case property(Property)
    /// In the value of a variable.
    case variable(String)
    /// In the command line.
    case action
    /// In an operand of the condition.
    case condition(Operand.Place)
    /// In the sequence's list of references.
    case list
    /// In a property of the package around the sequence.
    case packageProperty(String)
  }

  /// What it is about.
  package enum Object: Equatable, Sendable {
    case reference(Reference)
    case variable(String)

    /// The same for whatever names the same.
    var key: String {
      switch self {
      case .reference(let reference): "\(reference.kind) \(reference.id.lowercased())"
      case .variable(let name): "variable \(name.lowercased())"
      }
    }
  }

  /// The id of the rule.
  package let rule: String
  package let severity: Severity
  package let node: NodeID
  package let place: Place
  /// What is wrong and why, a sentence without its full stop.
  package private(set) var message: String
  package let objects: [Object]
  /// Whether it counts: its node runs, or the rule looks at nodes that do not.
  package let isActive: Bool

  /// The references it is about.
  package var references: [Reference] {
    objects.compactMap { if case .reference(let reference) = $0 { reference } else { nil } }
  }

  /// The operand of the condition it is about; nil when it is about something else.
  package var operand: Operand.Place? {
    if case .condition(let operand) = place { operand } else { nil }
  }
}

extension Finding {
  /// Whether it is a problem: an error or a warning that counts.
  ///
  /// Notes are advice, and in their list alone.
  package var isProblem: Bool { isActive && severity != .note }

  /// The same with what its node hides covered in what is said.
  package func covered(of node: TaskNode, _ secrecy: Secrecy) -> Finding {
    var copy = self
    copy.message = node.coverOwn(message, secrecy)
    return copy
  }
}

extension Finding.Place {
  /// Where a reference stands.
  init(_ place: Reference.Place) {
    self =
      switch place {
      case .variable(let name): .variable(name)
      case .action: .action
      case .list: .list
      case .text: .node
      case .property(let name): .packageProperty(name)
      }
  }
}
