package import Containers
package import Storage
package import TaskSequence
package import XMLTree

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// What a journal brings back.
package struct Recovery: Sendable {
  /// Where the journal is.
  package let journal: String
  /// The file it is about.
  package let file: String
  /// The sequence in the file.
  package let member: MemberID
  /// The paths of the catalogues that counted while the work was done; empty in older journals.
  package let catalogs: [String]
  /// The process that kept it.
  package let mark: ProcessMark
  /// When it was written last, in seconds since 1970.
  package let written: Int
  /// All that was done, and where it stood.
  ///
  /// `saved` is the revision that was in the file.
  package let history: History
  /// Where the cursor was.
  package let focus: NodeID?
  /// What the sequence was in the file.
  package let content: Fingerprint
  /// Whether it was left unsaved on purpose.
  package let isDraft: Bool
  /// Whether the journal's end makes no sense; what is here is what came before it.
  package let isTorn: Bool

  /// Why a journal brings nothing back.
  package enum Fault: Error, Equatable { case unreadable, damaged }

  /// The file as it was when the work was left.
  package var document: SequenceDocument { history.revisions[history.saved ?? 0].document }

  /// Whether it holds anything the file does not.
  package var hasWork: Bool { history.isModified }

  /// Whether the file holds by now what this would bring back.
  func isInFile(_ opener: Opener) -> Bool {
    guard let bytes = try? AtomicFile.read(file) else { return false }
    let work = history.document.serialized()
    // A file of one sequence is nothing else.
    guard member != .only else { return bytes == work }
    return (try? opener.open(bytes).document(of: member).serialized()) == work
  }

  /// How many edits are not in the file.
  package var editCount: Int { max(1, history.unsavedCount) }

  /// Reads a journal.
  package init(reading journal: String) throws(Fault) {
    var status = stat()
    // What a journal of the largest file may grow to before it is begun anew.
    let limit = AtomicFile.sizeLimit * 8
    guard stat(journal, &status) == 0, let bytes = try? AtomicFile.read(journal, limit: limit)
    else { throw .unreadable }
    try self.init(bytes, of: journal, written: status.st_mtim.tv_sec)
  }

  /// Reads the bytes of a journal that was written last at a time, in seconds since 1970.
  package init(_ bytes: [UInt8], of journal: String, written: Int) throws(Fault) {
    let (records, isWhole) = JournalRecord.decode(bytes)
    guard case .opening(let mark, let file, let base, let catalogs)? = records.first else {
      throw .damaged
    }
    var builder = try Builder(base)
    for record in records.dropFirst() {
      guard builder.add(record) else { break }
    }
    self.journal = journal
    self.file = file
    member = builder.member
    self.catalogs = catalogs
    self.mark = mark
    self.written = written
    history = builder.history
    focus = builder.focus.flatMap { builder.history.document.tree.element(at: $0)?.id }
    content = builder.content
    isDraft = builder.isDraft
    isTorn = !isWhole || builder.isTorn
  }

  /// Makes a history of records.
  private struct Builder {
    /// The revisions, where in them the journal's numbers are, and the ids given on any branch.
    private var revisions: [Revision]
    private var ids: IDSource
    private var places: [UInt32: Int] = [0: 0]
    private var last: (place: Int, bytes: [UInt8])
    private var current = 0
    private var saved: Int? = 0
    private(set) var focus: ElementAddress?
    private(set) var content: Fingerprint
    private(set) var isDraft = false
    private(set) var isTorn = false
    private(set) var member = MemberID.only

    init(_ base: [UInt8]) throws(Fault) {
      guard let document = try? SequenceDocument(loading: base) else { throw .damaged }
      revisions = History(document).revisions
      ids = document.tree.ids
      last = (0, base)
      content = Fingerprint(of: base)
    }

    var history: History {
      History(
        opened: revisions[0].document, Array(revisions.dropFirst()), at: current, saved: saved)
    }

    /// Answers false at the first record that does not fit those before it.
    mutating func add(_ record: JournalRecord) -> Bool {
      switch record {
      case .opening: isTorn = true
      case .member(let text): member = MemberID(text)
      case .revision(let revision): isTorn = !add(revision)
      case .position(let current, let saved, let content, let focus):
        guard let place = places[current] else {
          isTorn = true
          break
        }
        self.current = place
        self.saved = saved.flatMap { places[$0] }
        self.content = content
        self.focus = focus
        isDraft = false
      case .draft: isDraft = true
      }
      return !isTorn
    }

    private mutating func add(_ record: JournalRevision) -> Bool {
      guard let parent = places[record.parent] else { return false }
      let before = revisions[parent].document.sparing(ids)
      let old = last.place == parent ? last.bytes : before.serialized()
      guard let bytes = record.patch.applied(to: old),
        let read = try? SequenceDocument(loading: bytes)
      else { return false }
      let document = before.adopting(read)
      ids.skip(past: document.tree.ids)
      revisions.append(
        Revision(
          parent: parent, document: document, label: record.label, cause: record.cause,
          focusBefore: record.focusBefore.flatMap { before.tree.element(at: $0)?.id },
          focusAfter: record.focusAfter.flatMap { document.tree.element(at: $0)?.id }))
      last = (revisions.count - 1, bytes)
      places[record.index] = last.place
      // Killed before it could say where it stood, it stood here.
      current = last.place
      focus = record.focusAfter
      return true
    }
  }
}
