import Containers
import ObjectCatalog
import Storage
import TaskSequence
import Widgets
import Workspace

/// Opening a file, and having the world look after it.
enum Opening {
  /// Shows a file that was read, or says why it could not be.
  static func takeRead(
    _ state: inout EditorState, _ path: String, _ member: MemberID,
    _ result: Result<SequenceDocument, OpenFailure>, _ catalog: Catalog
  ) -> [Effect] {
    switch result {
    case .success(let document):
      if let known = state.files.first(where: { $0.path == path && $0.member == member }) {
        state.show(file: known.id)
        state.noteCaller(of: path)
        state.say("“\(known.title)” was open already.")
        return []
      }
      let name = Path.name(of: path)
      let own = member == .only ? name : "\(name)#\(member.text)"
      let id = state.add(
        document, path: path, member: member, title: own, isShown: true, catalog: catalog)
      state.noteCaller(of: path)
      let title = state.files.first { $0.id == id }?.title ?? own
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

  /// Asks which sequence of a file is to be opened.
  static func choose(_ state: inout EditorState, _ path: String, _ members: [Member]) {
    let items = members.map { member in
      PickerLayer.Item(
        title: member.name ?? member.id.text,
        detail: member.name == member.id.text ? "" : member.id.text,
        action: { state in
          let known = state.files.first { $0.path == path && $0.member == member.id }
          guard let known else { return [.read(path: "\(path)#\(member.id.text)")] }
          state.show(file: known.id)
          return []
        })
    }
    state.open(
      PickerLayer(title: "“\(Path.name(of: path))” holds several sequences", items: items))
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
