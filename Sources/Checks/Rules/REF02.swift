import References

extension Rule {
  static let ref02 = Rule(
    "REF02", "reference-unverified", .error, tags: "reference", stopsSaving: true,
    page: """
      Nothing is known of an object that a step names.

      Without a catalogue of its kind nobody can say whether the object is there. The
      rule is silent unless everything must be known, as with `--strict`; it keeps a
      sequence from being saved then. What you have stated yourself counts as no
      more than that.

      In the examples all packages are known, and nothing of driver packages.

      Wrong:

          <step type="SMS_TaskSequence_ApplyDriverPackageAction" name="Drivers">
            <action>osddriverclient.exe /install:ABC00007</action>
            <defaultVarList>
              <variable name="OSDApplyDriverDriverPackageID" property="DriverPackageID"
                >ABC00007</variable>
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

      Fix: give a catalogue that holds the objects of that kind.

      Source: what a catalogue says of itself: it holds every object of its kinds or
      not.
      """,
    look: .node { reading in
      guard reading.isStrict else { return [] }
      return reading.references.filter { [.unverified, .stated].contains($0.status) }.map {
        Rule.Hit(Finding.Place($0.place), $0.reason, [.reference($0)])
      }
    },
    fixes: Fix.ofReferences)
}
