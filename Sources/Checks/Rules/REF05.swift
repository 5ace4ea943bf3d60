import Operations
import References
import TaskSequence

extension Rule {
  static let ref05 = Rule(
    "REF05", "list-stale", .warning, tags: "reference",
    page: """
      A list of references names what no step uses, or lacks what one does.

      The site writes the list from the steps that run, and takes from it what has to
      be there before a client begins. Who edits the text alone leaves it behind: then
      content is asked for that nobody needs, or is missing on the way. What disabled
      steps name is not listed. The array and the files of an export, such as
      ReferencesInfo.xml, repeat the list. A sequence without any list is no fault.

      Wrong:

          <referenceList>
            <reference package="ABC00001" />
            <reference package="ABC00002" />
          </referenceList>
          <step type="SMS_TaskSequence_RunCommandLineAction" name="Set up">
            <action>smsswd.exe /run:ABC00001 setup.cmd</action>
            <defaultVarList>
              <variable name="CommandLine" property="CommandLine" hidden="true">setup.cmd</variable>
              <variable name="PackageID" property="PackageID" hidden="true">ABC00001</variable>
            </defaultVarList>
          </step>

          <referenceList>
            <reference package="ABC00001" program="*" />
          </referenceList>
          <step type="SMS_TaskSequence_RunCommandLineAction" name="Set up">
            <action>smsswd.exe /run:ABC00001 setup.cmd</action>
            <defaultVarList>
              <variable name="CommandLine" property="CommandLine" hidden="true">setup.cmd</variable>
              <variable name="PackageID" property="PackageID" hidden="true">ABC00001</variable>
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
          <step type="SMS_TaskSequence_ApplyDriverPackageAction" name="Drivers" disable="true">
            <action>osddriverclient.exe /install:ABC00007</action>
            <defaultVarList>
              <variable name="OSDApplyDriverDriverPackageID" property="DriverPackageID"
                >ABC00007</variable>
            </defaultVarList>
          </step>

      Fix: have the list written anew; save the sequence at the site, and export it
      again, where files beside it are behind.

      Source: 174 of 175 distinct real sequences of schema 3.10, in which list and
      steps agree to the order; the lists of 146 exported ones.
      """,
    look: .document { reading in
      let document = reading.document
      return reading.references.staleEntries(of: document).map { entry in
        (
          document.sequenceID,
          Hit(entry.isOwn ? .list : .node, entry.words, [.reference(entry.reference)])
        )
      }
    },
    fixes: { findings, document in
      guard findings.allSatisfy({ $0.place == .list }) else { return [] }
      return [Fix("write the list of references anew", .safe, [ListReferences()])]
    })
}
