import StepCatalog

extension Rule {
  static let lim03 = Rule(
    "LIM03", "time-out-too-long", .error, tags: "form value",
    page: """
      A time-out has at most 999 minutes.

      The file has it in seconds: 59940 is the most.

      Wrong:

          <step type="SMS_TaskSequence_RunCommandLineAction" name="Set up" timeout="60000">
            <action>smsswd.exe /run: setup.cmd</action>
            <defaultVarList>
              <variable name="CommandLine" property="CommandLine" hidden="true">setup.cmd</variable>
            </defaultVarList>
          </step>

      Right:

          <step type="SMS_TaskSequence_RunCommandLineAction" name="Set up" timeout="59940">
            <action>smsswd.exe /run: setup.cmd</action>
            <defaultVarList>
              <variable name="CommandLine" property="CommandLine" hidden="true">setup.cmd</variable>
            </defaultVarList>
          </step>

      Fix: lower the time-out.

      Source: Microsoft’s article on task sequence steps.
      """,
    look: .values(.timeout))
}
