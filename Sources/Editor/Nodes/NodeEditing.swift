import Conditions
import Screen
import StepCatalog
import TaskSequence
import Widgets
import XMLTree

/// Asking for what edits of nodes need.
enum NodeEditing {
  // MARK: Groups

  static func askForGroup(_ state: inout EditorState) -> [Effect] {
    let place = state.file.destination
    askForGroupName(&state) { state, name in
      state.perform { document, _ throws(Refusal) in
        try document.addingGroup(named: name, at: place)
      }
    }
    return []
  }

  static func askForGrouping(_ state: inout EditorState) -> [Effect] {
    askForGroupName(&state) { state, name in
      let change = state.perform { document, ids throws(Refusal) in
        try document.grouping(ids, named: name)
      }
      if change != nil { state.file.outline.marks = [] }
    }
    return []
  }

  private static func askForGroupName(
    _ state: inout EditorState, _ accepted: @escaping (inout EditorState, String) -> Void
  ) {
    Ask.line(&state, "Name of the new group", "New Group", fault: Property.name.remark) {
      state, name in
      if name.isEmpty {
        state.say("A group needs a name; nothing was changed.", .warning)
      } else {
        accepted(&state, name)
      }
      return []
    }
  }

  static func askForUngrouping(_ state: inout EditorState) -> [Effect] {
    let groups = state.file.document.nodes(state.file.targets).filter { $0.kind == .group }
    let hasCondition = groups.contains { $0.condition.map { !$0.isEmpty } ?? false }
    guard hasCondition else {
      state.perform { document, ids throws(Refusal) in
        try document.ungrouping(ids, keepsCondition: false)
      }
      return []
    }
    func ungroup(_ keepsCondition: Bool) -> LayerAction {
      { state in
        state.perform { document, ids throws(Refusal) in
          try document.ungrouping(ids, keepsCondition: keepsCondition)
        }
        return []
      }
    }
    let summary = groups.compactMap(\.condition).first { !$0.isEmpty }?.text ?? ""
    state.open(
      QuestionLayer(
        title: "The group has a condition", lines: ["if \(summary)"],
        choices: [
          .init(key: "c", label: "copy it to each node inside", action: ungroup(true)),
          .init(key: "d", label: "drop it", action: ungroup(false)),
        ]))
    return []
  }

  // MARK: Properties

  static func rename(_ state: inout EditorState) -> [Effect] {
    let node = state.file.subject
    guard node.id == state.file.outline.focus, !node.name.contains(where: \.isNewline) else {
      return ask(&state, .name)
    }
    guard node.kind != .sequence || state.file.document.dialect == .mdt else {
      state.say("A ConfigMgr sequence does not hold its own name; the site does.", .warning)
      return []
    }
    state.pane = .tree
    let original = node.name
    var text = TextModel(original)
    // One name for many is a new one; the name of one is more often corrected.
    if state.file.outline.marks.count > 1 { text.selectAll() }
    state.open(
      Prompt(
        place: .name, text: text, fault: Property.name.remark,
        accepts: { state, name in
          guard name != original || state.file.outline.marks.count > 1 else { return [] }
          state.perform { document, ids throws(Refusal) in
            try document.setting(.name, to: name, on: ids)
          }
          return []
        }))
    return []
  }

  /// Switches an option on all targets: off when it is on for every one of them, else on.
  static func toggle(_ state: inout EditorState, _ property: Property) {
    let nodes = state.file.document.nodes(state.file.targets)
    let areAllOn = nodes.allSatisfy { $0.isOn(property) }
    state.perform { document, ids throws(Refusal) in
      try document.setting(property, to: areAllOn ? "false" : "true", on: ids)
    }
  }

  /// Asks for the value of a property in the status line.
  static func ask(_ state: inout EditorState, _ property: Property) -> [Effect] {
    let value = property.shown(state.file.subject.value(of: property) ?? "")
    Ask.line(&state, property.label + state.file.ofMarked, value, fault: property.remark) {
      state, text in
      set(&state, property, to: property.meant(text))
      return []
    }
    return []
  }

  /// Sets a property of the targets; an option emptied is taken away.
  static func set(_ state: inout EditorState, _ property: Property, to text: String) {
    let isOption = [.timeout, .retryCount, .startIn, .runIn].contains(property)
    state.perform { document, ids throws(Refusal) in
      try document.setting(property, to: isOption && text.isEmpty ? nil : text, on: ids)
    }
  }

  static func choosePlace(_ state: inout EditorState) -> [Effect] {
    let current = state.file.subject.runIn
    var items = Property.places.map { place in
      PickerLayer.Item(title: place.words, detail: place.value) { state in
        set(&state, .runIn, to: place.value)
        return []
      }
    }
    items.append(
      PickerLayer.Item(title: "not stated", detail: "removes runIn") { state in
        set(&state, .runIn, to: "")
        return []
      })
    let selected = Property.places.firstIndex { $0.value == current } ?? items.count - 1
    state.open(PickerLayer(title: "Run in", items: items, selected: selected))
    return []
  }

  // MARK: Variables and the command line

  static func editCommandLine(_ state: inout EditorState) -> [Effect] {
    let subject = state.file.subject
    guard let action = subject.action, subject.kind != .group else {
      state.say("Only a step with an action has a command line.", .warning)
      return []
    }
    guard subject.shownAction == action else {
      state.say(Self.hiddenInAction, .warning)
      return []
    }
    let knowledge = state.setup.knowledge
    let name = state.file.ofMarked.isEmpty ? " of “\(subject.name)”" : state.file.ofMarked
    Ask.text(&state, "Command line" + name, action, suffix: ".cmd") { state, text in
      state.perform { document, ids throws(Refusal) in
        try document.settingAction(text, on: ids, knowing: knowledge)
      }
      return []
    }
    return []
  }

  /// Asks for a variable's name, then for its value.
  static func askForVariable(_ state: inout EditorState) -> [Effect] {
    guard state.file.document.nodes(state.file.targets).contains(where: { $0.kind != .group })
    else {
      state.say("A group has no variables of its own.", .warning)
      return []
    }
    Ask.line(&state, "Variable" + state.file.ofMarked, "", completes: .names) { state, name in
      guard !name.isEmpty else { return [] }
      let subject = state.file.subject
      Ask.line(
        &state, name + state.file.ofMarked, subject.variable(name) ?? "",
        isSecret: subject.hides(name),
        completes: .references
      ) {
        state, value in
        setVariable(&state, name, to: value)
        return []
      }
      return []
    }
    return []
  }

  /// Sets a variable where it is and adds it where it is not.
  static func setVariable(_ state: inout EditorState, _ name: String, to value: String) {
    let knowledge = state.setup.knowledge
    state.perform { document, ids throws(Refusal) in
      let all = document.nodes(ids)
      guard all.contains(where: { $0.variable(name) == nil && $0.kind != .group }) else {
        return try document.settingVariable(name, to: value, on: ids, knowing: knowledge)
      }
      var change = try document.addingVariable(name, property: nil, value: value, to: ids)
      let others = Set(all.filter { $0.variable(name) != nil }.map(\.id))
      if !others.isEmpty {
        change.document = try change.document.settingVariable(
          name, to: value, on: others, knowing: knowledge
        ).document
      }
      return change
    }
  }

  /// Said instead of opening a command line that holds what is not shown.
  static let hiddenInAction =
    "The command line repeats a hidden value; change the value in its own field."
}

extension Property {
  /// What is said about a text while it is typed.
  func remark(_ text: String) -> String? {
    let value = meant(text)
    return fault(in: value) ?? hint(in: value)
  }
}
