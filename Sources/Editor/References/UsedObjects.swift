import ObjectCatalog
import References
import TaskSequence
import Widgets
import XMLTree

/// Seeing references: the list of objects, the places of each, problems one after the other.
enum UsedObjects {
  /// Every object the sequence uses, with its places.
  static func list(_ state: inout EditorState) -> [Effect] {
    var groups = Dictionary(grouping: state.file.references.references) {
      "\($0.kind.rawValue) \($0.id.lowercased())"
    }
    for mention in mentions(state).all {
      // A text does not say what an id is of.
      let key = groups.first { $0.value[0].id.lowercased() == mention.id.lowercased() }?.key
      groups[key ?? "\(mention.kind.rawValue) \(mention.id.lowercased())", default: []]
        .append(mention)
    }
    let objects = groups.values.compactMap { places in
      places.first.map { (first: $0, places: places) }
    }.sorted {
      (Self.rank($0.first.status), $0.first.kind.label, $0.first.reason, $0.first.id)
        < (Self.rank($1.first.status), $1.first.kind.label, $1.first.reason, $1.first.id)
    }
    guard !objects.isEmpty else {
      state.say("The sequence references nothing.")
      return []
    }
    let items = objects.map { object in
      let places = object.places.count == 1 ? "1 place" : "\(object.places.count) places"
      return PickerLayer.Item(
        title: title(state, of: object.first), detail: detail(state, of: object.first),
        side: object.places.contains(where: \.isActive) ? places : "disabled",
        synonyms: object.first.kind.label,
        section: object.first.status.words.capitalizedFirst
      ) { state in
        listPlaces(&state, object.places)
        return []
      }
    }
    state.open(PickerLayer(title: "References", items: items))
    return []
  }

  private static func mentions(_ state: EditorState) -> Mentions {
    Mentions(in: state.file.document, of: state.file.references)
  }

  /// The object's name where it is known, else its id.
  private static func title(_ state: EditorState, of reference: Reference) -> String {
    if reference.id.isEmpty { return "(no \(reference.kind.label))" }
    let object = state.file.references.catalog.standing(of: reference.kind, reference.id)?.object
    return object.map { $0.name.isEmpty || $0.kind == .program ? $0.id : $0.name } ?? reference.id
  }

  private static func detail(_ state: EditorState, of reference: Reference) -> String {
    switch reference.status {
    case .unresolved: return state.file.troubleWords(of: reference)
    case .unverified, .dynamic, .mention: return "\(reference.kind.label) · \(reference.reason)"
    case .listed, .stated:
      return "\(reference.kind.label) · \(reference.id) · \(reference.status.words)"
    case .resolved: break
    }
    let object = state.file.references.catalog.object(reference.kind, reference.id)
    let parts = [
      reference.kind.label, object?.version ?? "",
      object.map { $0.name.isEmpty ? "" : $0.id } ?? reference.id, object?.folder ?? "",
      object?.remark ?? "",
    ]
    return parts.filter { !$0.isEmpty }.joined(separator: " · ")
  }

  private static func rank(_ status: Reference.Status) -> Int {
    switch status {
    case .unresolved: 0
    case .unverified: 1
    case .listed: 2
    case .stated: 3
    case .dynamic: 4
    case .resolved: 5
    case .mention: 6
    }
  }

  private static func listPlaces(_ state: inout EditorState, _ places: [Reference]) {
    guard let first = places.first else { return }
    let titles = state.file.document.titles(of: places)
    var items = places.map { place in
      PickerLayer.Item(
        title: titles[place.node] ?? "", detail: place.place.words,
        side: place.status == .mention ? "mention" : place.isActive ? "" : "disabled",
        section: "Go to",
        place: state.file.document.place(of: place)
      ) { state in
        state.show(focus: place.node)
        state.pane = .tree
        return []
      }
    }
    if !state.file.isReadOnly { items += changes(state, of: places) }
    state.open(PickerLayer(title: title(state, of: first), items: items))
  }

  /// What can take the object's place: what is most alike where it is not there, or any other.
  private static func changes(_ state: EditorState, of places: [Reference]) -> [PickerLayer.Item] {
    guard let first = places.first else { return [] }
    let count = places.count == 1 ? "here" : "in all \(places.count) places"
    let alike =
      first.status == .unresolved
      ? state.file.references.guesses(for: first, in: state.file.document, count: 3) : []
    let items = alike.map { object in
      PickerLayer.Item(title: "Use \(object.words) \(count)", section: "Change") { state in
        ObjectChoice.put(&state, object, in: places) { _ in [] }
      }
    }
    let other = PickerLayer.Item(title: "Use another object \(count) …", section: "Change") {
      state in
      ObjectChoice.start(&state, for: places, isReviewed: places.count > 1)
      return []
    }
    return items + [other]
  }

  /// Lets the user choose an object to be used instead of another everywhere.
  static func swapObject(_ state: inout EditorState) -> [Effect] {
    let here = state.file.references.references(of: state.file.focus)
    guard let first = here.first, here.allSatisfy({ $0.namesSame(as: first) }) else {
      return list(&state)
    }
    let same =
      state.file.references.references.filter { $0.namesSame(as: first) }
      + mentions(state).of(first.id)
    ObjectChoice.start(&state, for: same, isReviewed: same.count > 1)
    return []
  }
}

extension String {
  var capitalizedFirst: String { prefix(1).uppercased() + dropFirst() }
}
