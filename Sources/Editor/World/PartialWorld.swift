package import ObjectCatalog
package import References
package import Storage

/// A world of tests and measurements, which carries out some effects: nothing comes of the others, and
/// each is told to it as one that is passed over.
package protocol PartialWorld: World {
  /// Takes note of an effect that is not carried out.
  mutating func passOver(_ effect: Effect)
}

extension PartialWorld {
  package mutating func write(
    _ id: FileID, to path: String, _ sequences: ClearedSequences, backup: AtomicFile.Backup?,
    isNew: Bool
  ) -> [Outcome] {
    passing(.write(id, path: path, sequences, backup: backup, isNew: isNew))
  }
  package mutating func read(_ path: String) -> [Outcome] { passing(.read(path: path)) }
  package mutating func readNodes(_ path: String, for id: FileID) -> [Outcome] {
    passing(.readNodes(id, path: path))
  }
  package mutating func survey(_ id: FileID, around path: String) -> [Outcome] {
    passing(.survey(id, path: path))
  }
  package mutating func use(
    catalogs: [String], around path: String, for id: FileID
  ) -> [Outcome] {
    passing(.use(id, catalogs: catalogs, path: path))
  }
  package mutating func keep(
    stated object: CatalogObject, around path: String, for id: FileID
  ) -> [Outcome] {
    passing(.state(id, object, path: path))
  }
  package mutating func readCatalog(_ path: String, for id: FileID) -> [Outcome] {
    passing(.readCatalog(id, path: path))
  }
  package mutating func recipe(_ id: FileID, for path: String) -> [Outcome] {
    passing(.recipe(id, path: path))
  }
  package mutating func attend(_ id: FileID, at path: String, isReadOnly: Bool) -> [Outcome] {
    passing(.attend(id, path: path, isReadOnly: isReadOnly))
  }
  package mutating func recall(_ id: FileID, from origin: String) -> [Outcome] {
    passing(.recall(id, origin: origin))
  }
  package mutating func takeOver(_ id: FileID, at path: String) -> [Outcome] {
    passing(.takeOver(id, path: path))
  }
  package mutating func record(_ id: FileID) -> [Outcome] { passing(.record(id)) }
  package mutating func keepDraft(_ id: FileID) -> [Outcome] { passing(.keepDraft(id)) }
  package mutating func forget(_ id: FileID) -> [Outcome] { passing(.forget(id)) }
  package mutating func discard(journal: String) -> [Outcome] {
    passing(.discard(journal: journal))
  }
  package mutating func setAside(journal: String) -> [Outcome] {
    passing(.setAside(journal: journal))
  }
  package mutating func acceptDisk(_ id: FileID, at path: String) -> [Outcome] {
    passing(.acceptDisk(id, path: path))
  }
  package mutating func reload(_ id: FileID, from path: String) -> [Outcome] {
    passing(.reload(id, path: path))
  }
  package mutating func readFacts(_ id: FileID, of path: String) -> [Outcome] {
    passing(.readFacts(id, path: path))
  }
  package mutating func keepView(_ view: String, of path: String) -> [Outcome] {
    passing(.keepView(path: path, view))
  }
  package mutating func lookAround(
    _ path: String?, for id: FileID, _ wish: NearbyWish
  ) -> [Outcome] {
    passing(.lookAround(id, path: path, wish))
  }
  package mutating func listFolder(_ path: String, for id: FileID) -> [Outcome] {
    passing(.listFolder(id, path: path))
  }
  package mutating func makeFolder(of path: String, for id: FileID) -> [Outcome] {
    passing(.makeFolder(id, path: path))
  }
  package mutating func keepFacts(_ facts: String, of path: String) -> [Outcome] {
    passing(.keepFacts(path: path, facts))
  }
  package mutating func copy(_ text: [UInt8]) -> [Outcome] { passing(.copy(text)) }
  package mutating func editOutside(_ text: String, of id: FileID, suffix: String) -> [Outcome] {
    passing(.editOutside(id, text, suffix: suffix))
  }
  package mutating func call(_ name: String, _ arguments: [String]) -> [Outcome] {
    passing(.call(name, arguments))
  }
  package mutating func useTheme(_ name: String) -> [Outcome] { passing(.useTheme(name)) }
  package mutating func keepTheme(_ name: String) -> [Outcome] { passing(.keepTheme(name)) }
  package mutating func rereadSettings() -> [Outcome] { passing(.rereadSettings) }
  package mutating func redraw() -> [Outcome] { passing(.redraw) }
  package mutating func suspend() -> [Outcome] { passing(.suspend) }

  private mutating func passing(_ effect: Effect) -> [Outcome] {
    passOver(effect)
    return []
  }
}
