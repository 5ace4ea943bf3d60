import TaskSequence

/// Which values of one node are never shown unasked.
///
/// Where the catalogue knows a variable of the step's type, its mark decides, by the variable's name or
/// by the property it is of; of any other the name does.
struct HiddenValues {
  private let node: TaskNode
  private let secrecy: Secrecy
  /// What is known of its type, in either dialect: a value one of them hides is hidden.
  private let types: [StepType]

  init(of node: TaskNode, _ secrecy: Secrecy) {
    self.node = node
    self.secrecy = secrecy
    types = StepTypes.shared.types(of: node, in: .configurationManager)
  }

  /// Whether what a variable of that name holds is hidden.
  func contain(_ name: String, property: String? = nil) -> Bool {
    var isKnown = false
    for type in types {
      if let property, type.secretProperties.contains(property.lowercased()) { return true }
      guard let field = type.field(of: name) else { continue }
      isKnown = true
      if isHidden(field, of: type) { return true }
    }
    return !isKnown && secrecy.isSecret(name)
  }

  /// Whether a variable holds rules, which hide some of their values.
  func areRules(in name: String) -> Bool { types.contains { $0.rulesVariable == name } }

  /// Besides what is marked: a value that goes to a variable that is hidden.
  private func isHidden(_ field: StepField, of type: StepType) -> Bool {
    Self.isMarked(field, in: node)
      || type.target(ofValueIn: field.variable).map {
        secrecy.isSecret(node.variable($0) ?? "")
      } ?? false
  }

  /// Whether the catalogue says that a field is secret, always or as the node is now.
  static func isMarked(_ field: StepField, in node: TaskNode) -> Bool {
    field.isSecret || field.secrecy.contains { $0.holds(node.variable($0.variable) ?? "") }
  }
}
