package import TaskSequence

/// What is known of types of steps: which belong to the other product.
package struct Templates: StepKnowledge {
  package init() {}

  /// Of the other product's are a child sequence, a command of a package and a step without a type.
  package func strangeness(of node: TaskNode, to dialect: Dialect) -> Strangeness? {
    let isStrange =
      switch (dialect, node.kind) {
      case (_, .group), (_, .sequence): false
      case (.mdt, .childSequence): true
      case (.mdt, .step): node.action?.hasPrefix("smsswd.exe") == true
      case (.configurationManager, _): node.kind == .step && node.type == nil
      }
    return isStrange ? .notRun : nil
  }
}
