import References

extension Rule {
  static let ref04 = Rule(
    "REF04", "reference-outdated", .warning, tags: "reference",
    page: """
      A step names an application that is retired or superseded.

      It is still there, and nobody means it to be installed: a retired application
      cannot be deployed anew, a superseded one has another in its place.

      In the examples the catalogue says that ABC00009 is retired.

      Wrong:

          <step type="SMS_TaskSequence_InstallApplicationAction" name="Reader">
            <action>smsappinstall.exe /app:ABC00009 /basevar: /continueOnError:False</action>
            <defaultVarList>
              <variable name="ApplicationName" property="ApplicationName" hidden="true"
                >ABC00009</variable>
            </defaultVarList>
          </step>

      Right:

          <step type="SMS_TaskSequence_InstallApplicationAction" name="Reader">
            <action>smsappinstall.exe /app:ABC00008 /basevar: /continueOnError:False</action>
            <defaultVarList>
              <variable name="ApplicationName" property="ApplicationName" hidden="true"
                >ABC00008</variable>
            </defaultVarList>
          </step>

      Fix: choose the application that took its place.

      Source: the SDK’s class SMS_Application: IsExpired, IsSuperseded.
      """,
    look: .node { reading in
      reading.references.compactMap { reference in
        reference.fate.map {
          Rule.Hit(
            Finding.Place(reference.place), "\(reference.reason): it is \($0)",
            [.reference(reference)])
        }
      }
    })
}
