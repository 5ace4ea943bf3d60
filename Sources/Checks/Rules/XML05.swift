import StepCatalog

extension Rule {
  static let xml05 = Rule(
    "XML05", "value-missing", .error, tags: "form value",
    page: """
      A value that a step needs is missing.

      Microsoft’s editor does not let go of a step without it. Secrets are no such
      values: an export leaves them out.

      Wrong:

          <group name=""></group>

          <step type="SMS_TaskSequence_SetVariableAction" name="Set">
            <action>tsenv.exe "=1"</action>
            <defaultVarList>
              <variable name="VariableName" property="VariableName" hidden="true"></variable>
              <variable name="VariableValue" property="VariableValue" hidden="true">1</variable>
            </defaultVarList>
          </step>

      Right:

          <group name="Prepare"></group>

          <step type="SMS_TaskSequence_SetVariableAction" name="Set">
            <action>tsenv.exe "Stage=1"</action>
            <defaultVarList>
              <variable name="VariableName" property="VariableName" hidden="true">Stage</variable>
              <variable name="VariableValue" property="VariableValue" hidden="true">1</variable>
            </defaultVarList>
          </step>

      Fix: fill it in, or disable the step.

      Source: the SDK’s classes of steps, with the properties that must not be empty.
      """,
    look: .values(.missing))
}
