package import Checks
package import Conditions
package import Containers
package import ObjectCatalog
import Operations
package import References
package import TaskSequence
package import Workspace
package import XMLTree

/// One open file: its history and how it is looked at.
package struct OpenFile: Sendable {
  package let id: FileID
  /// Where it is saved; nil for the sample and for standard input.
  package internal(set) var path: String?
  /// Which sequence of the file at `path` it is.
  package internal(set) var member: MemberID
  /// What it is called by itself.
  var name: String
  /// What it is called beside the other open files: `EditorState.tellFilesApart`.
  package internal(set) var title: String
  package internal(set) var history: History
  package internal(set) var outline: Outline
  package internal(set) var details = DetailsState()
  package internal(set) var search = Search()
  /// Whether edits are refused.
  package internal(set) var isReadOnly: Bool
  /// What is known of objects around the file.
  private(set) var around: Catalog
  /// Whether the references were looked up in it.
  private var knowsAround = false
  /// The values its conditions are tried out with.
  package internal(set) var facts = StatedFacts()
  /// What is wrong in the sequence, as of the last look.
  package private(set) var check: SequenceCheck
  /// The rows that were marked when it was left.
  var lastMarks: Set<NodeID> = []
  /// What its journal is of while it has no file: the file it was recovered beside, the name of a new
  /// sequence, what stands for standard input.
  package internal(set) var origin: String?
  /// Why the file itself could not be opened: what is shown then is what was in it when work was left
  /// on it.
  package internal(set) var absence: OpenFailure?
  /// What was told of it when it was saved last.
  var told = KnownFaults()
  /// Whether it may be saved although it is larger than the site takes.
  var maySaveLarge = false
  /// Nodes on their way to a place the user is choosing.
  var placing: Set<NodeID>?
  /// The new step whose fields are being filled in one after the other.
  var filling: NodeID?
  /// What of the history was given to the journal.
  var recorded: RecordMark?
  /// Whether the backup of this run was made.
  var hasBackup = false

  /// Opens a document.
  package init(
    id: FileID, path: String?, member: MemberID = .only, origin: String? = nil, title: String,
    document: SequenceDocument, isReadOnly: Bool = false, catalog: Catalog = Catalog(),
    isStrict: Bool = false,
    absence: OpenFailure? = nil
  ) {
    self.id = id
    self.path = path
    self.member = member
    self.origin = origin
    (name, self.title) = (title, title)
    self.isReadOnly = isReadOnly
    self.absence = absence
    history = History(document)
    outline = Outline(document)
    around = catalog
    check = SequenceCheck(catalog: Catalog(), isStrict: isStrict, rules: .marked)
  }

  /// What the sequence references, as of the last look.
  package var references: ReferenceCheck { check.references }

  /// Looks the references up in other surroundings from now on.
  mutating func learn(_ around: Catalog) {
    self.around = around
    knowsAround = false
    look()
  }

  /// Looks the references up in another catalogue first from now on.
  mutating func learn(also catalog: Catalog) {
    var known = catalog
    known.formUnion(around)
    learn(known)
  }

  /// Takes over what the user states of an object.
  mutating func learn(_ statement: Statement) {
    var known = Catalog()
    known.add(statement.object, as: .stated)
    around.formUnion(known)
    learn(around)
  }

  /// The edit that operations make of the document.
  mutating func applying(
    label: String?, _ operations: (inout Chain) throws(Refusal) -> Void
  ) throws(Refusal) -> Edit {
    do throws(Refusal) {
      return try check.applying(operations, to: document, saved: savedDocument, label: label)
    } catch {
      look()
      throw error
    }
  }

  /// Looks at the references when the document has changed, and for the first time.
  ///
  /// The first frame of a long sequence does not wait for it.
  mutating func look() {
    if !knowsAround {
      var known = SequenceKnowledge.read(history.revisions[0].document)
      known.formUnion(around)
      check = SequenceCheck(catalog: known, isStrict: references.isStrict, rules: .marked)
      knowsAround = true
    }
    check.look(at: document)
  }

  /// Has references nothing is known of count as unresolved from now on, or not any more.
  mutating func judge(strictly isStrict: Bool) {
    check = SequenceCheck(catalog: Catalog(), isStrict: isStrict, rules: .marked)
    knowsAround = false
    look()
  }

  /// What may be written of it.
  /// - Throws: the references that stop it.
  mutating func clear() throws(Unresolved) -> ClearedSequences {
    look()
    return try check.clear(document, as: member)
  }

  package var document: SequenceDocument { history.document }

  /// The node the cursor is on.
  package var focus: TaskNode { document.node(outline.focus) ?? document.sequence }

  /// What an edit works on: the marked nodes, else the focused one.
  package var targets: Set<NodeID> {
    outline.marks.isEmpty ? [outline.focus] : outline.marks
  }

  /// The paths of the targets.
  var targetPaths: [NodePath] { document.paths(of: targets) }

  /// The node an edit of the targets starts from: the focused one, else the first that is marked.
  var subject: TaskNode {
    targets.contains(outline.focus) ? focus : document.nodes(targets).first ?? focus
  }

  /// What is added to a label when more than one node is asked about.
  var ofMarked: String {
    outline.marks.count > 1 ? " of \(outline.marks.count) marked nodes" : ""
  }

  /// Where a new step or group goes: to the row below, which is inside a group that is open.
  var destinationOfNew: Destination {
    let node = focus
    guard node.kind == .group, outline.focusedRow?.isFolded == false else { return destination }
    return .start(of: node.id)
  }

  /// Where nodes that were copied go: inside a focused group that is empty, else after the focused node.
  var destination: Destination {
    let node = focus
    if node.kind == .sequence { return .start(of: node.id) }
    if node.kind == .group, node.children.isEmpty { return .end(of: node.id) }
    return .after(node.id)
  }

  /// The revision that is in the file.
  var savedDocument: SequenceDocument { history.revisions[history.saved ?? 0].document }

  /// The bytes of the revision that is in the file.
  var savedBytes: [UInt8] { savedDocument.serialized() }

  /// What is wrong with the focused node, without a full stop; nil when nothing is.
  var focusedProblem: String? { check.problem(of: focus)?.message }

  /// Every node with a problem.
  var allProblems: Set<NodeID> { check.problemNodes(in: document) }
}
