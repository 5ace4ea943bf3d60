import StepCatalog

extension Rule {
  static let xml08 = Rule(
    "XML08", "value-without-room", .warning, tags: "form value",
    page: """
      A value stands in the file that another value of the step leaves no room for.

      Of two sources a step has one, and what belongs to a switch goes with it:
      Microsoft’s editor takes the other value out of the file. What a client makes of
      both is not documented.

      Wrong:

          <step type="SMS_TaskSequence_InstallSoftwareAction" name="Tools">
            <action>smsswd.exe /pkg:ABC00001 /install /basevar:PKG /continueOnError:false</action>
            <defaultVarList>
              <variable name="BaseVariableName" property="BaseVariableName" hidden="true">PKG</variable>
              <variable name="PackageID" property="PackageID" hidden="true">ABC00001</variable>
            </defaultVarList>
          </step>

      Right:

          <step type="SMS_TaskSequence_InstallSoftwareAction" name="Tools">
            <action>smsswd.exe /pkg: /install /basevar:PKG /continueOnError:false</action>
            <defaultVarList>
              <variable name="BaseVariableName" property="BaseVariableName" hidden="true">PKG</variable>
            </defaultVarList>
          </step>

      Fix: empty the one that is not meant, or set the one it belongs to.

      Source: the SDK’s classes of steps, whose properties exclude or need each other,
      and real sequences, which have only what has room.
      """,
    look: .values(.excess))
}
