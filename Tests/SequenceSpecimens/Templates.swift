package import TaskSequence

/// What is known of types of steps: which belong to the other product.
package struct Templates: StepKnowledge {
  package init() {}

  /// Whether a product does not run a step of the other one.
  package func isStranger(_ node: TaskNode, to dialect: Dialect) -> Bool {
    switch (dialect, node.kind) {
    case (_, .group), (_, .sequence): false
    case (.mdt, .childSequence): true
    case (.mdt, .step): node.action?.hasPrefix("smsswd.exe") == true
    case (.configurationManager, _): node.kind == .step && node.type == nil
    }
  }
}
