import Containers
import DryRun
import Facts
import TaskSequence

enum SituationLaw {
  static func complaint(about bytes: [UInt8]) -> String? {
    let situation: Situation
    do throws(FactFault) { situation = try Situation(reading: bytes) } catch {
      if error.reason.isEmpty { return "a refusal without words" }
      let lines = bytes.count { $0 == UInt8(ascii: "\n") } + 1
      return (1...lines).contains(error.line) ? nil : "line \(error.line) is not in the text"
    }
    _ = CustomSettings(String(decoding: bytes, as: UTF8.self))
      .results(knowing: situation.variables, isAbsent: false)
    let stated = situation.sequence.flatMap { try? SequenceDocument(loading: Array($0.utf8)) }
    var children = ChildSequences()
    for (id, child) in situation.children {
      let text = child.sequence ?? "<sequence/>"
      guard let document = try? SequenceDocument(loading: Array(text.utf8)) else { continue }
      children[id] = .init(document, isEnabled: child.isEnabled)
    }
    guard let table = try? InstructionTable(of: stated ?? sequence, children: children),
      let trace = try? Trace(of: table, in: situation),
      let again = try? Trace(of: table, in: situation)
    else { return nil }
    let words = { (trace: Trace) in trace.events.map { "\($0.row) \($0.outcome) \(trace.why($0))" }
    }
    if trace.states.count != table.rows.count { return "a node without a state" }
    return words(trace) == words(again) && trace.summary == again.summary
      ? nil : "the same run is another trace"
  }

  private static let sequence = Sandbox.sequence(
    """
    <sequence version="3.10"><group name="G" continueOnError="true"><condition><expression \
    type="SMS_TaskSequence_VariableConditionExpression"><variable name="Operator">equals</variable>\
    <variable name="Value">1</variable><variable name="Variable">A</variable></expression></condition>\
    <step name="S" successCodeList="0 3010"><action>x</action></step><step \
    type="SMS_TaskSequence_RebootAction" name="R"><action>smsboot.exe /target:HD</action></step></group>\
    <subtasksequence name="C"><defaultVarList><variable name="OSDSubTasksequencePackageID">A</variable>\
    </defaultVarList></subtasksequence><step type="SMS_TaskSequence_InstallApplicationAction" name="I" \
    retryCount="2"><defaultVarList><variable name="BaseVariableName">L</variable></defaultVarList></step>\
    </sequence>
    """)
}
