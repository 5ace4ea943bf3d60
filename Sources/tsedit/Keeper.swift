import Editor
import Glibc
import Journaling
import ObjectCatalog
import References
import Storage
import TaskSequence
import Workspace

/// Looks after the open files: their journals, their locks, and what others do to them on the disk.
struct Keeper {
  private let folder: JournalFolder?
  private var journals: [FileID: Journal] = [:]
  private var locks: [FileID: FileLock] = [:]
  private var stamps: [FileID: FileStamp] = [:]
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

  init(folder: String? = Environment.stateFolder, library: CatalogLibrary = .none) {
    self.folder = folder.map { JournalFolder($0 + "/journal") }
    self.library = library
  }

  /// Does what concerns it; nil when the effect is somebody else's.
  mutating func perform(_ effect: Effect, _ files: [OpenFile]) -> [Outcome]? {
    switch effect {
    case .write(let id, let path, let content, let backup, let isNew):
      let outcomes = write(id, path, content, backup: backup, isNew: isNew)
      guard case .written(_, _, .success)? = outcomes.first else { return outcomes }
      return outcomes + remark(on: path, files.first { $0.id == id }?.document)
    case .read(let path): return [read(path)]
    case .survey(let id, let path):
      return [.surveyed(id, path: path, library.catalog(around: path))]
    case .readCatalog(let id, let path):
      let files = CatalogFiles(orShare: path)
      return [.readCatalog(id, path: path, files.catalog, faults: files.faults)]
    case .attend(let id, let path, let isReadOnly):
      return attend(files.first { $0.id == id }, path, isReadOnly: isReadOnly)
    case .recall(let id, let origin): return recoverable(id, origin)
    case .takeOver(let id, let path):
      locks[id] = FileLock.takeOver(for: path)
      Leftovers.clean(beside: path)
      return recoverable(id, path)
    case .record(let id): return files.first { $0.id == id }.map { record($0) } ?? []
    case .keepDraft(let id): return files.first { $0.id == id }.map { keep($0) } ?? []
    case .forget(let id):
      forget(id)
      return []
    case .discard(let journal):
      // Work that was taken up is in a journal of its own first.
      guard !isFailing else { return [] }
      let outcomes = sync()
      if !isFailing { JournalFolder.remove(journal) }
      return outcomes
    case .acceptDisk(let id, let path):
      accept(id, path)
      return []
    case .reload(let id, let path):
      do throws(OpenFailure) {
        let document = try Files.open(path)
        remember(id, path, Fingerprint(of: document.serialized()))
        return [.reloaded(id, .success(document))]
      } catch {
        return [.reloaded(id, .failure(error))]
      }
    case .readFacts(let id, let path):
      return FactsFile(of: path).flatMap(\.text).map { [.facts(id, $0)] } ?? []
    case .keepFacts(let path, let text):
      FactsFile(of: path)?.write(text)
      return []
    case .copy, .editOutside, .useTheme, .suspend, .quit: return nil
    }
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

  private mutating func attend(
    _ file: OpenFile?, _ path: String, isReadOnly: Bool
  ) -> [Outcome] {
    guard let file else { return [] }
    remember(
      file.id, path, file.absence == nil ? Fingerprint(of: file.document.serialized()) : nil)
    // What is in the way of the file was said; a save looks again.
    if file.absence != nil { told[file.id] = stamps[file.id]?.change() }
    if !isReadOnly, locks[file.id] == nil {
      switch FileLock.take(for: path) {
      case .held(let holder): return [.locked(file.id, path: path, by: holder)]
      case .taken(let lock): locks[file.id] = lock
      }
      Leftovers.clean(beside: path)
      Leftovers.clean(in: OutsideEditor.folder)
    }
    return isReadOnly ? [] : recoverable(file.id, path)
  }

  private func recoverable(_ id: FileID, _ path: String) -> [Outcome] {
    guard let (found, damaged) = folder?.journals(of: path) else { return [] }
    let notes = damaged.map {
      Outcome.message(
        Message("A journal of this file makes no sense; it was set aside as \($0).", .warning))
    }
    return notes + (found.first.map { [.recoverable(id, $0)] } ?? [])
  }

  private mutating func write(
    _ id: FileID, _ path: String, _ content: Cleared, backup: AtomicFile.Backup?,
    isNew: Bool
  ) -> [Outcome] {
    let isKnown = stamps[id]?.path == path
    if isKnown, let change = stamps[id]?.change(isThorough: true) {
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
    let outcomes = replace(id, path, content, backup: backup, isNew: isNew)
    if case .written(_, _, .success)? = outcomes.first {
      remember(id, path, Fingerprint(of: content.bytes))
      if locks[id]?.path != lock?.path { locks.removeValue(forKey: id)?.release() }
      if let lock { locks[id] = lock }
    } else if let lock, !locks.values.contains(where: { $0.path == lock.path }) {
      lock.release()
    }
    return outcomes
  }

  /// Replaces a file, and says where what somebody else wrote is kept.
  private func replace(
    _ id: FileID, _ path: String, _ content: Cleared, backup: AtomicFile.Backup?, isNew: Bool
  ) -> [Outcome] {
    do throws(FileFailure) {
      let copy: String? = if let backup { try AtomicFile.backUp(path, as: backup) } else { nil }
      try AtomicFile.write(content, to: path, isNew: isNew)
      let written = Outcome.written(id, path: path, .success(()))
      guard let copy, backup == .numbered else { return [written] }
      return [written, .message(Message("Theirs is “\(Path.name(of: copy))”."))]
    } catch {
      return [.written(id, path: path, .failure(error))]
    }
  }

  /// Reads a file to open it.
  private mutating func read(_ path: String) -> Outcome {
    do throws(OpenFailure) {
      let document = try Files.open(path)
      return .read(path: path, .success(document), library.catalog(around: path))
    } catch {
      guard LeftWork.has(on: path) else { return .read(path: path, .failure(error), Catalog()) }
      let advice = LeftWork.advice(on: path)
      return .message(Message("\(path): \(error.sentence); \(advice)", .error))
    }
  }

  private mutating func remark(on path: String, _ document: SequenceDocument?) -> [Outcome] {
    remarks[path] = document.flatMap { ExportLists.remark(on: path, $0) }
    return remarks[path].map { [.message(Message($0, .warning))] } ?? []
  }

  private mutating func accept(_ id: FileID, _ path: String) {
    do throws(FileFailure) {
      stamps[id] = FileStamp(of: path, holding: Fingerprint(of: try AtomicFile.read(path)))
    } catch {
      // What cannot be read is not looked at again before the next save, which may fail in words.
      stamps[id] = error.isMissing ? FileStamp(of: path, holding: nil) : nil
    }
    told[id] = nil
  }

  private mutating func remember(_ id: FileID, _ path: String, _ content: Fingerprint?) {
    stamps[id] = FileStamp(of: path, holding: content)
    told[id] = nil
  }

  // MARK: Journals

  /// The file whose journal could be begun while nothing else is to be done.
  func fileToPrepare(_ files: [OpenFile]) -> OpenFile? {
    guard folder != nil else { return nil }
    return files.first { file in
      file.absence == nil && !file.isReadOnly && locks[file.id] != nil && journals[file.id] == nil
        && !prepared.contains(file.id)
    }
  }

  /// Begins the journal of a file before anything is done in it.
  mutating func prepare(_ file: OpenFile) {
    prepared.insert(file.id)
    guard let folder, let path = file.journalPath else { return }
    journals[file.id] = Journal(aheadOf: path, file.history, in: folder)
  }

  private mutating func record(_ file: OpenFile) -> [Outcome] {
    guard let folder, let path = file.journalPath else { return [] }
    do throws(FileFailure) {
      if let journal = journals[file.id], !journal.isAbout(path) || journal.isLost {
        journal.remove()
        journals[file.id] = nil
      }
      let journal =
        if let known = journals[file.id] { known } else {
          try Journal(of: path, file.history, in: folder)
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

  private mutating func keep(_ file: OpenFile) -> [Outcome] {
    let outcomes = record(file)
    guard let journal = journals[file.id] else { return outcomes }
    try? journal.markDraft()
    drafts[file.id] = Draft(
      title: file.title, journal: journal.path, hasFile: file.path != nil)
    return outcomes
  }

  private mutating func forget(_ id: FileID) {
    if drafts[id] == nil { journals[id]?.remove() }
    journals[id] = nil
    stamps[id] = nil
    locks.removeValue(forKey: id)?.release()
  }
}
