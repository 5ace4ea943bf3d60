package import ObjectCatalog
package import TaskSequence
package import VariableCatalog

/// What a sequence says of its variables; made by a walk over all its texts.
package struct VariableKnowledge: Sendable {
  /// The values it gives them and holds them against.
  package let values: VariableValues
  /// Where it names them.
  package let uses: VariableUses

  /// Reads a sequence.
  ///
  /// - Parameter catalog: What is around it: the scripts of its share count.
  package init(of document: SequenceDocument, knowing catalog: Catalog = Catalog()) {
    uses = VariableUses(of: document, knowing: catalog)
    values = VariableValues(of: document, uses)
  }

  /// Why a variable is probably never set; nil when it is, or may be for all that is known.
  func unsetReason(of name: String) -> String? {
    guard uses.setters.all(of: name).isEmpty, BuiltInVariables.shared.named(name) == nil,
      uses.named(name).map({ $0.state == .unset }) ?? true
    else { return nil }
    if let meant = uses.nearMiss(of: name) {
      return "\(name) is set nowhere here and is not built in; did you mean \(meant)?"
    }
    let others =
      uses.setters.setsUnnamed
      ? "a script here that makes up names, a collection, a device or rules must set it"
      : "a collection, a device or rules must set it"
    return "\(name) is set nowhere here and is not built in; \(others)"
  }
}
