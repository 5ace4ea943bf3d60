import StepCatalog
import TaskSequence

extension Rule {
  static let xml07 = Rule(
    "XML07", "sequence-variable-differs", .warning, tags: "form",
    page: """
      A variable of the sequence says something else than the step it repeats.

      Some properties of steps hold for the whole run: they stand again among the
      sequence’s own variables, and a client goes by these.

      Wrong:

          <globalVarList>
            <variable name="OSDStateSMPRetryCount" property="SMPRetryCount">3</variable>
          </globalVarList>
          <step type="SMS_TaskSequence_RequestStateStoreAction" name="Ask">
            <action>osdsmpclient.exe /capture</action>
            <defaultVarList>
              <variable name="OSDStateRequestType" property="RequestType" hidden="true">capture</variable>
              <variable name="OSDStateSMPRetryCount" property="SMPRetryCount" hidden="true">7</variable>
            </defaultVarList>
          </step>

      Right:

          <globalVarList>
            <variable name="OSDStateSMPRetryCount" property="SMPRetryCount">7</variable>
          </globalVarList>
          <step type="SMS_TaskSequence_RequestStateStoreAction" name="Ask">
            <action>osdsmpclient.exe /capture</action>
            <defaultVarList>
              <variable name="OSDStateRequestType" property="RequestType" hidden="true">capture</variable>
              <variable name="OSDStateSMPRetryCount" property="SMPRetryCount" hidden="true">7</variable>
            </defaultVarList>
          </step>

      Fix: set the value again in the form of the step; the sequence’s own follows.

      Source: the SDK’s classes of steps, qualifier Global; equal in 69 of 69 real
      steps whose sequence has the variable.
      """,
    look: .document { reading in
      let document = reading.document
      guard document.dialect == .configurationManager else { return [] }
      let own = document.sequence.variables
      guard !own.isEmpty else { return [] }
      let values = GlobalValues(of: document)
      return values.variables.compactMap { wanted in
        let name = wanted.name.lowercased()
        let wrong = own.first { $0.name.lowercased() == name && $0.value != wanted.value }
        return wrong.map { variable in
          (
            document.sequenceID,
            Hit(
              .variable(variable.name),
              "\(variable.name) is “\(variable.value)”, and “\(values.step(of: name))” says "
                + "“\(wanted.value)”")
          )
        }
      }
    })
}
