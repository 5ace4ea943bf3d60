import StepCatalog

extension Rule {
  static let lim02 = Rule(
    "LIM02", "too-many-applications", .error, tags: "form value",
    page: """
      A step installs more applications than it can.

      99 are the most in one step; before version 1702 it was 9.

      Wrong:

          <step type="SMS_TaskSequence_InstallApplicationAction" name="Install the list">
            <action>smsappinstall.exe /app: /basevar: /continueOnError:False</action>
            <defaultVarList>
              <variable name="OSDAppCount" property="NumApps">100</variable>
            </defaultVarList>
          </step>

      Right:

          <step type="SMS_TaskSequence_InstallApplicationAction" name="Install the list">
            <action>smsappinstall.exe /app: /basevar: /continueOnError:False</action>
            <defaultVarList>
              <variable name="OSDAppCount" property="NumApps">99</variable>
            </defaultVarList>
          </step>

      Fix: divide them among several steps.

      Source: Microsoft’s page on what is new in version 1702.
      """,
    look: .values(.crowd))
}
