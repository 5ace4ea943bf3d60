extension Rule {
  static let nam06 = Rule(
    "NAM06", "list-gap", .warning,
    page: """
      The numbered variables of a list have a gap.

      The step reads them until a number is missing; what comes after that is not
      installed.

      Wrong:

          <step type="SMS_TaskSequence_SetVariableAction" name="Set">
            <action>tsenv.exe "APPS01=Reader"</action>
            <defaultVarList>
              <variable name="VariableName" property="VariableName" hidden="true">APPS01</variable>
              <variable name="VariableValue" property="VariableValue" hidden="true">Reader</variable>
            </defaultVarList>
          </step>
          <step type="SMS_TaskSequence_SetVariableAction" name="Set">
            <action>tsenv.exe "APPS03=Reader"</action>
            <defaultVarList>
              <variable name="VariableName" property="VariableName" hidden="true">APPS03</variable>
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
          <step type="SMS_TaskSequence_SetVariableAction" name="Set">
            <action>tsenv.exe "APPS02=Reader"</action>
            <defaultVarList>
              <variable name="VariableName" property="VariableName" hidden="true">APPS02</variable>
              <variable name="VariableValue" property="VariableValue" hidden="true">Reader</variable>
            </defaultVarList>
          </step>
          <step type="SMS_TaskSequence_InstallApplicationAction" name="Install the list">
            <action>smsappinstall.exe /app: /basevar:APPS /continueOnError:False</action>
            <defaultVarList>
              <variable name="BaseVariableName" property="BaseVariableName">APPS</variable>
            </defaultVarList>
          </step>

      Fix: number them without a gap.

      Source: Microsoft’s article on the steps Install Application and Install
      Package.
      """,
    look: .lists(.gap))
}
