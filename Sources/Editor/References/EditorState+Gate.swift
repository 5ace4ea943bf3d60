import Checks
import ObjectCatalog
import TaskSequence
import XMLTree

/// The save gate: nothing is written while unresolved references remain.
extension EditorState {
  /// Shows the references that stop a save, when there are any, and goes on by itself once they are
  /// gone; answers nil when nothing stops it.
  mutating func stopAtGate(_ index: Int, then goOn: @escaping LayerAction) -> [Effect]? {
    files[index].look()
    let blocking = files[index].references.blocking
    guard !blocking.isEmpty else { return nil }
    current = index
    wasRefused = true
    showGate(
      blocking, isLeaving: afterSaving?.isLeaving ?? false,
      then: { state in
        if let stopped = state.stopAtGate(index, then: goOn) { return stopped }
        state.wasRefused = false
        return goOn(&state)
      })
    say("Not saved yet: each needs another object, or its step deleted or disabled.", .warning)
    return []
  }

  /// One row for each reference, those whose object is named most often first; choosing one offers the
  /// ways out.
  private mutating func showGate(
    _ references: [Reference], isLeaving: Bool, then goOn: @escaping LayerAction
  ) {
    let document = file.document
    func key(_ reference: Reference) -> String {
      "\(reference.kind.rawValue) \(reference.id.lowercased())"
    }
    let counts = references.reduce(into: [:]) { $0[key($1), default: 0] += 1 }
    let sorted = references.enumerated().sorted { left, right in
      let (first, second) = (counts[key(left.element)] ?? 0, counts[key(right.element)] ?? 0)
      return first == second ? left.offset < right.offset : first > second
    }
    var items = sorted.map { _, reference in
      Picker.Item(
        title: name(of: reference), detail: Self.sentence(reference.reason),
        side: reference.kind.label,
        synonyms: "\(reference.id) \(document.path(of: reference.node)?.description ?? "")",
        section: isLeaving ? "To be resolved" : ""
      ) { state in
        state.offerWaysOut(of: reference, then: goOn)
        return []
      }
    }
    if isLeaving, canKeepDrafts {
      items.append(
        Picker.Item(
          title: "Leave now and keep a draft", detail: "it is offered at the next opening",
          section: "Later"
        ) { $0.leaveAtOnce() })
    }
    let title =
      references.count == 1
      ? "1 reference must be resolved before saving"
      : "\(references.count) references must be resolved before saving"
    layers.append(.picker(Picker(title: title, items: items)))
  }

  /// What a reference stands in, by name.
  func name(of reference: Reference) -> String {
    guard let node = file.document.node(reference.node) else { return "" }
    guard node.kind == .sequence else { return node.name }
    if case .property(let name) = reference.place { return "The sequence’s \(name)" }
    return reference.place == .list ? "The sequence’s list" : "The sequence"
  }

  /// Correct the reference, delete the step, disable it, or go there.
  mutating func offerWaysOut(of reference: Reference, then goOn: @escaping LayerAction) {
    guard let node = file.document.node(reference.node) else { return }
    let same = file.references.references.filter { $0.namesSame(as: reference) }
    var choices: [Question.Choice] = []
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
    let path = file.document.path(of: reference.node)?.description ?? ""
    let lines = [Self.sentence(reference.reason)] + (path == node.name ? [] : [path])
    layers.append(
      .question(Question(title: name(of: reference), lines: lines, choices: choices)))
  }

  /// Deleting and disabling, for one step and for all that name the object.
  private static func choices(
    for all: [NodeID], of reference: Reference, then goOn: @escaping LayerAction
  ) -> [Question.Choice] {
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
    var choices: [Question.Choice] = [
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
