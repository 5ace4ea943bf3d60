import TaskSequence
import VariableCatalog
import XMLTree

extension Rule {
  static let cmd10 = Rule(
    "CMD10", "named-variable-never-set", .note, isOncePerObject: true,
    page: """
      A text names a variable that nobody sets.

      `%NAME%` is replaced by the value before the text is used. The variable is
      neither built in nor set by the sequence; where nobody else sets it, what
      becomes of the text is not documented. Each such variable is told of once.

      Wrong:

          <step type="SMS_TaskSequence_RunCommandLineAction" name="Set up">
            <action>smsswd.exe /run: a.cmd %Zebra7%</action>
            <defaultVarList>
              <variable name="CommandLine" property="CommandLine" hidden="true">a.cmd %Zebra7%</variable>
            </defaultVarList>
          </step>

      Right:

          <step type="SMS_TaskSequence_SetVariableAction" name="Set">
            <action>tsenv.exe "Zebra7=1"</action>
            <defaultVarList>
              <variable name="VariableName" property="VariableName" hidden="true">Zebra7</variable>
              <variable name="VariableValue" property="VariableValue" hidden="true">1</variable>
            </defaultVarList>
          </step>
          <step type="SMS_TaskSequence_RunCommandLineAction" name="Set up">
            <action>smsswd.exe /run: a.cmd %Zebra7%</action>
            <defaultVarList>
              <variable name="CommandLine" property="CommandLine" hidden="true">a.cmd %Zebra7%</variable>
            </defaultVarList>
          </step>

      Fix: correct the name, or set the variable before.

      Source: Microsoft’s article on task sequence variables, for those that are built
      in.
      """,
    look: .document { reading in
      reading.variables.uses.all.compactMap { variable in
        guard variable.state == .unset,
          let use = variable.uses.first(where: { $0.role == .read && !$0.place.isOfCondition }),
          let reason = reading.variables.unsetReason(of: variable.name)
        else { return nil }
        let place = Finding.Place(use.place.kind)
        return (use.place.node.id, Rule.Hit(place, reason, [.variable(variable.name)]))
      }
    })
}

extension TextPlace {
  /// Whether it is a value of a condition.
  fileprivate var isOfCondition: Bool { if case .condition = kind { true } else { false } }
}
