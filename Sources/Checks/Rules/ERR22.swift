import StepCatalog

extension Rule {
  static let err22 = Rule(
    "ERR22", "success-codes-not-numbers", .error, tags: "form value",
    page: """
      Success codes are whole numbers with blanks between them.

      A step succeeds when its exit code is one of the list. A list with anything else
      in it, such as commas, is not what it looks like.

      Wrong:

          <step type="SMS_TaskSequence_RunCommandLineAction" name="Set up" successCodeList="0,3010">
            <action>smsswd.exe /run: setup.cmd</action>
            <defaultVarList>
              <variable name="CommandLine" property="CommandLine" hidden="true">setup.cmd</variable>
            </defaultVarList>
          </step>

      Right:

          <step type="SMS_TaskSequence_RunCommandLineAction" name="Set up" successCodeList="0 3010">
            <action>smsswd.exe /run: setup.cmd</action>
            <defaultVarList>
              <variable name="CommandLine" property="CommandLine" hidden="true">setup.cmd</variable>
            </defaultVarList>
          </step>

      Fix: write the numbers with blanks between them, such as 0 3010.

      Source: Microsoft’s article on task sequence steps; the SDK’s class
      SMS_TaskSequence_Step.
      """,
    look: .values(.codes))
}
