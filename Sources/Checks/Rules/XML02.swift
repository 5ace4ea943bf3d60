import StepCatalog

extension Rule {
  static let xml02 = Rule(
    "XML02", "twins-differ", .warning, tags: "form",
    page: """
      A step says one thing in two places, and not the same.

      The command line runs, the variables are what Microsoft’s editor shows, and
      saving there writes the command line anew. The same goes for an attribute and
      its variable, and for the rows of a table, their number and the list beside
      them.

      Wrong:

          <step type="SMS_TaskSequence_RunCommandLineAction" name="Set up">
            <action>smsswd.exe /run: run.cmd /q</action>
            <defaultVarList>
              <variable name="CommandLine" property="CommandLine" hidden="true">run.cmd</variable>
            </defaultVarList>
          </step>

          <step type="SMS_TaskSequence_InstallUpdateAction" name="Patch" retryCount="0">
            <action>TSInstallSWUpdate.exe /target:%SMSInstallUpdateTarget%</action>
            <defaultVarList>
              <variable name="RetryCount" property="RetryCount" hidden="true">2</variable>
              <variable name="SMSInstallUpdateTarget" property="Target">All</variable>
            </defaultVarList>
          </step>

          <step type="SMS_TaskSequence_PartitionDiskAction" name="Format">
            <action>osddiskpart.exe</action>
            <defaultVarList>
              <variable name="OSDPartitions" property="Partitions" hidden="true">2</variable>
              <variable name="OSDPartitions0Type" property="Partitions0Type">PRIMARY</variable>
            </defaultVarList>
          </step>

      Right:

          <step type="SMS_TaskSequence_RunCommandLineAction" name="Set up">
            <action>smsswd.exe /run: run.cmd /q</action>
            <defaultVarList>
              <variable name="CommandLine" property="CommandLine" hidden="true">run.cmd /q</variable>
            </defaultVarList>
          </step>

      Fix: set the value again in the form of the step; the others follow.

      Source: the SDK’s classes of steps; equal in nearly all real sequences.
      """,
    look: .node { reading in
      reading.step.disagreements.map { fault in
        switch fault.place {
        case .action: Hit(.action, fault.reason)
        case .variable(let name): Hit(.variable(name), fault.reason)
        }
      }
    })
}
