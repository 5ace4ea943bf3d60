import StepCatalog

extension Rule {
  static let xml04 = Rule(
    "XML04", "value-impossible", .error, tags: "form value",
    page: """
      A value is none that Microsoft’s editor could have written.

      A number is no number or out of its range, a switch is neither true nor false, a
      text is too long. What the step makes of it is not documented.

      Wrong:

          <step type="SMS_TaskSequence_RunCommandLineAction" name="Set up" runIn="WindowsPE">
            <action>smsswd.exe /run: setup.cmd</action>
            <defaultVarList>
              <variable name="CommandLine" property="CommandLine" hidden="true">setup.cmd</variable>
            </defaultVarList>
          </step>

          <step type="SMS_TaskSequence_RunCommandLineAction" name="Set up" retryCount="often">
            <action>smsswd.exe /run: setup.cmd</action>
            <defaultVarList>
              <variable name="CommandLine" property="CommandLine" hidden="true">setup.cmd</variable>
            </defaultVarList>
          </step>

          <step type="SMS_TaskSequence_RequestStateStoreAction" name="Ask">
            <action>osdsmpclient.exe /capture</action>
            <defaultVarList>
              <variable name="OSDStateRequestType" property="RequestType" hidden="true">capture</variable>
              <variable name="OSDStateSMPRetryCount" property="SMPRetryCount" hidden="true">31</variable>
            </defaultVarList>
          </step>

      Right:

          <step type="SMS_TaskSequence_RunCommandLineAction" name="Set up" runIn="WinPE" retryCount="2">
            <action>smsswd.exe /run: setup.cmd</action>
            <defaultVarList>
              <variable name="CommandLine" property="CommandLine" hidden="true">setup.cmd</variable>
            </defaultVarList>
          </step>

      Fix: give it a value that is allowed; the form of the step says which.

      Source: the SDK’s classes of steps, with the limits of each property.
      """,
    look: .values(.impossible))
}
