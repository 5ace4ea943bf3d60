import StepCatalog

extension Rule {
  static let cmd12 = Rule(
    "CMD12", "variable-name-impossible", .error, tags: "form value",
    page: """
      The name of a variable has 1 to 256 characters and no blanks among them.

      A name with blanks or equals signs in it cannot be set, and `%NAME%` does not
      find it.

      Wrong:

          <step type="SMS_TaskSequence_SetVariableAction" name="Set">
            <action>tsenv.exe "My Variable=1"</action>
            <defaultVarList>
              <variable name="VariableName" property="VariableName" hidden="true">My Variable</variable>
              <variable name="VariableValue" property="VariableValue" hidden="true">1</variable>
            </defaultVarList>
          </step>

      Right:

          <step type="SMS_TaskSequence_SetVariableAction" name="Set">
            <action>tsenv.exe "My-Variable_2=1"</action>
            <defaultVarList>
              <variable name="VariableName" property="VariableName" hidden="true">My-Variable_2</variable>
              <variable name="VariableValue" property="VariableValue" hidden="true">1</variable>
            </defaultVarList>
          </step>

      Fix: rename the variable, here and where it is read.

      Source: Microsoft’s article on using task sequence variables.
      """,
    look: .values(.variableName))
}
