import ObjectCatalog
import References
import Storage
import TaskSequence

/// Stating that an object is there which a catalogue, older than the sequence, does not know.
enum Stating {
  /// Asks what the object is called, and has that kept.
  ///
  /// - Parameters:
  ///   - path: Where the sequence is saved.
  ///   - goOn: What comes after it.
  static func ask(
    _ state: inout EditorState, of reference: Reference, at path: String,
    then goOn: @escaping LayerAction
  ) {
    let name = state.file.references.catalog.record(reference.kind, reference.id)?.name ?? ""
    Ask.line(
      &state, "Name of the \(reference.kind.label) \(reference.id)", name, cancelled: goOn
    ) { state, text in
      state.afterStating = goOn
      let object = CatalogObject(kind: reference.kind, id: reference.id, name: text)
      return [.state(state.fileID, object, path: path)]
    }
  }

  /// Knows the object from now on, in all open files of the folder, and goes on.
  static func take(
    _ state: inout EditorState, _ path: String, _ result: Result<Statement, FileFailure>
  ) -> [Effect] {
    let goOn = state.afterStating
    state.afterStating = nil
    let folder = Path.folder(of: path)
    if case .success(let statement) = result {
      for index in state.files.indices {
        let isBeside = state.files[index].path.map { Path.folder(of: $0) == folder } ?? false
        if isBeside || state.files[index].id == state.fileID { state.files[index].learn(statement) }
      }
    }
    let effects = goOn?(&state) ?? []
    if case .failure(let failure) = result {
      state.say("It could not be stated: \(failure.reason).", .error)
    }
    return effects
  }
}
