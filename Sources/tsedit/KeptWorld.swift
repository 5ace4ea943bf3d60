import Editor
import Journaling
import ObjectCatalog
import References
import Storage
import Workspace

/// A world of real files, which a keeper looks after.
protocol KeptWorld: World, ~Copyable {
  var keeper: Keeper { get set }
}

extension KeptWorld where Self: ~Copyable {
  mutating func write(
    _ id: FileID, to path: String, _ sequences: ClearedSequences, backup: AtomicFile.Backup?,
    isNew: Bool
  ) -> [Outcome] {
    keeper.write(id, to: path, sequences, backup: backup, isNew: isNew, state.files)
  }
  mutating func read(_ path: String) -> [Outcome] { keeper.read(path) }
  mutating func readNodes(_ path: String, for id: FileID) -> [Outcome] {
    Keeper.readNodes(path, for: id)
  }
  mutating func survey(_ id: FileID, around path: String) -> [Outcome] {
    keeper.survey(id, around: path)
  }
  mutating func use(catalogs: [String], around path: String, for id: FileID) -> [Outcome] {
    keeper.use(catalogs: catalogs, around: path, for: id)
  }
  mutating func keep(
    stated object: CatalogObject, around path: String, for id: FileID
  ) -> [Outcome] {
    keeper.keep(stated: object, around: path, for: id)
  }
  mutating func readCatalog(_ path: String, for id: FileID) -> [Outcome] {
    Keeper.readCatalog(path, for: id)
  }
  mutating func recipe(_ id: FileID, for path: String) -> [Outcome] {
    keeper.recipe(id, for: path, state.files)
  }
  mutating func attend(_ id: FileID, at path: String, isReadOnly: Bool) -> [Outcome] {
    file(id).map { keeper.attend($0, at: path, isReadOnly: isReadOnly) } ?? []
  }
  mutating func recall(_ id: FileID, from origin: String) -> [Outcome] {
    file(id).map { keeper.recall($0, from: origin) } ?? []
  }
  mutating func takeOver(_ id: FileID, at path: String) -> [Outcome] {
    file(id).map { keeper.takeOver($0, at: path) } ?? []
  }
  mutating func record(_ id: FileID) -> [Outcome] { file(id).map { keeper.record($0) } ?? [] }
  mutating func keepDraft(_ id: FileID) -> [Outcome] {
    file(id).map { keeper.keepDraft($0) } ?? []
  }
  mutating func forget(_ id: FileID) -> [Outcome] {
    keeper.forget(id)
    return []
  }
  mutating func discard(journal: String) -> [Outcome] { keeper.discard(journal: journal) }
  mutating func setAside(journal: String) -> [Outcome] {
    JournalFolder.setAside(journal)
    return []
  }
  mutating func acceptDisk(_ id: FileID, at path: String) -> [Outcome] {
    keeper.acceptDisk(id, at: path)
    return []
  }
  mutating func reload(_ id: FileID, from path: String) -> [Outcome] {
    [.reloaded(id, keeper.reload(state.files.filter { $0.id == id }, from: path))]
  }
  mutating func readFacts(_ id: FileID, of path: String) -> [Outcome] {
    KeptText(.facts, of: path)?.text.map { [.facts(id, $0)] } ?? []
  }
  mutating func lookAround(_ path: String?, for id: FileID, _ wish: NearbyWish) -> [Outcome] {
    [.around(id, NearbySequences.all(around: path), wish)]
  }
  mutating func listFolder(_ path: String, for id: FileID) -> [Outcome] {
    [.folder(id, Folder.entries(in: path))]
  }
  mutating func makeFolder(of path: String, for id: FileID) -> [Outcome] {
    do throws(FileFailure) {
      try Folder.make(Path.folder(of: path))
      return [.madeFolder(id, path: path, .success(()))]
    } catch { return [.madeFolder(id, path: path, .failure(error))] }
  }
  mutating func keepView(_ view: String, of path: String) -> [Outcome] {
    KeptText(.view, of: path)?.write(view)
    return []
  }
  mutating func keepFacts(_ facts: String, of path: String) -> [Outcome] {
    KeptText(.facts, of: path)?.write(facts)
    return []
  }

  private func file(_ id: FileID) -> OpenFile? { state.files.first { $0.id == id } }
}
