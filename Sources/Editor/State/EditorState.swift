import Appearance
import Conditions
package import Journaling
package import ObjectCatalog
package import Screen
package import TaskSequence
import XMLTree

/// Which half of the screen the keys go to.
package enum Pane: Equatable, Sendable { case tree, details }

/// Everything the editor knows: the open files, what lies over them, and what was said last.
///
/// It is changed by `handle` alone and shown by `draw` alone; neither touches the world.
package struct EditorState {
  package internal(set) var files: [OpenFile]
  package internal(set) var current = 0
  package internal(set) var size: Size
  package internal(set) var pane = Pane.tree
  package internal(set) var message: Message?
  /// Whether keys come faster than anybody reads.
  ///
  /// The details then stay those of the node the cursor was on, until `EditorEvent.rested`: a key held
  /// down over a slow line moves the cursor and no more.
  package var isHurried = false
  /// Whether the details are those of a node the cursor was on before.
  package internal(set) var isBehind = false
  package internal(set) var clipboard: Clipboard?
  package let setup: Setup
  var layers: [Layer] = []
  /// Keys of a run that is not finished.
  var pendingKeys: [Key] = []
  /// Names that go on from what was just typed.
  var completion: Completion?
  /// All names there are to complete with, kept while the document stays.
  var completionNames: CompletionNames?
  /// What there is to complete conditions with, kept while the document stays.
  var conditionVocabulary: ConditionVocabulary?
  /// Whether a condition was worked on at the last event.
  var wasConditional = false
  /// The text cut last in a field.
  var killed = ""
  /// The condition, or the part of one, that was copied last.
  var conditionClipboard: Operand?
  /// Nodes on their way to a place the user is choosing.
  var placing: Set<NodeID>?
  /// What is being saved on the way to something else, such as leaving.
  var afterSaving: SavePlan?
  /// Whether the last save was refused because references are unresolved.
  package internal(set) var wasRefused = false
  /// The labels of step types added in this session, the last first.
  var recentTypes: [String] = []
  /// The new step whose fields are being filled in one after the other.
  var filling: NodeID?
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
    _ document: SequenceDocument, path: String?, origin: String? = nil, title: String,
    isReadOnly: Bool = false, size: Size, setup: Setup, catalog: Catalog = Catalog(),
    absence: OpenFailure? = nil
  ) {
    self.size = size
    self.setup = setup
    files = [
      OpenFile(
        id: FileID(0), path: path, origin: origin, title: title, document: document,
        isReadOnly: isReadOnly, catalog: catalog, isStrict: setup.isStrict, absence: absence)
    ]
  }

  /// Opens one more document; it is shown when `isShown`.
  package mutating func add(
    _ document: SequenceDocument, path: String?, origin: String? = nil, title: String,
    isReadOnly: Bool = false, isShown: Bool, catalog: Catalog = Catalog(),
    absence: OpenFailure? = nil
  ) {
    files.append(
      OpenFile(
        id: FileID(nextFile), path: path, origin: origin, title: title, document: document,
        isReadOnly: isReadOnly, catalog: catalog, isStrict: setup.isStrict, absence: absence))
    nextFile += 1
    if isShown { current = files.count - 1 }
  }

  /// The file on the screen.
  package internal(set) var file: OpenFile {
    get { files[current] }
    _modify { yield &files[current] }
  }

  /// Says something until the next key.
  package mutating func say(_ text: String, _ kind: Message.Kind = .info) {
    message = Message(text, kind)
  }

  /// Where keys go now.
  var context: KeyContext {
    switch layers.last {
    case .picker: .list
    case .prompt, .writing: .field
    case .viewer, .question: .viewer
    case .review: .review
    case .condition: .condition
    case nil: placing != nil ? .placing : pane == .tree ? .tree : .details
    }
  }

  /// The text being typed into, if any.
  var activeText: TextModel? {
    get { layers.last?.text }
    set { if !layers.isEmpty { layers[layers.count - 1].text = newValue } }
  }
}
