import Containers
@_spi(Edits) import TaskSequence
import Testing
import XMLTree

/// A small file under one edit after the other, for tables of exact bytes.
struct Draft {
  var document: SequenceDocument
  /// What the last edit said.
  var label = ""
  var notes: [String] = []

  init(_ text: String) throws { try self.init(bytes: Array(text.utf8)) }

  init(bytes: [UInt8]) throws { document = try SequenceDocument(loading: bytes) }

  var text: String { String(decoding: document.serialized(), as: UTF8.self) }

  func id(_ path: String) -> NodeID {
    guard let node = document.node(at: NodePath(path)) else {
      Issue.record("there is no \(path)")
      return document.sequenceID
    }
    return node.id
  }

  func ids(_ paths: String...) -> Set<NodeID> { Set(paths.map(id)) }

  mutating func make(_ edit: (Draft) throws -> Edit) throws {
    let made = try edit(self)
    (document, label, notes) = (made.document, made.label, made.notes)
  }

  /// Makes an edit that must replace one piece of the file, which is there once, and nothing else.
  mutating func expect(
    _ old: String, becomes new: String, at place: SourceLocation = #_sourceLocation,
    _ edit: (Draft) throws -> Edit
  ) throws {
    let before = text
    #expect(before.ranges(of: old).count == 1, "“\(old)” must be there once", sourceLocation: place)
    try make(edit)
    let wanted = before.replacing(old, with: new)
    #expect(Array(text.utf8) == Array(wanted.utf8), "\(text)", sourceLocation: place)
  }

  /// Why an edit is refused.
  func refusal(_ edit: (Draft) throws -> Edit) -> String? {
    do {
      _ = try edit(self)
      return nil
    } catch {
      return (error as? Refusal)?.reason
    }
  }

  /// MDT's look: a declaration, CRLF, two blanks, ` />`, switches written out.
  static let mdt = [
    #"<?xml version="1.0"?>"#,
    #"<sequence version="3.00" name="Small" description="">"#,
    #"  <globalVarList>"#,
    #"    <variable name="OSGUID" property="OSGUID">{1}</variable>"#,
    #"    <variable name="OSGUID" property="OSGUID">{1}</variable>"#,
    #"  </globalVarList>"#,
    #"  <group name="Start" disable="false" continueOnError="false" description="" expand="true">"#,
    #"    <step name="One" disable="false" continueOnError="false" startIn="" successCodeList="0">"#,
    #"      <defaultVarList />"#,
    #"      <action>cscript.exe "a.wsf"</action>"#,
    #"    </step>"#,
    #"    <step type="BDD_InstallOS" name="Two" disable="true" continueOnError="false">"#,
    #"      <defaultVarList>"#,
    #"        <variable name="OSGUID" property="OSGUID">{1}</variable>"#,
    #"        <variable name="Empty" property="Empty"></variable>"#,
    #"      </defaultVarList>"#,
    #"      <action>cscript.exe "b.wsf"</action>"#,
    #"    </step>"#,
    #"  </group>"#,
    #"  <group name="End" disable="true" continueOnError="true" description="" expand="false">"#,
    #"    <condition>"#,
    #"      <expression type="SMS_TaskSequence_VariableConditionExpression">"#,
    #"        <variable name="Variable">A</variable>"#,
    #"        <variable name="Operator">equals</variable>"#,
    #"        <variable name="Value">1</variable>"#,
    #"      </expression>"#,
    #"    </condition>"#,
    #"    <step name="Three" disable="false" continueOnError="false" startIn="" />"#,
    #"  </group>"#,
    #"</sequence>"#,
  ].joined(separator: "\r\n")

  /// ConfigMgr's look: one line, `/>`, switches only when on.
  static let configurationManager = [
    #"<sequence version="3.10"><referenceList><reference package="ABC00001"/></referenceList>"#,
    #"<group name="G" description=""><step type="SMS_TaskSequence_RunCommandLineAction" "#,
    #"name="Run" description="" timeout="900" runIn="WinPEandFullOS" successCodeList="0 3010">"#,
    #"<action>smsswd.exe /run:ABC00001 cmd.exe /c dir</action><defaultVarList>"#,
    #"<variable name="CommandLine" property="CommandLine" hidden="true">cmd.exe /c dir</variable>"#,
    #"<variable name="PackageID" property="PackageID" hidden="true">ABC00001</variable>"#,
    #"<variable name="SuccessCodes" property="SuccessCodes" hidden="true">0 3010</variable>"#,
    #"</defaultVarList></step><step type="SMS_TaskSequence_SetVariableAction" name="Set" "#,
    #"continueOnError="true"><action>tsenv.exe "A=1" /hiddenflag:False</action><defaultVarList>"#,
    #"<variable name="VariableName" property="VariableName" hidden="true">A</variable>"#,
    #"<variable name="VariableValue" property="VariableValue" hidden="true">1</variable>"#,
    #"<variable name="Hidden" property="Hidden" hidden="true">false</variable>"#,
    #"</defaultVarList></step></group><subtasksequence name="Child"><action>c.exe</action>"#,
    #"</subtasksequence></sequence>"#,
  ].joined()
}
