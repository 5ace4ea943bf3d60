import Appearance
import Checks
import Containers
import Editor
import ObjectCatalog
import References
import Screen
import TaskSequence
import XMLTree

/// One thing tsedit does, made ready once and then done again and again.
struct Operation: Sendable {
  let name: String
  /// What is done, in words.
  let summary: String
  /// The keys it is made of, when it is keys pressed in an open editor: those that go to a good place
  /// first, and those of the operation.
  var keys = (before: "", pressed: "")
  var isByKeys: Bool { !keys.pressed.isEmpty }
  /// Makes it ready on the bytes of a file; what comes back does it once.
  let prepare: @Sendable ([UInt8]) throws -> () throws -> Void
}

extension Operation {
  static let all: [Operation] = reading + edits + objects

  /// Reading and writing without an editor.
  private static let reading = [
    Operation(name: "parse", summary: "Parse to the editable tree") { bytes in
      // The first time nothing is let go of.
      var kept: Document?
      return {
        kept = try Document(parsing: bytes)
        keep(kept)
      }
    },
    Operation(name: "load", summary: "Parse, and see the sequence in it") { bytes in
      { keep(try SequenceDocument(loading: bytes)) }
    },
    Operation(name: "serialise", summary: "Serialise after an edit") { bytes in
      var player = try Player(bytes)
      try player.press("d")
      let document = player.document
      return { keep(document.serialized()) }
    },
    Operation(name: "look", summary: "Look for all problems, as after opening") { bytes in
      let document = try SequenceDocument(loading: bytes)
      return {
        var check = SequenceCheck(catalog: SequenceKnowledge.read(document), rules: .marked)
        check.look(at: document)
        keep(check)
      }
    },
    Operation(name: "open", summary: "Open in the editor and draw the first frame") { bytes in
      let document = try SequenceDocument(loading: bytes)
      return { keep(try Player(document)) }
    },
  ]

  /// Keys pressed in an open editor, from the key to the finished frame.
  private static let edits = [
    keys("down", "Cursor down", "<Down>"),
    keys("page", "Page down and up", "<PgDn><PgUp>"),
    keys("fold", "Close and open a group", "<Left><Right>", before: "<Up><Up><Up>"),
    keys("search", "Search as you type: 4 letters, then Esc", "/edit<Esc><Esc>"),
    keys("palette", "Open and close the palette", ":<Esc>"),
    keys("disable", "Disable a step and undo", "d<C-z>"),
    keys("move", "Move a step and undo", "J<C-z>"),
    keys("remove", "Remove a step and undo", "<Del><C-z>"),
    keys("duplicate", "Duplicate a step and undo", "D<C-z>"),
    keys("rename", "Rename a step and undo", "rx<Enter><C-z>"),
    keys("variable", "Set a command line and undo", "cx<C-s><C-z>"),
    keys("group", "Put a step into a new group and undo", "<C-g><Enter><C-z>"),
    keys("paste", "Cut, paste and undo both", "<C-x><C-v><C-z><C-z>"),
  ]

  /// Keys pressed where objects are known.
  static func keys(
    _ name: String, _ summary: String, _ keys: String, before: String = "",
    knowing catalog: @escaping @Sendable () -> Catalog = { Catalog() }
  ) -> Operation {
    Operation(name: name, summary: summary, keys: (before, keys)) { bytes in
      var player = try Player(SequenceDocument(loading: bytes), catalog: catalog())
      // Somewhere in the middle, on a step.
      try player.press("<End>" + before)
      let pressed = try Key.parse(keys)
      return { player.press(pressed) }
    }
  }

  /// Has the compiler do what nobody looks at.
  @inline(never)
  static func keep(_ value: some Any) {}
}

/// An editor without a terminal and a disk: keys in, frames out.
struct Player: PartialWorld {
  var state: EditorState
  var exitCode: Int32?
  private let theme: Theme
  private var shown: Buffer

  init(_ bytes: [UInt8]) throws { try self.init(SequenceDocument(loading: bytes)) }

  init(_ bytes: [UInt8], keys: String) throws {
    try self.init(SequenceDocument(loading: bytes), keys: keys)
  }

  /// - Parameter keys: More keys, as a user's `keys.toml` has them.
  init(
    _ document: SequenceDocument, catalog: Catalog = Catalog(), keys: String = ""
  ) throws {
    let size = Size(width: 120, height: 40)
    var keymap = Keymap.standard
    try keymap.merge(keys, file: "keys", commands: Set(Commands.all.map(\.id)))
    state = EditorState(
      document, path: nil, title: "benchmark", size: size,
      setup: Setup(keymap: keymap), catalog: catalog)
    theme = try Theme(named: "default", depth: .indexed256)
    shown = Buffer(size: size)
    draw()
  }

  var document: SequenceDocument { state.file.document }
  /// What the editor said last.
  var said: String { state.message?.text ?? "" }

  mutating func press(_ keys: String) throws { press(try Key.parse(keys)) }

  /// Presses keys, and draws after each as the program does.
  mutating func press(_ keys: [Key]) {
    for key in keys {
      take(.terminal(.key(key)))
      draw()
    }
  }

  /// Journals and the clipboard are not measured; whatever else is asked for would have to be.
  func passOver(_ effect: Effect) {
    switch effect {
    case .record, .copy: break
    default: fatalError("not measured: \(effect)")
    }
  }

  private mutating func draw() {
    var frame = Buffer(size: shown.size)
    _ = state.draw(into: &frame, theme)
    _ = Buffer.changes(from: shown, to: frame)
    shown = frame
  }
}
