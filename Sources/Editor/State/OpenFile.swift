package import TaskSequence
package import XMLTree

/// One open file: its history and how it is looked at.
package struct OpenFile: Sendable {
  package let id: FileID
  /// Where it is saved; nil for the sample and for standard input.
  package internal(set) var path: String?
  /// The name shown.
  package internal(set) var title: String
  package internal(set) var history: History
  package internal(set) var outline: Outline
  package internal(set) var details = DetailsState()
  package internal(set) var search = Search()
  /// Whether edits are refused.
  package internal(set) var isReadOnly: Bool
  /// Where it was found when it was recovered beside its own file; its journal is of that file.
  package internal(set) var origin: String?
  /// What of the history was given to the journal.
  var recorded: RecordMark?
  /// Whether the backup of this run was made.
  var hasBackup = false

  /// Opens a document.
  package init(
    id: FileID, path: String?, title: String, document: SequenceDocument, isReadOnly: Bool = false
  ) {
    self.id = id
    self.path = path
    self.title = title
    self.isReadOnly = isReadOnly
    history = History(document)
    outline = Outline(document)
  }

  package var document: SequenceDocument { history.document }

  /// The node the cursor is on.
  package var focus: TaskNode { document.node(outline.focus) ?? document.sequence }

  /// What an edit works on: the marked nodes, else the focused one.
  package var targets: Set<NodeID> {
    outline.marks.isEmpty ? [outline.focus] : outline.marks
  }

  /// The bytes of the revision that is in the file.
  var savedBytes: [UInt8] {
    history.revisions[history.saved ?? 0].document.serialized()
  }
}
