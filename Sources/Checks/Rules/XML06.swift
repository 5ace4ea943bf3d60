import StepCatalog

extension Rule {
  static let xml06 = Rule(
    "XML06", "variable-unknown-to-class", .warning, tags: "form",
    page: """
      A step has a variable that its class does not know.

      The site makes the variables of a step from the properties of its class. What
      else stands there was written by hand or by another version, and what becomes of
      it is not documented.

      Wrong:

          <step type="SMS_TaskSequence_RestoreUserStateAction" name="Restore">
            <action>osdmigrateuserstate.exe /apply /continueOnError:%OSDMigrateContinueOnRestore%</action>
            <defaultVarList>
              <variable name="RestoreAll" property="RestoreAll">true</variable>
            </defaultVarList>
          </step>

      Right:

          <step type="SMS_TaskSequence_SetVariableAction" name="Set">
            <action>tsenv.exe "RestoreAll=true"</action>
            <defaultVarList>
              <variable name="VariableName" property="VariableName" hidden="true">RestoreAll</variable>
              <variable name="VariableValue" property="VariableValue" hidden="true">true</variable>
            </defaultVarList>
          </step>

          <step type="SMS_TaskSequence_RunCommandLineAction" name="Validate">
            <action>smsswd.exe /run: cscript.exe "%deployroot%\\scripts\\ztivalidate.wsf"</action>
            <defaultVarList>
              <variable name="ImageMemory" property="ImageMemory">768</variable>
            </defaultVarList>
          </step>

      Fix: set it in a step of its own, or take it away.

      Source: the SDK’s classes of steps. Stock templates of MDT keep the variables of
      another class whose command line the step has; no other real step has any.
      """,
    look: .node { reading in
      reading.step.unknownVariables.map { name in
        Hit(.variable(name), "the class of the step has no \(name)")
      }
    })
}
