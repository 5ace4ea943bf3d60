extension Rule {
  static let nam05 = Rule(
    "NAM05", "list-digits", .warning,
    page: """
      A numbered variable has other digits than the step that reads its list.

      Applications are read as `NAME01`, `NAME02` …, packages as `NAME001` and so on.
      A number with other digits belongs to no list, and nothing is installed.

      Wrong:

          <step type="SMS_TaskSequence_SetVariableAction" name="Set">
            <action>tsenv.exe "APPS001=Reader"</action>
            <defaultVarList>
              <variable name="VariableName" property="VariableName" hidden="true">APPS001</variable>
              <variable name="VariableValue" property="VariableValue" hidden="true">Reader</variable>
            </defaultVarList>
          </step>
          <step type="SMS_TaskSequence_InstallApplicationAction" name="Install the list">
            <action>smsappinstall.exe /app: /basevar:APPS /continueOnError:False</action>
            <defaultVarList>
              <variable name="BaseVariableName" property="BaseVariableName">APPS</variable>
            </defaultVarList>
          </step>

      Right:

          <step type="SMS_TaskSequence_SetVariableAction" name="Set">
            <action>tsenv.exe "APPS01=Reader"</action>
            <defaultVarList>
              <variable name="VariableName" property="VariableName" hidden="true">APPS01</variable>
              <variable name="VariableValue" property="VariableValue" hidden="true">Reader</variable>
            </defaultVarList>
          </step>
          <step type="SMS_TaskSequence_InstallApplicationAction" name="Install the list">
            <action>smsappinstall.exe /app: /basevar:APPS /continueOnError:False</action>
            <defaultVarList>
              <variable name="BaseVariableName" property="BaseVariableName">APPS</variable>
            </defaultVarList>
          </step>

      Fix: give the number as many digits as the step reads.

      Source: Microsoft’s article on the steps Install Application and Install
      Package.
      """,
    look: .lists(.digits))
}
