import Containers
import Editor
import Glibc
import Handover
import Journaling
import ObjectCatalog
import References
import Storage
import TaskSequence
import Workspace

/// Looks after the open files: their journals, their locks, and what others do to them on the disk.
struct Keeper {
  private let folder: JournalFolder?
  private let opener: Opener
  private var journals: [FileID: Journal] = [:]
  /// What each open sequence was in, as it was read or written last.
  private var stamps: [FileID: FileStamp] = [:]
  /// The locks of files and what they are, by their paths: several open sequences can be in one.
  private var locks: [String: FileLock] = [:]
  private var containers: [String: any Container] = [:]
  /// Changes that were told already.
  private var told: [FileID: FileStamp.Change] = [:]
  /// The files whose work stays in the journal, and where.
  private(set) var drafts: [FileID: Draft] = [:]
  /// What should be known of files that were saved, by their paths.
  private(set) var remarks: [String: String] = [:]
  /// The files whose journals have not reached the disk.
  private var unsynced: Set<FileID> = []
  /// The files whose journals were begun ahead, or could not be.
  private var prepared: Set<FileID> = []
  /// Whether the last edits could not be written down, which is said once.
  private var isFailing = false

  /// Work that was left on purpose.
  struct Draft {
    let title: String
    let journal: String
    /// Whether opening a file offers it again.
    let hasFile: Bool
  }

  /// What is known of objects around files.
  private var library: CatalogLibrary

  init(
    folder: String? = Environment.stateFolder, library: CatalogLibrary = .none,
    opener: Opener = Opener()
  ) {
    self.folder = folder.map { JournalFolder($0 + "/journal", opener: opener) }
    self.library = library
    self.opener = opener
  }

  /// What others did to the files since the last look, each told once.
  mutating func changes(_ files: [OpenFile]) -> [Outcome] {
    files.compactMap { file in
      guard let path = file.path, let change = stamps[file.id]?.change() else {
        told[file.id] = nil
        return nil
      }
      guard told[file.id] != change else { return nil }
      told[file.id] = change
      return .changedOnDisk(file.id, path: path, change, isSaving: false)
    }
  }

  /// Lets go of all locks; journals stay.
  mutating func releaseLocks() {
    for lock in locks.values { lock.release() }
    locks = [:]
  }

  /// Whether something has yet to reach the disk.
  var isUnsynced: Bool { !unsynced.isEmpty }

  /// Has the journals reach the disk.
  mutating func sync() -> [Outcome] {
    guard isUnsynced else { return [] }
    defer { unsynced = [] }
    do throws(FileFailure) {
      for id in unsynced { try journals[id]?.sync() }
      isFailing = false
      return []
    } catch {
      return tell(error)
    }
  }

  // MARK: Opening and saving

  /// Looks after a file that was opened.
  mutating func attend(_ file: OpenFile, at path: String, isReadOnly: Bool) -> [Outcome] {
    let container = file.absence == nil ? container(of: file, path) : nil
    remember(
      [file.id], path, container, holding: container.map { Fingerprint(of: $0.bytes) })
    // What is in the way of the file was said; a save looks again.
    if file.absence != nil { told[file.id] = stamps[file.id]?.change() }
    if !isReadOnly, locks[path] == nil {
      switch FileLock.take(for: path) {
      case .held(let holder): return [.locked(file.id, path: path, by: holder)]
      case .taken(let lock): locks[path] = lock
      }
      Leftovers.clean(beside: path)
      Leftovers.clean(in: OutsideEditor.folder)
    }
    return isReadOnly ? [] : recall(file, from: path)
  }

  /// The file a sequence was opened from.
  private func container(of file: OpenFile, _ path: String) -> (any Container)? {
    guard file.member != .only else {
      return ExportLists.around(SoleSequence(file.document), at: path)
    }
    return containers[path] ?? (try? Files.container(path, opener))
  }

  /// Looks for work that was left on a file, or on what has none.
  func recall(_ file: OpenFile, from origin: String) -> [Outcome] {
    guard let (found, damaged) = folder?.journals(of: origin, file.member) else { return [] }
    let notes = damaged.map {
      Outcome.message(
        Message("A journal of this file makes no sense; it was set aside as \($0).", .warning))
    }
    return notes + (found.first.map { [.recoverable(file.id, $0)] } ?? [])
  }

  /// Attends to a file, taking the lock from whoever has it.
  mutating func takeOver(_ file: OpenFile, at path: String) -> [Outcome] {
    locks[path] = FileLock.takeOver(for: path)
    Leftovers.clean(beside: path)
    return recall(file, from: path)
  }

  /// The open files that are other sequences of the file one is in.
  private func others(than id: FileID, _ files: [OpenFile], _ path: String) -> [FileID] {
    let own = files.first { $0.id == id }?.member
    return files.filter { other in
      other.id != id && other.member != own && stamps[other.id]?.path == path
    }.map(\.id)
  }

  /// Writes sequences of one file at once.
  mutating func write(
    _ id: FileID, to path: String, _ sequences: ClearedSequences, backup: AtomicFile.Backup?,
    isNew: Bool, _ files: [OpenFile]
  ) -> [Outcome] {
    let isOwn = files.first { $0.id == id }?.path == path
    let before = file(at: path, isKnown: stamps[id]?.path == path, isOwn: isOwn)
    let outcomes = write(
      [id] + others(than: id, files, path), path, sequences, into: before, backup: backup,
      isNew: isNew, isOwn: isOwn)
    guard case .written(_, _, .success)? = outcomes.first else { return outcomes }
    let notes = followed(path, instead: before, files.first { $0.id == id }?.document)
    remarks[path] = notes.isEmpty ? nil : notes.joined(separator: " ")
    return outcomes + notes.map { .message(Message($0, .warning)) }
  }

  /// The file that sequences are written into: as it is known, or as it is there; nil where a file of its
  /// own is written.
  private func file(at path: String, isKnown: Bool, isOwn: Bool) -> (any Container)? {
    if isKnown, let known = containers[path] { return known }
    guard isOwn || isKnown, let there = try? Files.container(path, opener) else { return nil }
    return ExportLists.around(there, at: path)
  }

  /// Writes what follows a file that was written, and answers what should be known of it.
  private func followed(
    _ path: String, instead before: (any Container)?, _ document: SequenceDocument?
  ) -> [String] {
    guard let before, let container = containers[path] else {
      return [document.flatMap { ExportLists.remark(on: path, $0) }].compactMap(\.self)
    }
    return container.notes + ExportLists.follow(path, container, instead: before)
  }

  /// The first is the one that is saved, the others are open in the file, too.
  ///
  /// - Parameter isOwn: Whether the file is the one it is open in.
  private mutating func write(
    _ ids: [FileID], _ path: String, _ sequences: ClearedSequences,
    into container: (any Container)?, backup: AtomicFile.Backup?, isNew: Bool, isOwn: Bool
  ) -> [Outcome] {
    let id = ids[0]
    let isKnown = stamps[id]?.path == path
    for id in isKnown ? ids : [] {
      guard let change = stamps[id]?.change(isThorough: true) else { continue }
      told[id] = change
      return [.changedOnDisk(id, path: path, change, isSaving: true)]
    }
    let lock: FileLock?
    switch FileLock.take(for: path) {
    case .taken(let taken): lock = taken
    // A lock that was taken from here is no reason; what they save is noticed.
    case .held where isKnown: lock = nil
    case .held(let holder):
      return [.written(id, path: path, .failure(.inUse(by: holder)))]
    }
    do throws(FileFailure) {
      let content = try file(of: sequences, at: path, in: container, isOwn: isOwn || isKnown)
      let notes = try replace(
        path, content, backup: backup, isNew: isNew, from: stamps[id]?.path)
      remember(
        isKnown ? ids : [id], path, content.container, holding: Fingerprint(of: content.bytes))
      if let lock { locks[path] = lock } else { locks.removeValue(forKey: path)?.release() }
      return [.written(id, path: path, .success(()))] + notes
    } catch {
      if let lock, !locks.values.contains(where: { $0.path == lock.path }) { lock.release() }
      return [.written(id, path: path, .failure(error))]
    }
  }

  /// What is written: the file as it is known, or as it is there, with other sequences in it; one of
  /// several never takes the place of all.
  private func file(
    of sequences: ClearedSequences, at path: String, in container: (any Container)?, isOwn: Bool
  ) throws(FileFailure) -> Cleared {
    var container = container
    if sequences.members == [.only] {
      // What else may lie there now is nothing a sequence alone goes into.
      if let there = container, there.members.map(\.id) != [.only] { container = nil }
    } else if isOwn, container == nil {
      throw FileFailure(refusal: "the file it is a part of is not there any more")
    }
    if container == nil, let reason = ArchiveFile.refusal(path, isOwn: false) {
      throw FileFailure(refusal: reason)
    }
    do throws(Refusal) { return try sequences.file(in: container) } catch {
      throw FileFailure(refusal: error.reason)
    }
  }

  /// Replaces a file, and says where what somebody else wrote is kept.
  private func replace(
    _ path: String, _ content: Cleared, backup: AtomicFile.Backup?, isNew: Bool,
    from origin: String?
  ) throws(FileFailure) -> [Outcome] {
    let copy: String? = if let backup { try AtomicFile.backUp(path, as: backup) } else { nil }
    try AtomicFile.write(content, to: path, isNew: isNew, from: origin)
    guard let copy, backup == .numbered else { return [] }
    return [.message(Message("Theirs is “\(Path.name(of: copy))”."))]
  }

  /// Reads the file of a sequence again.
  mutating func reload(
    _ files: [OpenFile], from path: String
  ) -> Result<SequenceDocument, OpenFailure> {
    Result { () throws(OpenFailure) in
      let container = ExportLists.around(try Files.container(path, opener), at: path)
      let document: SequenceDocument
      do throws(LoadFailure) {
        document = try container.document(of: files.first?.member ?? .only)
      } catch {
        throw .content(error)
      }
      remember(
        files.map(\.id), path, container, holding: Fingerprint(of: container.bytes))
      return document
    }
  }

  /// Reads a file to open it.
  mutating func read(_ path: String) -> [Outcome] {
    do throws(OpenFailure) {
      let file = try Files.opened(path)
      guard file.members.count == 1 else {
        return [.holdsSeveral(path: file.path, file.members)]
      }
      let member = try file.only
      let document = try file.document(of: member)
      let remark = file.container.remark.map { Outcome.message(Message($0, .warning)) }
      return [
        .read(path: file.path, member, .success(document), library.catalog(around: file.path))
      ] + [remark].compactMap(\.self)
    } catch {
      guard LeftWork.has(on: path) else {
        return [.read(path: path, .only, .failure(error), Catalog())]
      }
      let advice = LeftWork.advice(on: path)
      return [.message(Message("\(path): \(error.sentence); \(advice)", .error))]
    }
  }

  /// Reads the steps and groups of a file.
  static func readNodes(_ path: String, for id: FileID) -> [Outcome] {
    [.readNodes(id, path: path, Result { () throws(OpenFailure) in try Files.nodes(path) })]
  }

  /// Looks what is known of objects around a place.
  mutating func survey(_ id: FileID, around path: String) -> [Outcome] {
    [.surveyed(id, path: path, library.catalog(around: path))]
  }

  /// Has catalogues count again for a file that counted when work on it was done.
  mutating func use(catalogs: [String], around path: String, for id: FileID) -> [Outcome] {
    let told = library.faults.count
    library.add(catalogs, around: path)
    // A journal that was begun ahead does not say that they count.
    if journals[id]?.isAhead == true { journals[id] = nil }
    let catalog = library.catalog(around: path)
    let faults = library.faults.dropFirst(told).map { Outcome.message(Message($0 + ".", .warning)) }
    return [.known(id, catalog)] + faults
  }

  /// Keeps what the user states of an object.
  mutating func keep(
    stated object: CatalogObject, around path: String, for id: FileID
  ) -> [Outcome] {
    let result = Result { () throws(FileFailure) in try library.state(object, around: path) }
    return [.stated(id, path: path, result)]
  }

  /// Reads the objects of another site.
  static func readCatalog(_ path: String, for id: FileID) -> [Outcome] {
    let files = CatalogFiles(orShare: path)
    return [.readCatalog(id, path: path, files.catalog, faults: files.faults)]
  }

  /// Tells how a file goes back to where it runs, as its sequences are in the editor.
  mutating func recipe(_ id: FileID, for path: String, _ files: [OpenFile]) -> [Outcome] {
    let open = files.filter { $0.path == path }
    let known = containers[path] ?? open.first.map { SoleSequence($0.document) }
    guard let container = known else { return [] }
    let parts: [RecipeSubject.Part] = container.members.compactMap { member in
      let own = open.first { $0.member == member.id }?.document
      guard let document = own ?? (try? container.document(of: member.id)) else { return nil }
      let check = ReferenceCheck(catalog: library.catalog(of: document, at: path))
      return RecipeSubject.Part(member.id, document, check)
    }
    return [.recipe(id, Recipe(for: RecipeSubject(path: path, container, parts)))]
  }

  /// Takes what is on the disk now for known.
  mutating func acceptDisk(_ id: FileID, at path: String) {
    do throws(FileFailure) {
      stamps[id] = FileStamp(of: path, holding: Fingerprint(of: try AtomicFile.read(path)))
    } catch {
      // What cannot be read is not looked at again before the next save, which may fail in words.
      stamps[id] = error.isMissing ? FileStamp(of: path, holding: nil) : nil
    }
    told[id] = nil
  }

  /// Remembers what the file of some sequences is now; with nil, that there is none.
  private mutating func remember(
    _ ids: [FileID], _ path: String, _ container: (any Container)?, holding content: Fingerprint?
  ) {
    let stamp = FileStamp(of: path, holding: content)
    for id in ids {
      let old = stamps.updateValue(stamp, forKey: id)?.path
      told[id] = nil
      if let old { letGo(old) }
    }
    containers[path] = container
  }

  /// Lets go of a file in which no sequence is open any more.
  private mutating func letGo(_ path: String) {
    guard !stamps.values.contains(where: { $0.path == path }) else { return }
    locks.removeValue(forKey: path)?.release()
    containers[path] = nil
  }

  // MARK: Journals

  /// The file whose journal could be begun while nothing else is to be done.
  func fileToPrepare(_ files: [OpenFile]) -> OpenFile? {
    guard folder != nil else { return nil }
    return files.first { file in
      file.absence == nil && !file.isReadOnly && file.path.flatMap { locks[$0] } != nil
        && journals[file.id] == nil
        && !prepared.contains(file.id)
    }
  }

  /// Begins the journal of a file before anything is done in it.
  mutating func prepare(_ file: OpenFile) {
    prepared.insert(file.id)
    guard let folder, let path = file.journalPath else { return }
    journals[file.id] = Journal(
      aheadOf: path, member: file.member, file.history, in: folder,
      catalogs: library.paths(around: path))
  }

  /// Adds what is new in a file's history to its journal.
  mutating func record(_ file: OpenFile) -> [Outcome] {
    guard let folder, let path = file.journalPath else { return [] }
    do throws(FileFailure) {
      if let journal = journals[file.id], !journal.isAbout(path, file.member) || journal.isLost {
        journal.remove()
        journals[file.id] = nil
      }
      let journal =
        if let known = journals[file.id] { known } else {
          try Journal(
            of: path, member: file.member, file.history, in: folder,
            catalogs: library.paths(around: path))
        }
      journals[file.id] = journal
      try journal.record(file.history, focus: file.outline.focus)
      unsynced.insert(file.id)
      if !file.history.isModified { drafts[file.id] = nil }
      return []
    } catch {
      return tell(error)
    }
  }

  private mutating func tell(_ failure: FileFailure) -> [Outcome] {
    guard !isFailing, let folder else { return [] }
    isFailing = true
    return [
      .message(
        Message("Your edits cannot be written down: \(failure.reason), \(folder.path).", .warning))
    ]
  }

  /// Keeps the journal of a file as a draft.
  mutating func keepDraft(_ file: OpenFile) -> [Outcome] {
    let outcomes = record(file)
    guard let journal = journals[file.id] else { return outcomes }
    try? journal.markDraft()
    drafts[file.id] = Draft(
      title: file.title, journal: journal.path, hasFile: file.path != nil)
    return outcomes
  }

  /// Removes the journal of a file that is done with, unless it is a draft, and lets go of the lock.
  mutating func forget(_ id: FileID) {
    if drafts[id] == nil { journals[id]?.remove() }
    journals[id] = nil
    if let path = stamps.removeValue(forKey: id)?.path { letGo(path) }
  }

  /// Removes a journal whose work was taken up or is not wanted.
  mutating func discard(journal: String) -> [Outcome] {
    // Work that was taken up is in a journal of its own first.
    guard !isFailing else { return [] }
    let outcomes = sync()
    if !isFailing { JournalFolder.remove(journal) }
    return outcomes
  }
}
