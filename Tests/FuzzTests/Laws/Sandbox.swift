import Appearance
import Containers
import Editor
import Journaling
import ObjectCatalog
import References
import Screen
import Storage
import TaskSequence

/// The whole editor in a world of its own that watches the laws; things go wrong in it on purpose.
struct Sandbox {
  private(set) var state: EditorState
  /// What is on its disk.
  private(set) var files: [String: [UInt8]] = [:]
  private(set) var exitCode: Int32?
  /// How a law was broken first.
  private(set) var complaint: String?
  /// How many saves there were.
  private(set) var saves = 0
  /// The files as they were opened, by number.
  private var opened: [FileID: [UInt8]] = [:]
  /// Called for every edit that is to be written down.
  var record: (OpenFile) -> Void = { _ in }
  /// How many events are handled from one frame to the next, as where keys come quicker than frames.
  var eventsPerFrame = 1
  /// How many were since the last one.
  private var undrawn = 0
  private let mischief: UInt8

  init(_ file: [UInt8], size: Size, mischief: UInt8 = 0) {
    self.mischief = mischief
    files["case.xml"] = file
    files["other.xml"] = Self.specimens[0]
    var setup = Setup(keymap: .standard)
    setup.backup = mischief & 8 != 0
    setup.isStrict = mischief & 16 != 0
    setup.hasOutsideEditor = true
    let document = (try? SequenceDocument(loading: file)) ?? Self.fallback
    state = EditorState(
      document, path: "case.xml", title: "case.xml", isReadOnly: mischief & 32 != 0, size: size,
      setup: setup)
    opened[state.file.id] = document.serialized()
    perform(state.handle(.started))
    draw()
  }

  /// Hands over an event, does what comes of it, and draws when it is time.
  mutating func take(_ event: Event) {
    guard exitCode == nil, complaint == nil else { return }
    perform(state.handle(.terminal(event)))
    undrawn += 1
    if undrawn >= eventsPerFrame { draw() }
  }

  /// Draws a frame.
  mutating func draw() {
    undrawn = 0
    var buffer = Buffer(size: state.size)
    let cursor = state.draw(into: &buffer, .probe)
    if let cursor, !buffer.bounds.contains(cursor) { complaint = "the cursor is off the screen" }
  }

  private mutating func tell(_ outcome: Outcome) { perform(state.handle(.outcome(outcome))) }

  private mutating func perform(_ effects: [Effect]) {
    for effect in effects { perform(effect) }
  }

  private mutating func perform(_ effect: Effect) {
    switch effect {
    case .write(let id, let path, let content, let backup, let isNew):
      write(id, path, (try? content.file().bytes) ?? [], backup: backup, isNew: isNew)
    case .read(let path):
      guard let bytes = files[path], let document = try? SequenceDocument(loading: bytes) else {
        return tell(.read(path: path, .failure(.file(Self.failure)), Catalog()))
      }
      tell(.read(path: path, .success(document), Catalog()))
    case .readNodes(let id, let path):
      let nodes = files[path].flatMap { try? SequenceDocument(loading: $0) }.map(LooseNodes.init)
      tell(
        .readNodes(id, path: path, nodes.map { .success($0) } ?? .failure(.file(Self.failure))))
    case .reload(let id, let path):
      let document = files[path].flatMap { try? SequenceDocument(loading: $0) }
      tell(.reloaded(id, document.map { .success($0) } ?? .failure(.file(Self.failure))))
    case .record(let id):
      for file in state.files where file.id == id { record(file) }
    case .attend(let id, let path, isReadOnly: false) where mischief & 64 != 0:
      tell(.locked(id, path: path, by: ProcessMark.own))
    case .editOutside(let id, let text, _):
      tell(.editedOutside(id, text + "\u{202E}\r\nx\0"))
    case .quit(let code): exitCode = code
    // Nothing comes of these here.
    case .survey, .readCatalog, .attend, .recall, .takeOver, .keepDraft, .forget, .discard: break
    case .acceptDisk, .readFacts, .keepFacts, .copy, .useTheme, .suspend: break
    }
    for file in state.files where opened[file.id] == nil {
      opened[file.id] = file.history.revisions[0].document.serialized()
    }
  }

  private mutating func write(
    _ id: FileID, _ path: String, _ bytes: [UInt8], backup: AtomicFile.Backup?, isNew: Bool
  ) {
    saves += 1
    // Every save that fails once goes well the second time.
    switch saves % 2 == 1 ? mischief & 7 : 0 {
    case 1: return tell(.written(id, path: path, .failure(Self.failure)))
    case 2:
      files[path] = Self.specimens[1]
      return tell(
        .changedOnDisk(id, path: path, .content(Self.specimens[1]), isSaving: true))
    case 3:
      files[path] = nil
      return tell(.changedOnDisk(id, path: path, .gone(Self.failure), isSaving: true))
    case 4: tell(.message(Message("Your edits cannot be written down.", .warning)))
    default: break
    }
    if isNew, files[path] != nil {
      let failure = FileFailure("cannot make it", code: FileFailure.exists)
      return tell(.written(id, path: path, .failure(failure)))
    }
    if backup != nil { files[path + "~"] = files[path] }
    files[path] = bytes
    guard let again = try? SequenceDocument(loading: bytes), again.serialized() == bytes else {
      complaint = "what was saved cannot be read"
      return
    }
    tell(.written(id, path: path, .success(())))
  }

  /// What must hold of every open file when nothing more comes.
  func complaintAtEnd() -> String? {
    for file in state.files {
      var history = file.history
      let output = history.document.serialized()
      guard let again = try? SequenceDocument(loading: output), again.serialized() == output else {
        return "“\(file.title)” cannot be read"
      }
      while history.undo() != nil {}
      guard history.document.serialized() == opened[file.id] else {
        return "undo gives other bytes back in “\(file.title)”"
      }
    }
    return nil
  }

  private static let failure = FileFailure("cannot open it", code: 2)

  // MARK: Sequences

  private static let fallback = sequence("<sequence/>")

  /// A sequence that can be read.
  static func sequence(_ text: String) -> SequenceDocument {
    guard let document = try? SequenceDocument(loading: Array(text.utf8)) else {
      fatalError("no sequence: \(text)")
    }
    return document
  }

  /// Small sequences with a little of everything.
  static let specimens: [[UInt8]] = [
    """
    <?xml version="1.0"?>\r
    <sequence version="3.00" name="Made" description="">\r
      <globalVarList>\r
        <variable name="OSGUID" property="OSGUID">{1}</variable>\r
      </globalVarList>\r
      <group name="Prepare" disable="false" continueOnError="false" description="" expand="true">\r
        <action />\r
        <step type="BDD_InstallOS" name="größe 😀" disable="false" successCodeList="0 3010">\r
          <defaultVarList>\r
            <variable name="OSGUID" property="OSGUID">{1}</variable>\r
          </defaultVarList>\r
          <action>cscript.exe "%SCRIPTROOT%\\LTIApply.wsf"</action>\r
        </step>\r
        <step name="" disable="true"><action>cmd.exe /c echo &lt;hi&gt;</action></step>\r
      </group>\r
      <group name="Prepare" />\r
    </sequence>
    """,
    """
    <sequence version="3.10"><referenceList><reference package="ABC00001"/></referenceList>\
    <group name="a/b#2"><condition><operator type="or">\
    <expression type="SMS_TaskSequence_VariableConditionExpression">\
    <variable name="Operator">equals</variable><variable name="Value">true</variable>\
    <variable name="Variable">IsLaptop</variable></expression><operator type="not"/></operator>\
    </condition><step type="SMS_TaskSequence_RunCommandLineAction" name="Run" runIn="FullOS" \
    successCodeList="0"><action>smsswd.exe /run:ABC00001 run.cmd</action><defaultVarList>\
    <variable name="CommandLine" property="CommandLine" hidden="true">run.cmd</variable>\
    <variable name="PackageID" property="PackageID" hidden="true">ABC00001</variable>\
    <variable name="SuccessCodes" property="SuccessCodes">0</variable></defaultVarList></step>\
    </group><step type="SMS_TaskSequence_SetVariableAction" name="Set">\
    <action>tsenv.exe "Name=%_SMSTSMachineName%"</action><defaultVarList>\
    <variable name="VariableName" property="VariableName">Name</variable>\
    <variable name="VariableValue" property="VariableValue">%_SMSTSMachineName%</variable>\
    </defaultVarList></step><subtasksequence name="Child"><action>smstsrunchild.exe</action>\
    </subtasksequence></sequence>
    """,
    "<sequence/>",
    """
    <INSTANCE CLASSNAME="SMS_TaskSequencePackage"><PROPERTY NAME="Sequence" TYPE="string"><VALUE>\
    <![CDATA[<sequence version="3.10"><step name="a&#x9b;31m\u{202E}b&#xA;c" description="&#9;">\
    <x><![CDATA[y]]]]><![CDATA[></x></step></sequence>
    ]]></VALUE></PROPERTY></INSTANCE>
    """,
  ].map { Array($0.utf8) }
}
