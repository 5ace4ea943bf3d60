import References
import TaskSequence

extension Rule {
  static let ref03 = Rule(
    "REF03", "reference-listed-only", .error, tags: "reference", stopsSaving: true,
    page: """
      Nothing but the sequence’s own list says that an object is there.

      The list of references was right when a site wrote it, perhaps long ago, and any
      program that edits the sequence writes it anew: it proves nothing. The rule is
      silent unless everything must be known, as with `--strict`; it keeps a sequence
      from being saved then.

      In the examples all packages are known, and nothing of driver packages.

      Wrong:

          <referenceList>
            <reference package="ABC00007" />
          </referenceList>
          <step type="SMS_TaskSequence_ApplyDriverPackageAction" name="Drivers">
            <action>osddriverclient.exe /install:ABC00007</action>
            <defaultVarList>
              <variable name="OSDApplyDriverDriverPackageID" property="DriverPackageID"
                >ABC00007</variable>
            </defaultVarList>
          </step>

      Right:

          <referenceList>
            <reference package="ABC00001" />
          </referenceList>
          <step type="SMS_TaskSequence_RunCommandLineAction" name="Set up">
            <action>smsswd.exe /run:ABC00001 setup.cmd</action>
            <defaultVarList>
              <variable name="CommandLine" property="CommandLine" hidden="true">setup.cmd</variable>
              <variable name="PackageID" property="PackageID" hidden="true">ABC00001</variable>
            </defaultVarList>
          </step>

      Fix: give a catalogue that holds the objects of that kind.

      Source: what this program writes itself: a list that follows the steps.
      """,
    look: .node { reading in
      guard reading.isStrict else { return [] }
      return reading.references.filter { $0.status == .listed }.map {
        Rule.Hit(
          Finding.Place($0.place), "\($0.kind.label) \($0.id): \($0.reason)", [.reference($0)])
      }
    },
    fixes: Fix.ofReferences)
}
