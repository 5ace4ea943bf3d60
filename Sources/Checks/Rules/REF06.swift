import References

extension Rule {
  static let ref06 = Rule(
    "REF06", "export-part-missing", .warning, tags: "reference",
    page: """
      A step of an export runs a sequence that the export does not hold.

      The import stops at it unless the site has the sequence already, whatever is
      known of it elsewhere. The list of references names it all the same: it is no
      evidence that the sequence is in the export. A disabled step does not count.

      In the examples ABC00041 lies beside the sequence and no other does.

      Wrong:

          <INSTANCE CLASSNAME="SMS_TaskSequencePackage">
            <PROPERTY NAME="PackageID"><VALUE>ABC00040</VALUE></PROPERTY>
            <PROPERTY NAME="Sequence"><VALUE><![CDATA[<sequence version="3.10">
              <subtasksequence type="SMS_TaskSequence_SubTasksequence" name="Child">
                <action>SubTasksequence.exe</action>
                <defaultVarList>
                  <variable name="OSDSubTasksequencePackageID" property="TsPackageID"
                    >ABC00042</variable>
                </defaultVarList>
              </subtasksequence>
            </sequence>]]></VALUE></PROPERTY>
          </INSTANCE>

      Right:

          <INSTANCE CLASSNAME="SMS_TaskSequencePackage">
            <PROPERTY NAME="PackageID"><VALUE>ABC00040</VALUE></PROPERTY>
            <PROPERTY NAME="Sequence"><VALUE><![CDATA[<sequence version="3.10">
              <subtasksequence type="SMS_TaskSequence_SubTasksequence" name="Child">
                <action>SubTasksequence.exe</action>
                <defaultVarList>
                  <variable name="OSDSubTasksequencePackageID" property="TsPackageID"
                    >ABC00041</variable>
                </defaultVarList>
              </subtasksequence>
            </sequence>]]></VALUE></PROPERTY>
          </INSTANCE>

      Fix: export the child with it, or import the child first.

      Source: reports of refused imports; with the step disabled the same file went
      in.
      """,
    look: .node { reading in
      reading.references.filter(\.isMissingInExport).map {
        Rule.Hit(
          Finding.Place($0.place),
          "task sequence \($0.id) is not in this export: an import stops where the site lacks it",
          [.reference($0)])
      }
    })
}
