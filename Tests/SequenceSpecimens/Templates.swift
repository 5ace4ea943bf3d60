package import TaskSequence

/// Command lines of the types the specimens have, and of Set Task Sequence Variable.
package struct Templates: StepKnowledge {
  package func isShared(_ variable: String) -> Bool { variable == "OSGUID" }

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

  package func actionTemplates(of type: String, in dialect: Dialect) -> [ActionTemplate] {
    switch type {
    case "SMS_TaskSequence_RunCommandLineAction":
      [
        ActionTemplate("smsswd.exe /run:{PackageID} {CommandLine}"),
        ActionTemplate("smsswd.exe /run: {CommandLine}"),
      ]
    case "SMS_TaskSequence_SetVariableAction":
      [ActionTemplate("tsenv.exe \"{VariableName}={VariableValue}\"[ /hiddenflag:{Hidden:Title}]")]
    default: []
    }
  }
}
