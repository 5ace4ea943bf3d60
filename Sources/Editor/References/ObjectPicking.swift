import ObjectCatalog
import References
import TaskSequence
import Widgets

/// Choosing applications, packages and the like where it is not a broken reference that asks.
enum ObjectPicking {
  /// Lets the user choose objects of a kind by typing, or give their ids where nothing is known of
  /// them.
  ///
  /// - Parameters:
  ///   - current: The id that stands there, marked in the list.
  ///   - isSeveral: Whether more than one can be chosen.
  ///   - orNone: What choosing none does, where that can be.
  static func pick(
    _ state: inout EditorState, _ kind: ReferenceKind, _ title: String, current: String = "",
    isSeveral: Bool = false,
    orNone: LayerAction? = nil, _ chosen: @escaping (inout EditorState, [CatalogObject]) -> [Effect]
  ) {
    let known = state.file.references.catalog.all(kind)
    guard !known.isEmpty else {
      return askForIDs(&state, kind, title, current, isSeveral: isSeveral, chosen)
    }
    var items = known.map { object in
      PickerLayer.Item(
        title: object.name.isEmpty ? object.id : object.name,
        detail: object.name.isEmpty ? object.version : "\(object.version) \(object.id)",
        side: object.remark, synonyms: object.folder
      ) { state in chosen(&state, [object]) }
    }
    if let orNone { items.append(PickerLayer.Item(title: "None", action: orNone)) }
    items.append(
      PickerLayer.Item(title: "Type an id …", detail: "or a variable, such as %NAME%") { state in
        askForIDs(&state, kind, title, current, isSeveral: isSeveral, chosen)
        return []
      })
    let selected = known.firstIndex { $0.id.lowercased() == current.lowercased() } ?? 0
    for index in known.count..<items.count { items[index].isMarkable = false }
    var picker = PickerLayer(title: title, items: items, selected: selected)
    if isSeveral {
      picker.acceptsSeveral = { places in
        { state in chosen(&state, places.filter(known.indices.contains).map { known[$0] }) }
      }
    }
    state.open(picker)
  }

  private static func askForIDs(
    _ state: inout EditorState, _ kind: ReferenceKind, _ title: String, _ current: String,
    isSeveral: Bool,
    _ chosen: @escaping (inout EditorState, [CatalogObject]) -> [Effect]
  ) {
    let label =
      isSeveral ? "Id of the \(kind.label), several with ; between" : "Id of the \(kind.label)"
    Ask.line(&state, label, current, completes: .references) { state, text in
      let ids = isSeveral ? text.split(separator: ";").map(String.init) : [text]
      let objects = ids.map { id -> CatalogObject in
        let id = String(id.drop { $0 == " " })
        return state.file.references.catalog.object(kind, id)
          ?? CatalogObject(kind: kind, id: id, name: "")
      }.filter { !$0.id.isEmpty }
      return objects.isEmpty ? [] : chosen(&state, objects)
    }
  }
}
