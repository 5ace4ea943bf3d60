import ObjectCatalog
import Operations
import References
import TaskSequence
import Widgets
import XMLTree

/// Choosing another object for references.
enum ObjectChoice {
  /// Lets the user choose an object by typing, the likeliest first, or type an id; the choice is made
  /// in all the places, as one edit.
  ///
  /// - Parameters:
  ///   - places: References of the current file that name the same object.
  ///   - isReviewed: Whether the places are shown before they change.
  ///   - goOn: What comes after the edit.
  static func start(
    _ state: inout EditorState, for places: [Reference], isReviewed: Bool = false,
    then goOn: @escaping LayerAction = { _ in [] }
  ) {
    guard let reference = places.first else { return }
    let use: (inout EditorState, CatalogObject) -> [Effect] = { state, object in
      isReviewed ? review(&state, object, in: places) : put(&state, object, in: places, then: goOn)
    }
    let known = state.file.references.choices(for: reference)
    let guesses = state.file.references.guesses(for: reference, in: state.file.document, count: 5)
    func item(_ object: CatalogObject, _ section: String) -> PickerLayer.Item {
      let title = reference.kind == .program ? CatalogObject.program(of: object.id) : object.name
      return PickerLayer.Item(
        title: title.isEmpty ? object.id : title,
        detail: object.name.isEmpty || reference.kind == .program
          ? object.version : "\(object.version) \(object.id)".trimmed,
        side: object.remark, synonyms: object.folder, section: section
      ) { state in use(&state, object) }
    }
    var items = guesses.map { item($0, "Most alike") }
    let likely = Set(guesses.map { $0.id.lowercased() })
    items += known.filter { !likely.contains($0.id.lowercased()) }.map { item($0, "All") }
    items += otherItems(reference, use, cancelled: goOn)
    let title = places.count == 1 ? "" : ", in \(places.count) places"
    var picker = PickerLayer(title: "Choose: \(reference.kind.label)\(title)", items: items)
    picker.cancelled = goOn
    state.open(picker)
  }

  /// What can be done besides choosing a known object.
  private static func otherItems(
    _ reference: Reference,
    _ use: @escaping (inout EditorState, CatalogObject) -> [Effect],
    cancelled: @escaping LayerAction
  ) -> [PickerLayer.Item] {
    let kind = reference.kind
    var items = [
      PickerLayer.Item(title: "Type an id …", section: "Something else") { state in
        let catalog = state.file.references.catalog
        let isProgram = kind == .program
        let package = String(reference.id.prefix { $0 != ":" })
        func whole(_ text: String) -> String {
          isProgram ? CatalogObject.programID(package, text) : text
        }
        Ask.line(
          &state, isProgram ? "Name of the program" : "Id of the \(kind.label)",
          isProgram ? CatalogObject.program(of: reference.id) : reference.id,
          fault: { text in
            let isLost = catalog.isComplete(kind) && catalog.object(kind, whole(text)) == nil
            return text.isEmpty || !isLost || text.isVariable
              ? nil : "there is no such \(kind.label)"
          }, cancelled: cancelled
        ) { state, text in
          let name = catalog.object(kind, whole(text))?.name ?? ""
          return use(&state, CatalogObject(kind: kind, id: whole(text), name: name))
        }
        return []
      }
    ]
    if !reference.isNeeded, !reference.id.isEmpty {
      items.append(
        PickerLayer.Item(title: "None", detail: "leave it empty", section: "Something else") {
          state in
          use(&state, .nothing(kind))
        })
    }
    return items
  }

  /// Makes references name an object, whatever is marked.
  static func put(
    _ state: inout EditorState, _ object: CatalogObject, in places: [Reference],
    then goOn: LayerAction
  ) -> [Effect] {
    state.perform(UseObjects(places.map { ($0, object) }, in: state.file.document))
    return goOn(&state)
  }

  /// Shows the places before they name another object.
  private static func review(
    _ state: inout EditorState, _ object: CatalogObject, in places: [Reference]
  ) -> [Effect] {
    let swap = ObjectSwap(places.map { ($0, object) }, in: state.file.document)
    state.open(
      ReviewLayer(
        title: "Use \(object.words) instead of \(places.first?.id ?? "")",
        changes: swap.changes, in: state.file.document,
        accepted: { state, changes in Self.swap(&state, swap.chosen(changes)) }))
    return []
  }

  /// Makes references name other objects, as one edit.
  static func swap(_ state: inout EditorState, _ swaps: [ObjectSwap.Swap], label: String? = nil)
    -> [Effect]
  {
    guard !swaps.isEmpty else {
      state.say("Nothing was chosen; nothing changed.")
      return []
    }
    let operation = UseObjects(swaps, in: state.file.document)
    let places = swaps.count == 1 ? "1 place" : "\(swaps.count) places"
    state.perform(label: label ?? "Chose \(swaps[0].object.words) in \(places)") {
      (chain) throws(Refusal) in
      try chain.apply(operation)
      chain.focus = nil
    }
    return []
  }
}

/// References with the objects they are to name, as changes to look at.
struct ObjectSwap {
  typealias Swap = SequenceDocument.Swap

  private let swaps: [(swap: Swap, change: TextChange)]

  init(_ swaps: [Swap], in document: SequenceDocument) {
    self.swaps = swaps.compactMap { swap in
      guard let node = document.node(swap.reference.node) else { return nil }
      let place = TextPlace(
        .variable(swap.reference.place.words), node, swap.reference.element(in: node))
      return (
        swap,
        TextChange(place: place, old: swap.reference.id, new: swap.object.words)
      )
    }
  }

  var changes: [TextChange] { swaps.map(\.change) }

  /// The swaps whose changes were chosen.
  func chosen(_ changes: [TextChange]) -> [Swap] {
    var left = changes.map { "\($0.place.site.element) \($0.old)" }
    return swaps.compactMap { swap, change in
      guard let index = left.firstIndex(of: "\(change.place.site.element) \(change.old)") else {
        return nil
      }
      left.remove(at: index)
      return swap
    }
  }
}

extension String {
  /// Without blanks before it.
  fileprivate var trimmed: String { String(drop { $0 == " " }) }
}
