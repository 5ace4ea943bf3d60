package import TaskSequence
package import VariableCatalog

/// What a sequence says of its variables; made by a walk over all its texts.
package struct VariableKnowledge: Sendable {
  /// The values it gives them and holds them against.
  package let values: VariableValues
  /// Where it names them.
  package let uses: VariableUses

  /// Reads a sequence.
  package init(of document: SequenceDocument) {
    uses = VariableUses(of: document)
    values = VariableValues(of: document, uses)
  }

  /// Why a variable is probably never set; nil when it is, or may be for all that is known.
  func unsetReason(of name: String) -> String? {
    guard BuiltInVariables.shared.named(name) == nil, !WindowsEnvironment.knows(name),
      !uses.isOutput(name), uses.named(name).map({ $0.state == .unset }) ?? true
    else { return nil }
    if let meant = uses.nearMiss(of: name) {
      return "\(name) is set nowhere here and is not built in; did you mean \(meant)?"
    }
    return "\(name) is set nowhere here and is not built in; "
      + "a collection, a device or rules must set it"
  }
}
