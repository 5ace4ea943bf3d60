import TaskSequence

/// Which values of one node are never shown unasked.
///
/// Where the catalogue knows a variable of the step's type, its mark decides; of any other the name does.
struct HiddenValues {
  private let node: TaskNode
  /// What is known of its type, in either dialect: a value one of them hides is hidden.
  private let types: [StepType]

  init(of node: TaskNode) {
    self.node = node
    types = StepTypes.shared.types(of: node, in: .configurationManager)
  }

  /// Whether what a variable of that name holds is hidden.
  func contain(_ name: String) -> Bool {
    var isKnown = false
    for type in types {
      guard let field = type.field(of: name) else { continue }
      isKnown = true
      if isHidden(field, of: type) { return true }
    }
    return !isKnown && Secrets.isSecret(name)
  }

  /// Whether a variable holds rules, which hide some of their values.
  func areRules(in name: String) -> Bool { types.contains { $0.rulesVariable == name } }

  /// Besides what is marked: a value that goes to a variable whose name tells.
  private func isHidden(_ field: StepField, of type: StepType) -> Bool {
    field.isSecret
      || field.secrecy.contains { $0.holds(node.variable($0.variable) ?? "") }
      || type.target(ofValueIn: field.variable).map {
        Secrets.isSecret(node.variable($0) ?? "")
      } ?? false
  }
}
