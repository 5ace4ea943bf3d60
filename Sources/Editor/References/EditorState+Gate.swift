import ObjectCatalog
import References
import TaskSequence
import Widgets
import XMLTree

/// The save gate: nothing is written while unresolved references remain.
extension EditorState {
  /// What is to be written of the file; nil when references stop it: then they are shown, and it goes
  /// on by itself once they are gone.
  mutating func passGate(then goOn: @escaping LayerAction) -> ClearedSequences? {
    passGate(isLeaving: afterSaving?.isLeaving ?? false, then: goOn)
  }

  private mutating func passGate(
    isLeaving: Bool, then goOn: @escaping LayerAction
  ) -> ClearedSequences? {
    do throws(Unresolved) { return try file.clear() } catch {
      show(file: fileID)
      refused = fileID
      showGate(
        error.references, isLeaving: isLeaving,
        then: { state in
          guard state.passGate(isLeaving: isLeaving, then: goOn) != nil else { return [] }
          state.refused = nil
          return goOn(&state)
        })
      say("Not saved yet: each needs another object, or its step deleted or disabled.", .warning)
      return nil
    }
  }

  /// One row for each reference; choosing one offers the ways out.
  private mutating func showGate(
    _ references: [Reference], isLeaving: Bool, then goOn: @escaping LayerAction
  ) {
    let titles = titles(of: references)
    var items = Self.byUse(references).map { reference in
      PickerLayer.Item(
        title: titles[reference.node] ?? "", detail: reference.reason.asSentence,
        side: reference.kind.label, synonyms: reference.id,
        section: isLeaving ? "To be resolved" : "", place: place(of: reference)
      ) { state in
        state.offerWaysOut(of: reference, then: goOn)
        return []
      }
    }
    if isLeaving, canKeepDrafts {
      items.append(
        PickerLayer.Item(
          title: "Leave now and keep a draft", detail: "it is offered at the next opening",
          section: "Later"
        ) { $0.leaveAtOnce() })
    }
    let title =
      references.count == 1
      ? "1 reference must be resolved before saving"
      : "\(references.count) references must be resolved before saving"
    open(PickerLayer(title: title, items: items))
  }

  /// References in the order that is most useful to resolve them in: the object that is named most
  /// often first, since one choice settles all its places; of equals the one that is used first; the
  /// places of each together, as the sequence runs them.
  ///
  /// Where nothing is named each place is a matter of its own.
  static func byUse(_ references: [Reference]) -> [Reference] {
    let keys = references.enumerated().map { place, reference in
      let object = "\(reference.kind.rawValue) \(reference.id.lowercased())"
      return reference.id.isEmpty ? "\(object)\(place)" : object
    }
    var uses: [String: (first: Int, count: Int)] = [:]
    for (place, key) in keys.enumerated() {
      uses[key, default: (place, 0)].count += 1
    }
    return references.indices.map { place in
      let use = uses[keys[place]] ?? (place, 1)
      return (order: (-use.count, use.first, place), place: place)
    }.sorted { $0.order < $1.order }.map { references[$0.place] }
  }

  /// Correct the reference, delete the step, disable it, or go there.
  mutating func offerWaysOut(of reference: Reference, then goOn: @escaping LayerAction) {
    guard let node = file.document.node(reference.node) else { return }
    let same = file.references.references.filter { $0.namesSame(as: reference) }
    var choices: [QuestionLayer.Choice] = []
    if reference.place == .list {
      choices.append(
        .init(key: "x", label: "take it off the list") { state in
          state.put(Self.nothing(reference.kind), in: [reference], then: goOn)
        })
    } else {
      choices.append(
        .init(key: "f", label: "fix it: choose another \(reference.kind.label)") { state in
          state.chooseObject(for: [reference], then: goOn)
          return []
        })
    }
    if same.count > 1, !reference.id.isEmpty, reference.place != .list {
      choices.append(
        .init(key: "a", label: "fix it the same in all \(same.count) places") { state in
          state.chooseObject(for: same, then: goOn)
          return []
        })
    }
    if node.kind != .sequence {
      choices += Self.choices(for: same.map(\.node), of: reference, then: goOn)
    }
    choices.append(
      .init(key: "g", label: "go to it; the save is given up") { state in
        state.show(focus: reference.node)
        state.pane = .tree
        return []
      })
    let place = place(of: reference)
    let lines = [reference.reason.asSentence]
    let path = place.count == 1 ? [] : [place.joined(separator: " › ")]
    open(
      QuestionLayer(
        title: place.last ?? "", lines: lines + path, choices: choices,
        escape: ("back to the list", goOn)))
  }

  /// Deleting and disabling, for one step and for all that name the object.
  private static func choices(
    for all: [NodeID], of reference: Reference, then goOn: @escaping LayerAction
  ) -> [QuestionLayer.Choice] {
    func delete(_ ids: Set<NodeID>) -> LayerAction {
      { state in
        state.perform { document, _ throws(Refusal) in try document.removing(ids) }
        return goOn(&state)
      }
    }
    func disable(_ ids: Set<NodeID>) -> LayerAction {
      { state in
        state.perform { document, _ throws(Refusal) in
          try document.setting(.disable, to: "true", on: ids)
        }
        return goOn(&state)
      }
    }
    let one: Set = [reference.node]
    var choices: [QuestionLayer.Choice] = [
      .init(key: "x", label: "delete the step", action: delete(one)),
      .init(key: "d", label: "disable the step for now", action: disable(one)),
    ]
    let ids = Set(all)
    if ids.count > 1, !reference.id.isEmpty {
      choices += [
        .init(key: "X", label: "delete all \(ids.count) steps that name it", action: delete(ids)),
        .init(
          key: "D", label: "disable all \(ids.count) steps that name it", action: disable(ids)),
      ]
    }
    return choices
  }

  static func nothing(_ kind: ReferenceKind) -> CatalogObject {
    CatalogObject(kind: kind, id: "", name: "")
  }
}
