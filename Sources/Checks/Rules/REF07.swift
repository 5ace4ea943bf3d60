import References
import TaskSequence

extension Rule {
  static let ref07 = Rule(
    "REF07", "statement-outdated", .warning, tags: "reference",
    page: """
      A newer catalogue still does not know an object that was stated to be there.

      A statement helps where a catalogue is older than the sequence. Once there is a
      newer one that lists all objects of the kind, it should be known: it was
      deleted, or never there.

      In the examples it was stated of ABC00005 before the catalogue was written.

      Wrong:

          <step type="SMS_TaskSequence_RunCommandLineAction" name="Set up">
            <action>smsswd.exe /run:ABC00005 setup.cmd</action>
            <defaultVarList>
              <variable name="CommandLine" property="CommandLine" hidden="true">setup.cmd</variable>
              <variable name="PackageID" property="PackageID" hidden="true">ABC00005</variable>
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

      Fix: choose an object that is there, or take the line out of stated.csv.

      Source: the dates of both.
      """,
    look: .node { reading in
      reading.references.filter(\.isContradicted).map {
        Rule.Hit(Finding.Place($0.place), "\($0.kind.label) \($0.reason)", [.reference($0)])
      }
    },
    fixes: Fix.ofReferences)
}
