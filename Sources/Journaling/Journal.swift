import CFiles
package import Containers
package import Storage
package import TaskSequence
package import XMLTree

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// The record of the edits of one open sequence, written before the next key is read.
///
/// A new journal holds the sequence as it was opened, which of most files is all there is; every revision is added to its end and nothing in
/// it is ever changed, so a process that dies leaves at worst a torn last record. Whoever opens the
/// file later finds it through `JournalFolder`.
package final class Journal {
  /// A journal is begun anew beyond this, or beyond four times the file if that is more.
  ///
  /// What is then kept is the file as it was opened and what is made of it now; the steps between
  /// cannot come back.
  package static let sizeLimit = 64 * 1024 * 1024

  /// What the name of a journal that is to take another's place ends with.
  static let successor = ".new"

  /// Where it is; its folder as long as it has no name.
  package private(set) var path: String
  /// The file it is about, and the sequence in it.
  private let file: String
  private let member: MemberID
  /// The paths of the catalogues its references are looked up in.
  private let catalogs: [String]
  private let mark: ProcessMark
  private var limit: Int
  private var descriptor: Int32 = -1
  private var size = 0
  /// Whether the disk knows its name.
  private var isListed = false
  /// The folder it gets its name in with the first record, and the document it was begun with; nil
  /// when it has its name.
  private var unnamed: (folder: JournalFolder, base: SequenceDocument)?
  /// How many revisions were seen, and those of them that are in it.
  private var seen = 1
  private var written: Set<Int> = [0]
  /// What is in the file, and which revision that is.
  private var content: Fingerprint
  private var saved: Int?
  private var focus: ElementAddress?

  /// Begins a journal of a sequence of `file` in a folder.
  ///
  /// - Throws: when it cannot be made.
  package init(
    of file: String, member: MemberID = .only, _ history: History, in folder: JournalFolder,
    catalogs: [String] = [], limit: Int = Journal.sizeLimit, by mark: ProcessMark = .own
  ) throws(FileFailure) {
    (self.file, self.member, self.catalogs) = (file, member, catalogs)
    self.mark = mark
    let base = history.revisions[0].document.serialized()
    content = Fingerprint(of: base)
    saved = 0
    self.limit = max(limit, base.count * 4)
    path = try folder.unusedPath(for: file)
    (descriptor, size) = try begin(base, at: path)
  }

  /// The largest file whose journal is begun ahead.
  package static let aheadLimit = 16 * 1024 * 1024

  /// Begins a journal of a file in which nothing was done yet, so that the first edit need not wait for
  /// it.
  ///
  /// No folder lists it before something is recorded: when nothing is, nothing is left of it, whatever
  /// becomes of the process. Nil where there is no folder yet or its file system has no such files, and
  /// for long files.
  package init?(
    aheadOf file: String, member: MemberID = .only, _ history: History, in folder: JournalFolder,
    catalogs: [String] = [], by mark: ProcessMark = .own
  ) {
    let document = history.revisions[0].document
    guard document.tree.root.byteCount <= Self.aheadLimit else { return nil }
    (self.file, self.member, self.catalogs) = (file, member, catalogs)
    self.mark = mark
    path = folder.path
    let base = document.serialized()
    content = Fingerprint(of: base)
    saved = 0
    limit = max(Self.sizeLimit, base.count * 4)
    descriptor = files_make_nameless(folder.path)
    guard descriptor >= 0, let size = try? write(base, to: descriptor) else { return nil }
    self.size = size
    unnamed = (folder, document)
  }

  deinit { if descriptor >= 0 { close(descriptor) } }

  /// Writes down every revision that is new, where the editor stands and what is saved.
  ///
  /// They are the system's when it returns, and so outlive the process; `sync` has them outlive the
  /// system.
  /// - Throws: when they could not be written; the next call tries again.
  package func record(_ history: History, focus: NodeID) throws(FileFailure) {
    try appear(history)
    let document = history.document
    self.focus = document.tree.address(of: focus)
    for index in Array(seen..<history.revisions.count) + [history.current]
    where !written.contains(index) {
      try write(index, of: history)
    }
    seen = history.revisions.count
    if history.saved != saved {
      saved = history.saved
      if let saved { content = Fingerprint(of: history.revisions[saved].document.serialized()) }
    }
    try append(position(history))
    if size > limit { shorten(history) }
  }

  /// Has all of it reach the disk, so that it outlives the loss of power; milliseconds, and more for
  /// the first time.
  /// - Throws: when the disk, or whoever is behind it, does not take it.
  package func sync() throws(FileFailure) {
    guard unnamed == nil else { return }
    guard AtomicFile.retrying({ fdatasync(descriptor) }) == 0 else {
      throw FileFailure("cannot write it to the disk")
    }
    if !isListed { AtomicFile.syncFolder(of: path) }
    isListed = true
  }

  /// Says that the work is left here on purpose, to be taken up later.
  package func markDraft() throws(FileFailure) {
    guard unnamed == nil else { return }
    try append(.draft)
    try sync()
  }

  /// Whether it is the journal of that sequence.
  package func isAbout(_ path: String, _ member: MemberID = .only) -> Bool {
    file == path && self.member == member
  }

  /// Whether somebody else has removed it.
  package var isLost: Bool {
    var status = stat()
    return unnamed == nil && fstat(descriptor, &status) == 0 && status.st_nlink == 0
  }

  /// Whether nothing was recorded yet, so that nothing is left of it when it is let go of.
  package var isAhead: Bool { unnamed != nil }

  /// Removes it.
  package func remove() {
    if unnamed == nil { JournalFolder.remove(path) }
  }

  // MARK: Writing

  /// Makes a journal's file and answers it with its size.
  private func begin(
    _ base: [UInt8], at path: String
  ) throws(FileFailure) -> (descriptor: Int32, size: Int) {
    unlink(path)
    let descriptor = AtomicFile.retrying {
      open(path, O_WRONLY | O_CREAT | O_EXCL | O_APPEND | O_CLOEXEC, 0o600)
    }
    guard descriptor >= 0 else { throw FileFailure("cannot make it") }
    // Whatever the umask, its owner can read it.
    fchmod(descriptor, 0o600)
    do throws(FileFailure) {
      return (descriptor, try write(base, to: descriptor))
    } catch {
      close(descriptor)
      unlink(path)
      throw error
    }
  }

  /// Writes what a journal begins with and answers how much that is.
  private func write(_ base: [UInt8], to descriptor: Int32) throws(FileFailure) -> Int {
    let opening = JournalRecord.opening(
      mark, file: Path.absolute(file), around: base, catalogs: catalogs)
    let head = JournalRecord.signature + opening.head
    let tail = opening.tail + (member == .only ? [] : JournalRecord.member(member.text).encoded)
    for part in [head, base, tail] {
      try AtomicFile.writeAll(Draft(bytes: part), to: descriptor)
    }
    return head.count + base.count + tail.count
  }

  /// Has the folder list it, when none does.
  private func appear(_ history: History) throws(FileFailure) {
    guard let (folder, base) = unnamed else { return }
    path = try folder.unusedPath(for: file)
    let opened = history.revisions[0].document
    // What a recovered history begins with may be another document.
    if !base.isIdentical(to: opened) || files_name(descriptor, path) != 0 {
      let bytes = opened.serialized()
      let old = descriptor
      (descriptor, size) = try begin(bytes, at: path)
      content = Fingerprint(of: bytes)
      close(old)
    }
    // Whatever the umask, its owner can read it.
    fchmod(descriptor, 0o600)
    unnamed = nil
  }

  private func append(_ record: JournalRecord) throws(FileFailure) {
    try append(record.encoded)
  }

  private func append(_ bytes: [UInt8]) throws(FileFailure) {
    do throws(FileFailure) {
      try AtomicFile.writeAll(Draft(bytes: bytes), to: descriptor)
      size += bytes.count
    } catch {
      // Half a record would hide all that come after it.
      ftruncate(descriptor, off_t(size))
      throw error
    }
  }

  private func write(_ index: Int, of history: History) throws(FileFailure) {
    let revision = history.revisions[index]
    let wanted = revision.parent ?? 0
    let parent = written.contains(wanted) ? wanted : 0
    let before = history.revisions[parent].document
    let record = JournalRevision(
      index: UInt32(index), parent: UInt32(parent),
      label: parent == wanted ? revision.label : "Edits up to: \(revision.label)",
      patch: .init(revision.document.difference(from: before)),
      focusBefore: revision.focusBefore.flatMap { before.tree.address(of: $0) },
      focusAfter: revision.focusAfter.flatMap { revision.document.tree.address(of: $0) },
      cause: parent == wanted ? revision.cause : history.cause(of: index))
    try append(.revision(record))
    written.insert(index)
  }

  private func position(_ history: History) -> JournalRecord {
    let isKnown = saved.map { written.contains($0) } ?? false
    return .position(
      current: UInt32(history.current), saved: isKnown ? saved.map(UInt32.init) : nil,
      content: content, focus: focus)
  }

  /// Begins it anew with the file as it was opened and what was made of it, in a file that takes its
  /// place once it is whole.
  private func shorten(_ history: History) {
    let base = history.revisions[0].document.serialized()
    let old = (descriptor, size, written)
    do throws(FileFailure) {
      (descriptor, size) = try begin(base, at: path + Self.successor)
      written = [0]
      if history.current != 0 { try write(history.current, of: history) }
      try append(position(history))
      try sync()
      guard rename(path + Self.successor, path) == 0 else { throw FileFailure("cannot shorten it") }
      isListed = false
      close(old.0)
    } catch {
      if descriptor != old.0 { close(descriptor) }
      unlink(path + Self.successor)
      (descriptor, size, written) = old
    }
    limit = max(limit, size * 2)
  }
}

/// Part of a journal: it may hold a sequence that nothing lets pass yet, and its file is read by the
/// user alone.
private struct Draft: FileContent { let bytes: [UInt8] }
