import Containers
import ObjectCatalog
import Storage
import TaskSequence
import Workspace

/// Opening a file, and having the world look after it.
enum Opening {
  /// Shows a file that was read, or says why it could not be.
  static func takeRead(
    _ state: inout EditorState, _ path: String, _ result: Result<SequenceDocument, OpenFailure>,
    _ catalog: Catalog
  ) -> [Effect] {
    switch result {
    case .success(let document):
      if let known = state.files.first(where: { $0.path == path }) {
        state.show(file: known.id)
        state.say("“\(known.title)” was open already.")
        return []
      }
      let title = Path.name(of: path)
      let id = state.add(document, path: path, title: title, isShown: true, catalog: catalog)
      state.say("Opened “\(title)”.")
      return attend(state, id)
    case .failure(.content(.loose(let nodes))):
      Inserting.offer(&state, path, nodes)
      return []
    case .failure(let failure):
      state.say("\(path): \(failure.sentence).", .error)
      return []
    }
  }

  /// Has the world look after a file.
  static func attend(_ state: EditorState, _ id: FileID) -> [Effect] {
    guard let file = state.files.first(where: { $0.id == id }) else { return [] }
    guard let path = file.path else {
      return file.isReadOnly ? [] : file.origin.map { [.recall(file.id, origin: $0)] } ?? []
    }
    return [.attend(file.id, path: path, isReadOnly: file.isReadOnly)]
  }
}
