import StepCatalog

extension Rule {
  static let err14 = Rule(
    "ERR14", "success-codes-differ", .error, tags: "form",
    page: """
      The success codes of a step stand in two places, and are not the same.

      The attribute decides at run time, the variable is what Microsoft’s editor
      shows.

      Wrong:

          <step type="SMS_TaskSequence_RunCommandLineAction" name="Set up" successCodeList="0 3010">
            <action>smsswd.exe /run: setup.cmd</action>
            <defaultVarList>
              <variable name="CommandLine" property="CommandLine" hidden="true">setup.cmd</variable>
              <variable name="SuccessCodes" property="SuccessCodes" hidden="true">0</variable>
            </defaultVarList>
          </step>

      Right:

          <step type="SMS_TaskSequence_RunCommandLineAction" name="Set up" successCodeList="0 3010">
            <action>smsswd.exe /run: setup.cmd</action>
            <defaultVarList>
              <variable name="CommandLine" property="CommandLine" hidden="true">setup.cmd</variable>
              <variable name="SuccessCodes" property="SuccessCodes" hidden="true">0 3010</variable>
            </defaultVarList>
          </step>

      Fix: make the variable say what the attribute does.

      Source: real sequences, where both are equal in all of 1,813 steps.
      """,
    look: .node { reading in
      guard let codes = reading.step.differingCodes else { return [] }
      return [
        Hit(
          .variable(codes.variable),
          "the step succeeds with \(codes.attribute), and its variable says \(codes.value)")
      ]
    })
}
