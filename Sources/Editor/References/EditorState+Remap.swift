import ObjectCatalog
import References
import TaskSequence
import Widgets

/// Matching references with another site's objects by name.
extension EditorState {
  mutating func askForCatalog() -> [Effect] {
    ask("Catalogue of the other site", "") { state, path in
      path.isEmpty ? [] : [.readCatalog(state.file.id, path: path)]
    }
    return []
  }

  /// Shows what would be replaced; what has no counterpart is listed afterwards.
  ///
  /// Where something is, the other site's objects are known from then on.
  mutating func remap(to catalog: Catalog, named path: String, _ faults: [String]) -> [Effect] {
    guard catalog.count > 0 else {
      say("\(path): " + (faults.first ?? "there are no objects in it").asSentence, .error)
      return []
    }
    let remapping = Remapping(byNameIn: catalog, of: file.references, file.document)
    let left = remapping.left
    guard !remapping.swaps.isEmpty else {
      if left.isEmpty {
        say("Every object has the same id there; nothing is to be replaced.")
      } else {
        show(left)
      }
      return []
    }
    let swap = ObjectSwap(remapping.swaps, in: file.document)
    var notes = faults.map(\.asSentence)
    if !left.isEmpty {
      let count = left.count == 1 ? "1 reference has" : "\(left.count) references have"
      notes.append("\(count) no counterpart; the list comes after this.")
    }
    open(
      ReviewLayer(
        title: "Objects of \(Self.title(of: path)) by name", notes: notes,
        changes: swap.changes,
        accepted: { state, changes in
          let chosen = swap.chosen(changes)
          if !chosen.isEmpty { state.file.learn(also: catalog) }
          let places = chosen.count == 1 ? "1 reference" : "\(chosen.count) references"
          let effects = state.make(
            chosen, label: "Matched \(places) with \(Self.title(of: path))")
          if !left.isEmpty { state.show(left) }
          return effects
        }))
    return []
  }

  /// Lists references that no object was found for; choosing one goes there.
  private mutating func show(_ left: [(reference: Reference, reason: String)]) {
    let titles = titles(of: left.map(\.reference))
    let items = left.map { reference, reason in
      PickerLayer.Item(
        title: titles[reference.node] ?? "", detail: "\(reference.id): \(reason)",
        side: reference.isActive ? reference.kind.label : "disabled",
        place: place(of: reference)
      ) { state in
        state.show(focus: reference.node)
        state.pane = .tree
        return []
      }
    }
    open(PickerLayer(title: "Without a counterpart: \(left.count)", items: items))
  }
}
