package import ObjectCatalog
package import References
package import Storage

/// What carries out the effects of the editor: the disk and the terminal, or what stands for them.
///
/// There is one requirement for each effect, and `take` is the only reader of effects: whoever adds one
/// hears from the compiler which worlds have to know it. What a world does not care for it says by
/// being a `HeadlessWorld` or a `PartialWorld`, or by an answer of its own without outcomes.
package protocol World: ~Copyable {
  var state: EditorState { get set }
  /// The exit code once the editor has left; nothing happens to it any more then.
  var exitCode: Int32? { get set }

  mutating func write(
    _ id: FileID, to path: String, _ sequences: ClearedSequences, backup: AtomicFile.Backup?,
    isNew: Bool
  ) -> [Outcome]
  mutating func read(_ path: String) -> [Outcome]
  mutating func readNodes(_ path: String, for id: FileID) -> [Outcome]
  mutating func survey(_ id: FileID, around path: String) -> [Outcome]
  mutating func use(catalogs: [String], around path: String, for id: FileID) -> [Outcome]
  mutating func keep(stated object: CatalogObject, around path: String, for id: FileID) -> [Outcome]
  mutating func readCatalog(_ path: String, for id: FileID) -> [Outcome]
  mutating func recipe(_ id: FileID, for path: String) -> [Outcome]
  mutating func attend(_ id: FileID, at path: String, isReadOnly: Bool) -> [Outcome]
  mutating func recall(_ id: FileID, from origin: String) -> [Outcome]
  mutating func takeOver(_ id: FileID, at path: String) -> [Outcome]
  mutating func record(_ id: FileID) -> [Outcome]
  mutating func keepDraft(_ id: FileID) -> [Outcome]
  mutating func forget(_ id: FileID) -> [Outcome]
  mutating func discard(journal: String) -> [Outcome]
  mutating func setAside(journal: String) -> [Outcome]
  mutating func acceptDisk(_ id: FileID, at path: String) -> [Outcome]
  mutating func reload(_ id: FileID, from path: String) -> [Outcome]
  mutating func readFacts(_ id: FileID, of path: String) -> [Outcome]
  mutating func keepFacts(_ facts: String, of path: String) -> [Outcome]
  mutating func keepView(_ view: String, of path: String) -> [Outcome]
  mutating func lookAround(_ path: String?, for id: FileID, _ wish: NearbyWish) -> [Outcome]
  mutating func listFolder(_ path: String, for id: FileID) -> [Outcome]
  mutating func makeFolder(of path: String, for id: FileID) -> [Outcome]
  mutating func copy(_ text: [UInt8]) -> [Outcome]
  mutating func editOutside(_ text: String, of id: FileID, suffix: String) -> [Outcome]
  mutating func call(_ name: String, _ arguments: [String]) -> [Outcome]
  mutating func useTheme(_ name: String) -> [Outcome]
  mutating func keepTheme(_ name: String) -> [Outcome]
  mutating func rereadSettings() -> [Outcome]
  mutating func redraw() -> [Outcome]
  mutating func suspend() -> [Outcome]
}

extension World where Self: ~Copyable {
  /// Hands an event to the editor, and carries out all that follows from it.
  package mutating func take(_ event: EditorEvent) {
    guard exitCode == nil else { return }
    for effect in state.handle(event) {
      for outcome in carryOut(effect) { take(.outcome(outcome)) }
      if exitCode != nil { return }
    }
  }

  private mutating func carryOut(_ effect: Effect) -> [Outcome] {
    switch effect {
    case .write(let id, let path, let sequences, let backup, let isNew):
      return write(id, to: path, sequences, backup: backup, isNew: isNew)
    case .read(let path): return read(path)
    case .readNodes(let id, let path): return readNodes(path, for: id)
    case .survey(let id, let path): return survey(id, around: path)
    case .use(let id, let catalogs, let path):
      return use(catalogs: catalogs, around: path, for: id)
    case .state(let id, let object, let path):
      return keep(stated: object, around: path, for: id)
    case .readCatalog(let id, let path): return readCatalog(path, for: id)
    case .recipe(let id, let path): return recipe(id, for: path)
    case .attend(let id, let path, let isReadOnly):
      return attend(id, at: path, isReadOnly: isReadOnly)
    case .recall(let id, let origin): return recall(id, from: origin)
    case .takeOver(let id, let path): return takeOver(id, at: path)
    case .record(let id): return record(id)
    case .keepDraft(let id): return keepDraft(id)
    case .forget(let id): return forget(id)
    case .discard(let journal): return discard(journal: journal)
    case .setAside(let journal): return setAside(journal: journal)
    case .acceptDisk(let id, let path): return acceptDisk(id, at: path)
    case .reload(let id, let path): return reload(id, from: path)
    case .readFacts(let id, let path): return readFacts(id, of: path)
    case .keepFacts(let path, let facts): return keepFacts(facts, of: path)
    case .keepView(let path, let view): return keepView(view, of: path)
    case .lookAround(let id, let path, let wish): return lookAround(path, for: id, wish)
    case .listFolder(let id, let path): return listFolder(path, for: id)
    case .makeFolder(let id, let path): return makeFolder(of: path, for: id)
    case .copy(let text): return copy(text)
    case .editOutside(let id, let text, let suffix):
      return editOutside(text, of: id, suffix: suffix)
    case .call(let name, let arguments): return call(name, arguments)
    case .useTheme(let name): return useTheme(name)
    case .keepTheme(let name): return keepTheme(name)
    case .rereadSettings: return rereadSettings()
    case .redraw: return redraw()
    case .suspend: return suspend()
    case .quit(let code):
      exitCode = code
      return []
    }
  }
}

/// A world without a terminal: no clipboard, nothing to stop, no look, and no other editor.
package protocol HeadlessWorld: World, ~Copyable {}

extension HeadlessWorld where Self: ~Copyable {
  package mutating func copy(_: [UInt8]) -> [Outcome] { [] }
  package mutating func editOutside(_: String, of id: FileID, suffix: String) -> [Outcome] {
    [.editedOutside(id, nil)]
  }
  package mutating func call(_ name: String, _: [String]) -> [Outcome] {
    [.message(Message("“\(name)” needs a terminal.", .warning))]
  }
  package mutating func useTheme(_: String) -> [Outcome] { [] }
  package mutating func keepTheme(_: String) -> [Outcome] { [] }
  package mutating func rereadSettings() -> [Outcome] { [] }
  package mutating func redraw() -> [Outcome] { [] }
  package mutating func suspend() -> [Outcome] { [] }
}
