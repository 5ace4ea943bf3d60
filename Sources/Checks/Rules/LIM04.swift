import StepCatalog

extension Rule {
  static let lim04 = Rule(
    "LIM04", "value-too-long", .warning, tags: "form value",
    page: """
      The value of a variable is longer than Microsoft’s editor takes.

      Values end at about 4,000 characters, longer ones at what their own field
      allows; what comes after that may be cut off.

      Wrong:

          <step type="SMS_TaskSequence_SetVariableAction" name="Set">
            <action>tsenv.exe "List={a × 4002}"</action>
            <defaultVarList>
              <variable name="VariableName" property="VariableName" hidden="true">List</variable>
              <variable name="VariableValue" property="VariableValue" hidden="true">{a × 4002}</variable>
            </defaultVarList>
          </step>

      Right:

          <step type="SMS_TaskSequence_SetVariableAction" name="Set">
            <action>tsenv.exe "List={a × 4001}"</action>
            <defaultVarList>
              <variable name="VariableName" property="VariableName" hidden="true">List</variable>
              <variable name="VariableValue" property="VariableValue" hidden="true">{a × 4001}</variable>
            </defaultVarList>
          </step>

      Fix: keep the value in a file, or divide it.

      Source: Microsoft’s article on using task sequence variables; the SDK’s class
      SMS_TaskSequence_SetVariableAction (4,001 characters).
      """,
    look: .values(.text))
}
