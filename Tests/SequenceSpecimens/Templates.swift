package import TaskSequence

/// Command lines of the types the specimens have, and of Set Task Sequence Variable.
package struct Templates: StepKnowledge {
  package func isShared(_ variable: String) -> Bool { variable == "OSGUID" }

  package init() {}

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
