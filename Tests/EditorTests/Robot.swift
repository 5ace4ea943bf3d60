import Appearance
import Containers
import Journaling
import ObjectCatalog
import References
import Screen
import Storage
import TaskSequence
import Workspace

@testable import Editor

/// The editor in a world of its own: keys go in, files are a dictionary, the screen is text.
struct Robot: PartialWorld {
  var state: EditorState
  /// What was saved, by path.
  var files: [String: [UInt8]] = [:]
  /// What was put on the clipboard.
  var copied: [[UInt8]] = []
  /// The exit code, once the editor has left.
  var exitCode: Int32?
  /// What is known of objects.
  let catalog: Catalog
  /// What is in the catalogue of another site.
  var other = Catalog()
  /// What was asked for and comes to nothing here, and what was attended to.
  var performed: [Effect] = []
  /// Makes the next write fail.
  var writeFailure: FileFailure?
  /// What was in the files when they were last attended to or written; nil where there was none.
  private var known: [FileID: (path: String, bytes: [UInt8]?)] = [:]

  init(
    _ xml: String, path: String? = "case.xml", size: Size = Size(width: 80, height: 24),
    isReadOnly: Bool = false, catalog: Catalog = Catalog()
  ) throws {
    self.catalog = catalog
    let document = try SequenceDocument(loading: Array(xml.utf8))
    var setup = Setup(keymap: .standard)
    setup.home = "/home/user"
    state = EditorState(
      document, path: path, title: path ?? "sample.xml", isReadOnly: isReadOnly, size: size,
      setup: setup, catalog: catalog)
    files[path ?? ""] = Array(xml.utf8)
  }

  /// Opens one more file, which stays behind the one on the screen.
  mutating func open(_ xml: String, path: String?, title: String? = nil) throws {
    if let path { files[path] = Array(xml.utf8) }
    state.add(
      try SequenceDocument(loading: Array(xml.utf8)), path: path,
      title: title ?? path ?? "none.xml", isShown: false, catalog: catalog)
  }

  /// Presses keys as people write them.
  mutating func press(_ keys: String) throws {
    for key in try Key.parse(keys) { take(.terminal(.key(key))) }
  }

  mutating func paste(_ text: String) { take(.terminal(.paste(Paste(text)))) }

  /// Leaves whatever lies over the panes.
  mutating func closeAll() { while !state.layers.isEmpty { state.close() } }

  /// The bytes of the current file as text.
  var xml: String { String(decoding: state.file.document.serialized(), as: UTF8.self) }

  /// The screen as text.
  var screen: String {
    var buffer = Buffer(size: state.size)
    _ = state.draw(into: &buffer, .probe)
    return buffer.plainText
  }

  /// The screen by its looks: of each row its pieces, each after the role that gives it its look.
  var looks: String {
    var buffer = Buffer(size: state.size)
    _ = state.draw(into: &buffer, .probe)
    let rows = (0..<buffer.size.height).map { y in
      var pieces: [(role: String, text: String)] = []
      for cell in buffer.row(y) where !cell.glyph.isContinuation {
        let role = Theme.probedRole(cell.style)?.rawValue ?? "none"
        if pieces.last?.role != role { pieces.append((role, "")) }
        pieces[pieces.count - 1].text += cell.glyph.text
      }
      return pieces.compactMap { role, text in
        let words = text.split(separator: " ").joined(separator: " ")
        return words.isEmpty ? nil : "\(role) ‹\(words)›"
      }.joined(separator: " ")
    }
    return rows.joined(separator: "\n")
  }

  /// Where the hardware cursor stands.
  var cursor: Point? {
    var buffer = Buffer(size: state.size)
    return state.draw(into: &buffer, .probe)
  }
}

/// What it does when it is asked to.
extension Robot {
  mutating func write(
    _ id: FileID, to path: String, _ sequences: ClearedSequences, backup: AtomicFile.Backup?,
    isNew: Bool
  ) -> [Outcome] {
    if let failure = writeFailure {
      writeFailure = nil
      return [.written(id, path: path, .failure(failure))]
    }
    if let known = known[id], known.path == path, known.bytes != files[path] {
      let change =
        files[path].map { FileStamp.Change.content($0) }
        ?? .gone(FileFailure("cannot find it", code: 2))
      return [.changedOnDisk(id, path: path, change, isSaving: true)]
    }
    if isNew, files[path] != nil {
      let failure = FileFailure("cannot make it", code: FileFailure.exists)
      return [.written(id, path: path, .failure(failure))]
    }
    if backup != nil { files[path + "~"] = files[path] }
    files[path] = try? sequences.file().bytes
    known[id] = (path, files[path])
    return [.written(id, path: path, .success(()))]
  }

  mutating func read(_ path: String) -> [Outcome] {
    [.read(path: path, .only, opened(path), catalog)]
  }

  mutating func readNodes(_ path: String, for id: FileID) -> [Outcome] {
    let nodes: Result<LooseNodes, OpenFailure> =
      switch opened(path) {
      case .success(let document): .success(LooseNodes(document))
      case .failure(.content(.loose(let nodes))): .success(nodes)
      case .failure(let failure): .failure(failure)
      }
    return [.readNodes(id, path: path, nodes)]
  }

  private func opened(_ path: String) -> Result<SequenceDocument, OpenFailure> {
    guard let bytes = files[path] else {
      return .failure(.file(FileFailure("cannot open it", code: 2)))
    }
    return Result { () throws(LoadFailure) in try SequenceDocument(loading: bytes) }
      .mapError(OpenFailure.content)
  }

  mutating func survey(_ id: FileID, around path: String) -> [Outcome] {
    [.surveyed(id, path: path, catalog)]
  }

  mutating func keep(
    stated object: CatalogObject, around path: String, for id: FileID
  ) -> [Outcome] {
    performed.append(.state(id, object, path: path))
    let result: Result<Statement, FileFailure> =
      writeFailure.map { .failure($0) } ?? .success(Statement(object, at: 0, folder: ""))
    return [.stated(id, path: path, result)]
  }

  mutating func readCatalog(_ path: String, for id: FileID) -> [Outcome] {
    [.readCatalog(id, path: path, other, faults: [])]
  }

  mutating func copy(_ text: [UInt8]) -> [Outcome] {
    copied.append(text)
    return []
  }

  mutating func reload(_ id: FileID, from path: String) -> [Outcome] {
    guard let bytes = files[path], let document = try? SequenceDocument(loading: bytes) else {
      return []
    }
    known[id] = (path, bytes)
    return [.reloaded(id, .success(document))]
  }

  mutating func attend(_ id: FileID, at path: String, isReadOnly: Bool) -> [Outcome] {
    known[id] = (path, files[path])
    performed.append(.attend(id, path: path, isReadOnly: isReadOnly))
    return []
  }

  mutating func acceptDisk(_ id: FileID, at path: String) -> [Outcome] {
    known[id] = (path, files[path])
    performed.append(.acceptDisk(id, path: path))
    return []
  }

  mutating func passOver(_ effect: Effect) { performed.append(effect) }
}

/// A small sequence of ConfigMgr, indented.
let smallSequence = """
  <sequence version="3.10">
    <group name="Prepare" description="">
      <step type="SMS_TaskSequence_SetVariableAction" name="Set name" description="" runIn="WinPE" successCodeList="0" retryCount="0" runFromNet="false">
        <action>tsenv.exe "Name=A"</action>
        <defaultVarList>
          <variable name="VariableName" property="VariableName" hidden="true">Name</variable>
          <variable name="VariableValue" property="VariableValue" hidden="true">A</variable>
        </defaultVarList>
      </step>
      <step type="SMS_TaskSequence_RunCommandLineAction" name="Run it" description="" runIn="FullOS" successCodeList="0 3010" retryCount="0" runFromNet="false">
        <action>smsswd.exe /run:ABC00001 run.cmd</action>
        <defaultVarList>
          <variable name="CommandLine" property="CommandLine" hidden="true">run.cmd</variable>
          <variable name="PackageID" property="PackageID" hidden="true">ABC00001</variable>
          <variable name="SuccessCodes" property="SuccessCodes" hidden="true">0 3010</variable>
        </defaultVarList>
      </step>
    </group>
    <group name="Finish" description="">
      <condition>
        <expression type="SMS_TaskSequence_VariableConditionExpression">
          <variable name="Operator">equals</variable>
          <variable name="Value">true</variable>
          <variable name="Variable">_SMSTSInWinPE</variable>
        </expression>
      </condition>
      <step type="SMS_TaskSequence_RebootAction" name="Restart" description="" runIn="FullOS" successCodeList="0" retryCount="0" runFromNet="false">
        <action>smsboot.exe /target:HD</action>
        <defaultVarList>
          <variable name="SMSRebootTarget" property="Target" hidden="true">HD</variable>
        </defaultVarList>
      </step>
    </group>
  </sequence>
  """

/// An empty group of MDT.
let mdtGroup = """
  <?xml version="1.0"?>
  <sequence version="3.00" name="Rooms" description="">
    <group expand="true" name="State Restore" description="" disable="false" continueOnError="false">
      <action></action>
    </group>
  </sequence>
  """
