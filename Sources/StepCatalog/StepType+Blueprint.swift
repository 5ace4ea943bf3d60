package import TaskSequence

extension StepType {
  /// A new step of this type.
  ///
  /// Variables stand in the order of their properties in Configuration Manager, as MDT's templates have
  /// them in MDT. `values` fills some in by name, of rows too; what they need, exclude and repeat
  /// follows.
  ///
  /// - Parameter tell: What the step says of the objects it names.
  /// - Throws: when the values exclude each other.
  package func blueprint(
    named name: String? = nil, values: [String: String] = [:],
    telling tell: @escaping StepKeeper.Telling = { _, _, _ in nil }
  ) throws(Refusal) -> Blueprint {
    let given = values.filter { !$0.value.isEmpty || known($0.key)?.isInNewSteps == true }
    var keeper = StepKeeper(newOf: self, named: name ?? label, values: given, tell)
    try keeper.complete()
    let state = keeper.new
    let variables = inOrder(keeper.fields).compactMap { field in
      state.values[field.variable].map(field.variable)
    }
    var blueprint = Blueprint(
      type: type, name: name ?? label, action: state.action ?? "",
      successCodes: state.attributes["successCodeList"] ?? successCodes, runIn: runIn,
      variables: variables)
    blueprint.attributes = state.attributes.filter { $0.key != "successCodeList" }
    blueprint.isChildSequence = isChildSequence
    return blueprint
  }
}
