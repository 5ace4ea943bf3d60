import Appearance
import Conditions
package import Containers
package import ObjectCatalog
package import Screen
package import TaskSequence
import Widgets
package import Workspace
import XMLTree

/// Which half of the screen the keys go to.
package enum Pane: Equatable, Sendable { case tree, details }

/// Everything the editor knows: the open files, what lies over them, and what was said last.
///
/// It is changed by `handle` alone and shown by `draw` alone; neither touches the world.
package struct EditorState {
  package internal(set) var files: [OpenFile]
  /// The file on the screen while nothing lies over it.
  private var shown = FileID(0)
  /// The file whose layer is gone and does what it was for.
  private var served: FileID?
  /// What lies over the panes, the last on top.
  private var overlays: [Overlay] = []
  package internal(set) var size: Size
  package internal(set) var pane = Pane.tree
  /// How the nodes of all files are numbered.
  var numbering: Numbering
  package internal(set) var message: Message?
  /// Whether keys come faster than anybody reads.
  ///
  /// The details then stay those of the node the cursor was on, until `EditorEvent.rested`: a key held
  /// down over a slow line moves the cursor and no more.
  var isHurried = false
  /// Whether the details are those of a node the cursor was on before.
  package internal(set) var isBehind = false
  package internal(set) var clipboard: Clipboard?
  package internal(set) var setup: Setup
  /// The name of the theme it is drawn with.
  var theme = "default"
  /// What was said last of settings that make no sense.
  var settingsFault: Message?
  /// Keys of a run that is not finished.
  var pendingKeys: [Key] = []
  /// Digits typed in the tree, the number of a node to go to.
  var typedNumber = ""
  /// Names that go on from what was just typed.
  var completion: Completion?
  /// All names there are to complete with, kept while the document stays.
  var completionNames: CompletionNames?
  /// What there is to complete conditions with, kept while the document stays.
  var conditionVocabulary: ConditionVocabulary?
  /// The text cut last in a field.
  var killed = ""
  /// The condition, or the part of one, that was copied last.
  var conditionClipboard: Operand?
  /// Why the edit that a layer was taken over for was refused; nil when it was not.
  var refusal: String?
  /// The step whose sequence is being opened, and the file of that.
  var call: (step: Jumps.Place, path: String)?
  /// The steps that files were opened from, which run them.
  var opened: [FileID: Jumps.Place] = [:]
  /// Where the cursor leapt from.
  var jumps = Jumps()
  /// Whether the event moves the cursor row by row, which is no leap.
  var isWalking = false
  /// What is being saved on the way to something else, such as leaving.
  var afterSaving: SavePlan?
  /// What goes on once what the user stated is kept, or cannot be.
  var afterStating: LayerAction?
  /// The file whose save was refused last because references are unresolved; nil once it was not.
  package internal(set) var refused: FileID?
  /// The labels of step types added in this session, the last first.
  var recentTypes: [String] = []
  /// The shortest key of each command; nil before the first event.
  var shortKeys: [KeyContext: [String: String]]?
  /// The keys that matter as of the last event; nil before the first.
  var hints: [Hint]?
  private var nextFile = 1

  /// Starts with one document.
  ///
  /// - Parameters:
  ///   - origin: What its journal is of while it has no file.
  ///   - absence: Why the file could not be opened whose left work is to be offered.
  package init(
    _ document: SequenceDocument, path: String?, member: MemberID = .only, origin: String? = nil,
    title: String, isReadOnly: Bool = false, size: Size, setup: Setup, catalog: Catalog = Catalog(),
    absence: OpenFailure? = nil
  ) {
    self.size = size
    self.setup = setup
    numbering = setup.numbering
    files = [
      OpenFile(
        id: FileID(0), path: path, member: member, origin: origin, title: title, document: document,
        isReadOnly: isReadOnly, catalog: catalog, isStrict: setup.isStrict, absence: absence)
    ]
  }

  /// Opens one more document; it is shown when `isShown`.
  @discardableResult
  package mutating func add(
    _ document: SequenceDocument, path: String?, member: MemberID = .only, origin: String? = nil,
    title: String, isReadOnly: Bool = false, isShown: Bool, catalog: Catalog = Catalog(),
    absence: OpenFailure? = nil
  ) -> FileID {
    let id = FileID(nextFile)
    nextFile += 1
    files.append(
      OpenFile(
        id: id, path: path, member: member, origin: origin, title: title, document: document,
        isReadOnly: isReadOnly, catalog: catalog, isStrict: setup.isStrict, absence: absence))
    tellFilesApart()
    if isShown { show(file: id) }
    return id
  }

  /// Gives the open files the titles that tell them apart; whatever opens, closes or names one asks for
  /// it.
  mutating func tellFilesApart() {
    let titles = FileTitles.titles(of: files.map { ($0.name, $0.path) })
    for (index, title) in titles.enumerated() where files[index].title != title {
      files[index].title = title
    }
  }

  /// Says something until the next key.
  mutating func say(_ text: String, _ kind: Message.Kind = .info) {
    message = Message(text, kind)
  }

  /// Says something after what the same key press has said already: what was done to get here.
  mutating func sayToo(_ text: String, _ kind: Message.Kind = .info) {
    say([message?.text, text].compactMap(\.self).joined(separator: " "), kind)
  }

  /// Where keys go now.
  var context: KeyContext {
    top?.context ?? (file.placing != nil ? .placing : pane == .tree ? .tree : .details)
  }

  /// The text being typed into, if any.
  var activeText: TextModel? {
    get { top?.typed }
    set { top?.typed = newValue }
  }

  // MARK: Whose file it is

  /// The file everything is about now: that of a layer that does what it was for, else that of the
  /// layer on top, else the one that is shown.
  ///
  /// So whatever a layer does is done to the file it was opened for.
  var fileID: FileID { served ?? overlays.last?.file ?? shown }

  /// The same, open; it is on the screen.
  package internal(set) var file: OpenFile {
    // Asked for many times a frame; a copy would be one of all that it holds.
    _read { yield files[place] }
    _modify { yield &files[place] }
  }

  private var place: Int { index(of: fileID) ?? 0 }

  /// Where a file is among the open ones; nil when it is closed.
  ///
  /// Closing a file moves those behind it.
  func index(of id: FileID) -> Int? { files.firstIndex { $0.id == id } }

  /// Does something with a file in hand, whichever is shown; nothing when it is closed.
  mutating func with(
    _ id: FileID, _ body: (inout EditorState) -> [Effect]
  ) -> [Effect] {
    guard index(of: id) != nil else { return [] }
    let outer = served
    served = id
    defer { served = outer.flatMap(index(of:)) == nil ? nil : outer }
    return body(&self)
  }

  /// Puts a file on the screen, to stay there.
  mutating func show(file id: FileID) {
    shown = id
    if served != nil { served = id }
  }

  /// Takes a file away, with what was asked about it; the last one leaves the program to its caller.
  mutating func remove(_ id: FileID) {
    guard files.count > 1, let index = index(of: id) else { return }
    files.remove(at: index)
    overlays.removeAll { $0.file == id }
    if shown == id { shown = files[min(index, files.count - 1)].id }
    if served == id { served = nil }
    tellFilesApart()
  }

  // MARK: Layers

  /// A layer and the file it is about.
  private struct Overlay {
    var layer: any Layer
    let file: FileID
  }

  /// What lies over the panes, the last on top.
  var layers: [any Layer] { overlays.map(\.layer) }

  /// The file the layer on top is about.
  var topFile: FileID? { overlays.last?.file }

  /// The layer that takes the keys.
  var top: (any Layer)? {
    get { overlays.last?.layer }
    set {
      guard let newValue, !overlays.isEmpty else { return }
      overlays[overlays.count - 1].layer = newValue
    }
  }

  /// Changes the layer on top when it is of that kind.
  mutating func changeTop<Kind: Layer>(_ change: (inout Kind) -> Void) {
    guard var layer = top as? Kind else { return }
    change(&layer)
    top = layer
  }

  /// The uppermost layer of a kind, under whatever lies over it.
  func uppermost<Kind: Layer>(_: Kind.Type = Kind.self) -> Kind? {
    overlays.lazy.compactMap { $0.layer as? Kind }.last
  }

  /// Changes the uppermost layer of a kind, when there is one.
  mutating func changeUppermost<Kind: Layer>(_ change: (inout Kind) -> Void) {
    guard let index = overlays.lastIndex(where: { $0.layer is Kind }),
      var layer = overlays[index].layer as? Kind
    else { return }
    change(&layer)
    overlays[index].layer = layer
  }

  /// Lays something over the panes that is about the file in hand.
  mutating func open(_ layer: any Layer) { overlays.append(Overlay(layer: layer, file: fileID)) }

  /// Takes the layer on top away and does what it was for, with the file it was about in hand.
  @discardableResult
  mutating func close(_ action: LayerAction? = nil) -> [Effect] {
    guard let gone = overlays.popLast(), let action else { return [] }
    return with(gone.file, action)
  }

  /// Closes the layer on top and does what taking it over does; where that is refused everything lies
  /// as it lay, so that what was typed can be mended.
  mutating func takeOver(_ action: @escaping LayerAction) -> [Effect] {
    let before = overlays
    refusal = nil
    let effects = close(action)
    guard let refusal else { return effects }
    overlays = before
    top?.refusal = refusal
    self.refusal = nil
    return effects
  }

  /// Calls a body for each layer, the lowest first, with the file it is about in hand.
  func forEachLayer(_ body: (any Layer, EditorState) -> Void) {
    for overlay in overlays {
      var state = self
      state.served = overlay.file
      body(overlay.layer, state)
    }
  }
}
