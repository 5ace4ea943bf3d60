import References

extension Rule {
  static let ref01 = Rule(
    "REF01", "reference-unresolved", .error, tags: "reference", stopsSaving: true,
    page: """
      A step names an object that is not there, or no object where it needs one.

      The step fails when the sequence comes to it, and a site refuses to deploy a
      sequence with such a reference. 00000000 is what an import leaves where it could
      not find the object. Objects are known from catalogues, from a deployment share
      and from the export a file was unpacked with; what nothing is known of is REF02,
      what only the sequence’s own list names REF03. This is the one thing that keeps
      a sequence from being saved.

      In the examples the catalogue of packages holds ABC00001 and no other.

      Wrong:

          <step type="SMS_TaskSequence_RunCommandLineAction" name="Set up">
            <action>smsswd.exe /run:ABC00002 setup.cmd</action>
            <defaultVarList>
              <variable name="CommandLine" property="CommandLine" hidden="true">setup.cmd</variable>
              <variable name="PackageID" property="PackageID" hidden="true">ABC00002</variable>
            </defaultVarList>
          </step>

          <step type="SMS_TaskSequence_RunCommandLineAction" name="Set up">
            <action>smsswd.exe /run:00000000 setup.cmd</action>
            <defaultVarList>
              <variable name="CommandLine" property="CommandLine" hidden="true">setup.cmd</variable>
              <variable name="PackageID" property="PackageID" hidden="true">00000000</variable>
            </defaultVarList>
          </step>

      Right:

          <step type="SMS_TaskSequence_RunCommandLineAction" name="Set up">
            <action>smsswd.exe /run:ABC00001 setup.cmd</action>
            <defaultVarList>
              <variable name="CommandLine" property="CommandLine" hidden="true">setup.cmd</variable>
              <variable name="PackageID" property="PackageID" hidden="true">ABC00001</variable>
            </defaultVarList>
          </step>

      Fix: choose an object that is there, or delete or disable the step.

      Source: real exports and imports; the article on creating and editing task
      sequences.
      """,
    look: .node { reading in
      reading.references.filter { $0.status == .unresolved }.map {
        Rule.Hit(Finding.Place($0.place), $0.reason, [.reference($0)])
      }
    },
    fixes: Fix.ofReferences)
}
