package import XMLTree

/// One state of a document and how it came about.
package struct Revision: Sendable {
  /// How a revision came about.
  package enum Cause: Equatable, Sendable {
    /// It is the file as it was opened.
    case opening
    /// Operations made it of its parent, one after the other: their lines, which may hold values that
    /// are never shown unasked.
    case operations([String])
    /// The file was read again from the disk.
    case reload
    /// Nothing says it: journals of earlier versions of the program do not.
    case unknown
  }

  /// The revision it was made from; nil for the file as it was opened.
  package let parent: Int?
  package let document: SequenceDocument
  /// What happened, in the past tense.
  package let label: String
  /// How it came about, for those who repeat it.
  package let cause: Cause
  /// The node the cursor stood on before the edit, and after it.
  package let focusBefore: NodeID?
  package let focusAfter: NodeID?

  package init(
    parent: Int?, document: SequenceDocument, label: String, cause: Cause, focusBefore: NodeID?,
    focusAfter: NodeID?
  ) {
    self.parent = parent
    self.document = document
    self.label = label
    self.cause = cause
    self.focusBefore = focusBefore
    self.focusAfter = focusAfter
  }
}

/// All revisions of a document in the order they were made.
///
/// Nothing is ever thrown away: an edit after
/// an undo starts a branch, and every revision can be gone back to.
///
/// A revision is its document, which shares what it has in common with the others, so undo puts back
/// the very same tree.
package struct History: Sendable {
  /// Every revision; the first is the file as it was opened.
  package private(set) var revisions: [Revision]
  /// Where the document stands now.
  package private(set) var current = 0
  /// The document of the current revision.
  package private(set) var document: SequenceDocument
  /// The ids given so far on any branch, none of which is given again.
  private var ids: IDSource
  /// The revision that is in the file; nil when none is.
  package private(set) var saved: Int? = 0
  /// For each revision, the one that redo goes to.
  private var next: [Int: Int] = [:]

  /// Starts with a document as it was opened.
  package init(_ document: SequenceDocument) {
    revisions = [
      Revision(
        parent: nil, document: document, label: "Opened", cause: .opening, focusBefore: nil,
        focusAfter: nil)
    ]
    self.document = document
    ids = document.tree.ids
  }

  /// Continues a history that was written down; redo follows the branch made last, and the way to
  /// where it stands.
  ///
  /// Every revision but the first must name a parent that comes before it.
  package init(opened: SequenceDocument, _ later: [Revision], at current: Int, saved: Int?) {
    self.init(opened)
    self.saved = saved
    for revision in later {
      ids.skip(past: revision.document.tree.ids)
      revisions.append(revision)
      if let parent = revision.parent { next[parent] = revisions.count - 1 }
    }
    go(to: current)
  }

  /// Whether the document is not what is in the file.
  package var isModified: Bool { saved != current }

  package var canUndo: Bool { revisions[current].parent != nil }

  package var canRedo: Bool { next[current] != nil }

  /// How many edits, made or taken back, are between the file and the current revision; of a file that
  /// holds no revision, all of them.
  package var unsavedCount: Int {
    Set(trail(to: current)).symmetricDifference(trail(to: saved ?? 0)).count
  }

  /// Adds a revision.
  ///
  /// Answers false, and adds none, when the edit changed nothing.
  @discardableResult
  package mutating func record(
    _ change: Edit, focusBefore: NodeID?, focusAfter: NodeID?
  ) -> Bool {
    guard !change.document.isSame(as: document) else { return false }
    revisions.append(
      Revision(
        parent: current, document: change.document, label: change.label, cause: change.cause,
        focusBefore: focusBefore, focusAfter: focusAfter))
    ids.skip(past: change.document.tree.ids)
    next[current] = revisions.count - 1
    stand(on: revisions.count - 1)
    return true
  }

  private mutating func stand(on index: Int) {
    current = index
    document = revisions[index].document
    document.tree.ids.skip(past: ids)
  }

  /// Goes back one edit and answers the revision that was undone.
  package mutating func undo() -> Revision? {
    let revision = revisions[current]
    guard let parent = revision.parent else { return nil }
    next[parent] = current
    stand(on: parent)
    return revision
  }

  /// Goes forward to the edit that was undone last from here, and answers it.
  package mutating func redo() -> Revision? {
    guard let child = next[current] else { return nil }
    stand(on: child)
    return revisions[child]
  }

  /// Goes to any revision; redo then follows the branch that leads there.
  package mutating func go(to index: Int) {
    guard revisions.indices.contains(index) else { return }
    stand(on: index)
    let way = trail(to: index)
    for (parent, child) in zip(way, way.dropFirst()) { next[parent] = child }
  }

  /// Says that the current revision is in the file now.
  package mutating func markSaved() { saved = current }

  /// Says that no revision is in the file, as when the file is gone.
  package mutating func markUnsaved() { saved = nil }

  /// The revisions that lead from the opened file to one, both included.
  package func trail(to index: Int) -> [Int] {
    var way: [Int] = []
    var step: Int? = index
    while let revision = step {
      way.append(revision)
      step = revisions[revision].parent
    }
    return way.reversed()
  }
}

extension History {
  /// How a revision came about, told from the opened file on; unknown as soon as one on the way was
  /// made otherwise than by operations.
  package func cause(of index: Int) -> Revision.Cause {
    var lines: [String] = []
    for step in trail(to: index).dropFirst() {
      guard case .operations(let more) = revisions[step].cause else { return .unknown }
      lines += more
    }
    return .operations(lines)
  }
}

extension SequenceDocument {
  /// Whether both are the very same revision; costs nothing.
  package func isIdentical(to other: SequenceDocument) -> Bool {
    tree.root === other.tree.root && hasRecord(of: other)
  }

  /// Whether both are the same nodes spelled with the same bytes, in the same surroundings; costs a
  /// look at what the two do not share.
  package func isSame(as other: SequenceDocument) -> Bool {
    tree.isSame(as: other.tree) && hasRecord(of: other)
  }

  private func hasRecord(of other: SequenceDocument) -> Bool {
    guard let record, let theirs = other.record else {
      return record == nil && other.record == nil
    }
    return record.isIdentical(to: theirs)
  }
}
