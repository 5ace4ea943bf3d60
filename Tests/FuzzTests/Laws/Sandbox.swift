import Appearance
import Containers
import Editor
import Journaling
import ObjectCatalog
import References
import Screen
import Storage
import TaskSequence
import Workspace

/// The whole editor in a world of its own that watches the laws; things go wrong in it on purpose.
struct Sandbox: PartialWorld {
  var state: EditorState
  /// What is on its disk.
  private(set) var files: [String: [UInt8]] = [:]
  var exitCode: Int32?
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
    take(.started)
    noteOpened()
    draw()
  }

  /// Hands over an event, does what comes of it, and draws when it is time.
  mutating func take(_ event: Event) {
    guard exitCode == nil, complaint == nil else { return }
    take(.terminal(event))
    noteOpened()
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

  /// Remembers what was in the files that are open.
  private mutating func noteOpened() {
    for file in state.files where opened[file.id] == nil {
      opened[file.id] = file.history.revisions[0].document.serialized()
    }
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

/// What it does when it is asked to, and what goes wrong then.
extension Sandbox {
  mutating func write(
    _ id: FileID, to path: String, _ sequences: ClearedSequences, backup: AtomicFile.Backup?,
    isNew: Bool
  ) -> [Outcome] {
    saves += 1
    let bytes = (try? sequences.file().bytes) ?? []
    var told: [Outcome] = []
    // Every save that fails once goes well the second time.
    switch saves % 2 == 1 ? mischief & 7 : 0 {
    case 1: return [.written(id, path: path, .failure(Self.failure))]
    case 2:
      files[path] = Self.specimens[1]
      return [.changedOnDisk(id, path: path, .content(Self.specimens[1]), isSaving: true)]
    case 3:
      files[path] = nil
      return [.changedOnDisk(id, path: path, .gone(Self.failure), isSaving: true)]
    case 4: told = [.message(Message("Your edits cannot be written down.", .warning))]
    default: break
    }
    if isNew, files[path] != nil {
      let failure = FileFailure("cannot make it", code: FileFailure.exists)
      return told + [.written(id, path: path, .failure(failure))]
    }
    if backup != nil { files[path + "~"] = files[path] }
    files[path] = bytes
    guard let again = try? SequenceDocument(loading: bytes), again.serialized() == bytes else {
      complaint = "what was saved cannot be read"
      return told
    }
    return told + [.written(id, path: path, .success(()))]
  }

  mutating func read(_ path: String) -> [Outcome] {
    guard let bytes = files[path], let document = try? SequenceDocument(loading: bytes) else {
      return [.read(path: path, .only, .failure(.file(Self.failure)), Catalog())]
    }
    return [.read(path: path, .only, .success(document), Catalog())]
  }

  mutating func readNodes(_ path: String, for id: FileID) -> [Outcome] {
    let nodes = files[path].flatMap { try? SequenceDocument(loading: $0) }.map(LooseNodes.init)
    let result = nodes.map { Result.success($0) } ?? .failure(OpenFailure.file(Self.failure))
    return [.readNodes(id, path: path, result)]
  }

  mutating func reload(_ id: FileID, from path: String) -> [Outcome] {
    let document = files[path].flatMap { try? SequenceDocument(loading: $0) }
    return [.reloaded(id, document.map { .success($0) } ?? .failure(.file(Self.failure)))]
  }

  mutating func record(_ id: FileID) -> [Outcome] {
    for file in state.files where file.id == id { record(file) }
    return []
  }

  mutating func attend(_ id: FileID, at path: String, isReadOnly: Bool) -> [Outcome] {
    guard !isReadOnly, mischief & 64 != 0 else { return [] }
    return [.locked(id, path: path, by: ProcessMark.own)]
  }

  mutating func editOutside(_ text: String, of id: FileID, suffix: String) -> [Outcome] {
    [.editedOutside(id, text + "\u{202E}\r\nx\0")]
  }

  /// Nothing comes of these here.
  mutating func passOver(_: Effect) {}

  private static let failure = FileFailure("cannot open it", code: 2)
}
