package import TaskSequence

/// Command lines of the types the specimens have, and of Set Task Sequence Variable.
package struct Templates: StepKnowledge {
  package func isShared(_ variable: String) -> Bool { variable == "OSGUID" }

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
