import ObjectCatalog
import References
import Storage
import TaskSequence
import Widgets

/// Matching references with another site's objects by name.
enum NameMatching {
  static func ask(_ state: inout EditorState) -> [Effect] {
    Ask.line(&state, "Catalogue of the other site", "", completes: .path) { state, path in
      path.isEmpty ? [] : [.readCatalog(state.file.id, path: state.setup.path(path))]
    }
    return []
  }

  /// Shows what would be replaced; what has no counterpart is listed afterwards.
  ///
  /// Where something is, the other site's objects are known from then on.
  static func match(
    _ state: inout EditorState, to catalog: Catalog, named path: String, _ faults: [String]
  ) -> [Effect] {
    guard catalog.count > 0 else {
      state.say("\(path): " + (faults.first ?? "there are no objects in it").asSentence, .error)
      return []
    }
    let document = state.file.document
    let remapping = Remapping(
      byNameIn: catalog, of: state.file.references, document,
      and: Mentions(in: document, of: state.file.references))
    let left = remapping.left
    let swaps = remapping.swaps + remapping.offered
    guard !swaps.isEmpty else {
      if left.isEmpty {
        state.say("Every object has the same id there; nothing is to be replaced.")
      } else {
        show(&state, left)
      }
      return []
    }
    let swap = ObjectSwap(swaps, in: state.file.document)
    var notes = faults.map(\.asSentence)
    if !left.isEmpty {
      let count = left.count == 1 ? "1 reference has" : "\(left.count) references have"
      notes.append("\(count) no counterpart; the list comes after this.")
    }
    state.open(
      ReviewLayer(
        title: "Objects of \(Path.name(of: path)) by name", notes: notes,
        changes: swap.changes, in: state.file.document,
        accepted: { state, changes in
          let chosen = swap.chosen(changes)
          if !chosen.isEmpty { state.file.learn(also: catalog) }
          let places = chosen.count == 1 ? "1 reference" : "\(chosen.count) references"
          let effects = ObjectChoice.swap(
            &state, chosen, label: "Matched \(places) with \(Path.name(of: path))")
          if !left.isEmpty { show(&state, left) }
          return effects
        }))
    return []
  }

  /// Lists references that no object was found for; choosing one goes there.
  private static func show(
    _ state: inout EditorState, _ left: [(reference: Reference, reason: String)]
  ) {
    let titles = state.file.document.titles(of: left.map(\.reference))
    let items = left.map { reference, reason in
      PickerLayer.Item(
        title: titles[reference.node] ?? "", detail: "\(reference.id): \(reason)",
        side: reference.isActive ? reference.kind.label : "disabled",
        place: state.file.document.place(of: reference)
      ) { state in
        state.show(focus: reference.node)
        state.pane = .tree
        return []
      }
    }
    state.open(PickerLayer(title: "Without a counterpart: \(left.count)", items: items))
  }
}
