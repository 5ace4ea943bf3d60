import Checks
import ObjectCatalog
import StepCatalog
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
    showReferences(
      blocking, title: Self.gateTitle(blocking.count),
      then: { state in
        if let stopped = state.stopAtGate(index, then: goOn) { return stopped }
        state.wasRefused = false
        return goOn(&state)
      })
    say("Not saved yet: each needs another object, or its step deleted or disabled.", .warning)
    return []
  }

  private static func gateTitle(_ count: Int) -> String {
    count == 1
      ? "1 reference must be resolved before saving"
      : "\(count) references must be resolved before saving"
  }

  /// One row for each reference; choosing one offers the ways out.
  private mutating func showReferences(
    _ references: [Reference], title: String, then goOn: @escaping LayerAction
  ) {
    let document = file.document
    let items = references.map { reference in
      Picker.Item(
        title: document.node(reference.node).map(Self.name(of:)) ?? "",
        detail: Self.sentence(reference.reason), side: reference.kind.label,
        synonyms: reference.id
      ) { state in
        state.offerWaysOut(of: reference, then: goOn)
        return []
      }
    }
    layers.append(.picker(Picker(title: title, items: items)))
  }

  private static func name(of node: TaskNode) -> String {
    node.kind == .sequence ? "The sequence" : node.name
  }

  /// Correct the reference, delete the step, disable it, or go there.
  mutating func offerWaysOut(of reference: Reference, then goOn: @escaping LayerAction) {
    guard let node = file.document.node(reference.node) else { return }
    let same = file.references.references.filter {
      $0.kind == reference.kind && $0.id.lowercased() == reference.id.lowercased()
    }
    var choices = [
      Question.Choice(key: "f", label: "fix it: choose another \(reference.kind.label)") { state in
        state.chooseObject(for: [reference], then: goOn)
        return []
      }
    ]
    if same.count > 1, !reference.id.isEmpty {
      choices.append(
        Question.Choice(key: "a", label: "the same for all \(same.count) places") { state in
          state.chooseObject(for: same, then: goOn)
          return []
        })
    }
    if node.kind != .sequence {
      choices += [
        Question.Choice(key: "x", label: "delete the step") { state in
          state.change([node.id]) { document throws(Refusal) in try document.removing([node.id]) }
          return goOn(&state)
        },
        Question.Choice(key: "d", label: "disable the step for now") { state in
          state.change([node.id]) { document throws(Refusal) in
            try document.setting(.disable, to: "true", on: [node.id])
          }
          return goOn(&state)
        },
      ]
    }
    choices.append(
      Question.Choice(key: "g", label: "go to it; the save is given up") { state in
        state.show(focus: reference.node)
        state.pane = .tree
        return []
      })
    layers.append(
      .question(
        Question(
          title: Self.name(of: node),
          lines: [Self.sentence(reference.reason)], choices: choices)))
  }

  /// Lets the user choose an object by typing, the likeliest first, or type an id.
  mutating func chooseObject(
    for places: [Reference], then goOn: @escaping LayerAction = { _ in [] }
  ) {
    guard let reference = places.first else { return }
    let known = file.references.catalog.all(reference.kind)
    let guesses = Array(file.references.guesses(for: reference).prefix(5))
    func item(_ object: CatalogObject, _ section: String) -> Picker.Item {
      Picker.Item(
        title: object.name.isEmpty ? object.id : object.name,
        detail: object.name.isEmpty ? object.version : "\(object.version) \(object.id)",
        side: object.isEnabled ? "" : "disabled", synonyms: object.id, section: section
      ) { state in
        state.put(object, in: places, then: goOn)
      }
    }
    var items = guesses.map { item($0, "Most alike") }
    items += known.filter { !guesses.contains($0) }.map { item($0, "All") }
    items.append(
      Picker.Item(title: "Type an id …", section: "Something else") { state in
        state.ask("Id of the \(reference.kind.label)", reference.id) { state, id in
          guard !id.isEmpty else { return goOn(&state) }
          let name = state.file.references.catalog.object(reference.kind, id)?.name ?? ""
          return state.put(
            CatalogObject(kind: reference.kind, id: id, name: name), in: places, then: goOn)
        }
        return []
      })
    layers.append(.picker(Picker(title: "Choose: \(reference.kind.label)", items: items)))
  }

  private mutating func put(
    _ object: CatalogObject, in places: [Reference], then goOn: LayerAction
  ) -> [Effect] {
    let knowledge = setup.knowledge
    change(Set(places.map(\.node))) { document throws(Refusal) in
      try document.replacing(places, by: object, knowing: knowledge)
    }
    return goOn(&self)
  }

  /// Makes a change to some nodes whatever is marked.
  private mutating func change(
    _ ids: Set<NodeID>, _ edit: (SequenceDocument) throws(Refusal) -> Edit
  ) {
    perform { document, _ throws(Refusal) in try edit(document) }
  }

  // MARK: Seeing them

  /// Every object the sequence uses, with its places.
  mutating func listReferences() -> [Effect] {
    let groups = Dictionary(grouping: file.references.references) {
      "\($0.kind.rawValue) \($0.id.lowercased())"
    }
    let objects = groups.values.compactMap { places in
      places.first.map { (first: $0, places: places) }
    }.sorted {
      (Self.rank($0.first.status), $0.first.kind.label, $0.first.reason)
        < (Self.rank($1.first.status), $1.first.kind.label, $1.first.reason)
    }
    guard !objects.isEmpty else {
      say("The sequence references nothing.")
      return []
    }
    let items = objects.map { object in
      Picker.Item(
        title: object.first.id.isEmpty ? "(none)" : object.first.id,
        detail: object.first.reason,
        side: object.places.count == 1 ? "1 place" : "\(object.places.count) places",
        section: "\(object.first.status.rawValue.capitalizedFirst)"
      ) { state in
        state.listPlaces(object.places)
        return []
      }
    }
    layers.append(.picker(Picker(title: "References", items: items)))
    return []
  }

  private static func rank(_ status: Reference.Status) -> Int {
    switch status {
    case .unresolved: 0
    case .unverified: 1
    case .dynamic: 2
    case .resolved: 3
    }
  }

  private mutating func listPlaces(_ places: [Reference]) {
    let document = file.document
    var items = places.map { place in
      Picker.Item(
        title: document.node(place.node).map(Self.name(of:)) ?? "", detail: place.variable,
        side: place.isActive ? "" : "disabled", section: "Go to"
      ) { state in
        state.show(focus: place.node)
        return []
      }
    }
    let count = places.count == 1 ? "here" : "in all \(places.count) places"
    items.append(
      Picker.Item(title: "Choose another object \(count) …", section: "Change") { state in
        state.chooseObject(for: places)
        return []
      })
    layers.append(.picker(Picker(title: places.first?.id ?? "", items: items)))
  }

  /// Goes to the next node with a problem, or the previous one.
  mutating func goToProblem(forward: Bool) -> [Effect] {
    var problems: [NodeID] = []
    var place = 0
    let file = file
    func note(_ node: TaskNode) {
      if node.id == file.outline.focus { place = problems.count }
      if node.hasFault || file.problemNodes.contains(node.id) { problems.append(node.id) }
    }
    note(file.document.sequence)
    file.document.sequence.walk { node, _ in
      note(node)
      return true
    }
    guard !problems.isEmpty else {
      say("There are no problems.")
      return []
    }
    let isOnOne = problems.indices.contains(place) && problems[place] == file.outline.focus
    let next = forward ? place + (isOnOne ? 1 : 0) : place - 1
    let id = problems[(next + problems.count) % problems.count]
    show(focus: id)
    let reason =
      file.references.blocking.first { $0.node == id }?.reason ?? file.references.faults[id]
    say(reason.map(Self.sentence) ?? "A value is against a limit; the details say which.", .warning)
    return []
  }
}

extension String {
  fileprivate var capitalizedFirst: String { prefix(1).uppercased() + dropFirst() }
}
