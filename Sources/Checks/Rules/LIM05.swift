import StepCatalog

extension Rule {
  static let lim05 = Rule(
    "LIM05", "command-line-too-long", .warning, tags: "form value",
    page: """
      A command line is longer than a step takes.

      The SDK’s limit is 32,000 characters; what is longer does not start.

      Wrong:

          <step type="SMS_TaskSequence_RunCommandLineAction" name="Set up">
            <action>smsswd.exe /run: {a × 32001}</action>
            <defaultVarList>
              <variable name="CommandLine" property="CommandLine" hidden="true">{a × 32001}</variable>
            </defaultVarList>
          </step>

      Right:

          <step type="SMS_TaskSequence_RunCommandLineAction" name="Set up">
            <action>smsswd.exe /run: setup.cmd</action>
            <defaultVarList>
              <variable name="CommandLine" property="CommandLine" hidden="true">setup.cmd</variable>
            </defaultVarList>
          </step>

      Fix: put the work into a script and run that.

      Source: the SDK’s class SMS_TaskSequence_RunCommandLineAction.
      """,
    look: .values(.command))
}
