import StepCatalog

extension Rule {
  static let err18 = Rule(
    "ERR18", "time-out-too-short", .warning, tags: "form value",
    page: """
      A time-out is less than a minute.

      The file has it in seconds, Microsoft’s editor shows minutes: who wrote 15 there
      meant 15 minutes, and the program is ended after 15 seconds.

      Wrong:

          <step type="SMS_TaskSequence_RunCommandLineAction" name="Set up" timeout="15">
            <action>smsswd.exe /run: setup.cmd</action>
            <defaultVarList>
              <variable name="CommandLine" property="CommandLine" hidden="true">setup.cmd</variable>
            </defaultVarList>
          </step>

      Right:

          <step type="SMS_TaskSequence_RunCommandLineAction" name="Set up" timeout="900">
            <action>smsswd.exe /run: setup.cmd</action>
            <defaultVarList>
              <variable name="CommandLine" property="CommandLine" hidden="true">setup.cmd</variable>
            </defaultVarList>
          </step>

      Fix: give it minutes.

      Source: Microsoft’s article on task sequence steps (1 to 999 minutes); 63 real
      time-outs, none shorter than two minutes.
      """,
    look: .values(.moment))
}
