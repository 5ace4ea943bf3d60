import Conditions
import Operations
import Screen
import StepCatalog
import TaskSequence
import Widgets
import XMLTree

/// Asking for what edits of nodes need.
extension EditorState {
  /// Where something new goes: inside a focused group that is empty, else after the focused node.
  var destination: Destination {
    let node = file.focus
    if node.kind == .sequence { return .start(of: node.id) }
    if node.kind == .group, node.children.isEmpty { return .end(of: node.id) }
    return .after(node.id)
  }

  // MARK: Groups

  mutating func askForGroup() -> [Effect] {
    let place = destination
    askForGroupName { state, name in
      state.perform { (chain) throws(Refusal) in
        try chain.apply(AddGroup(name, chain.place(place)))
      }
    }
    return []
  }

  mutating func askForGrouping() -> [Effect] {
    askForGroupName { state, name in
      let change = state.perform(GroupNodes(state.file.targetPaths, as: name))
      if change != nil { state.file.outline.marks = [] }
    }
    return []
  }

  private mutating func askForGroupName(
    _ accepted: @escaping (inout EditorState, String) -> Void
  ) {
    ask("Name of the new group", "New Group", fault: Property.name.remark) { state, name in
      if name.isEmpty {
        state.say("A group needs a name; nothing was changed.", .warning)
      } else {
        accepted(&state, name)
      }
      return []
    }
  }

  mutating func askForUngrouping() -> [Effect] {
    let groups = file.document.nodes(file.targets).filter { $0.kind == .group }
    let hasCondition = groups.contains { $0.condition.map { !$0.isEmpty } ?? false }
    guard hasCondition else {
      perform(UngroupNodes(file.targetPaths, keepsCondition: false))
      return []
    }
    func ungroup(_ keepsCondition: Bool) -> LayerAction {
      { state in
        state.perform(UngroupNodes(state.file.targetPaths, keepsCondition: keepsCondition))
        return []
      }
    }
    let summary = groups.compactMap(\.condition).first { !$0.isEmpty }?.text ?? ""
    open(
      QuestionLayer(
        title: "The group has a condition", lines: ["if \(summary)"],
        choices: [
          .init(key: "c", label: "copy it to each node inside", action: ungroup(true)),
          .init(key: "d", label: "drop it", action: ungroup(false)),
        ]))
    return []
  }

  // MARK: Properties

  mutating func rename() -> [Effect] {
    let node = file.subject
    guard node.id == file.outline.focus, !node.name.contains(where: \.isNewline) else {
      return ask(for: .name)
    }
    guard node.kind != .sequence || file.document.dialect == .mdt else {
      say("A ConfigMgr sequence does not hold its own name; the site does.", .warning)
      return []
    }
    pane = .tree
    let original = node.name
    var text = TextModel(original)
    // One name for many is a new one; the name of one is more often corrected.
    if file.outline.marks.count > 1 { text.selectAll() }
    open(
      Prompt(
        place: .name, text: text, fault: Property.name.remark,
        accepts: { state, name in
          guard name != original || state.file.outline.marks.count > 1 else { return [] }
          state.perform(RenameNodes(state.file.targetPaths, to: name))
          return []
        }))
    return []
  }

  /// Switches an option on all targets: off when it is on for every one of them, else on.
  mutating func toggle(_ property: Property) {
    let nodes = file.document.nodes(file.targets)
    let areAllOn = nodes.allSatisfy { $0.isOn(property) }
    let paths = file.targetPaths
    if property == .disable {
      perform(DisableNodes(paths, isDisabled: !areAllOn))
    } else {
      perform(ContinueOnError(paths, isOn: !areAllOn))
    }
  }

  /// Asks for the value of a property in the status line.
  mutating func ask(for property: Property) -> [Effect] {
    let value = property.shown(file.subject.value(of: property) ?? "")
    ask(property.label + ofMarked, value, fault: property.remark) { state, text in
      state.set(property, to: text)
      return []
    }
    return []
  }

  /// What is added to a label when more than one node is asked about.
  private var ofMarked: String {
    file.outline.marks.count > 1 ? " of \(file.outline.marks.count) marked nodes" : ""
  }

  /// Sets a property of the targets to what somebody typed; an option emptied is taken away.
  mutating func set(_ property: Property, to text: String) {
    if property == .name {
      perform(RenameNodes(file.targetPaths, to: text))
    } else {
      perform(SetValue(property, to: text, of: file.targets, in: file.document))
    }
  }

  mutating func choosePlace() -> [Effect] {
    let current = file.subject.runIn
    var items = Property.places.map { place in
      PickerLayer.Item(title: place.words, detail: place.value) { state in
        state.set(.runIn, to: place.value)
        return []
      }
    }
    items.append(
      PickerLayer.Item(title: "not stated", detail: "removes runIn") { state in
        state.set(.runIn, to: "")
        return []
      })
    let selected = Property.places.firstIndex { $0.value == current } ?? items.count - 1
    open(PickerLayer(title: "Run in", items: items, selected: selected))
    return []
  }

  // MARK: Variables and the command line

  mutating func editCommandLine() -> [Effect] {
    let subject = file.subject
    guard let action = subject.action, subject.kind != .group else {
      say("Only a step with an action has a command line.", .warning)
      return []
    }
    guard subject.shownAction == action else {
      say(Self.hiddenInAction, .warning)
      return []
    }
    let name = ofMarked.isEmpty ? " of “\(subject.name)”" : ofMarked
    editText("Command line" + name, action, suffix: ".cmd") { state, text in
      state.perform(SetValue(.command, to: text, of: state.file.targetPaths))
      return []
    }
    return []
  }

  /// Asks for a variable's name, then for its value.
  mutating func askForVariable() -> [Effect] {
    guard file.document.nodes(file.targets).contains(where: { $0.kind != .group }) else {
      say("A group has no variables of its own.", .warning)
      return []
    }
    ask("Variable" + ofMarked, "", completes: .names) { state, name in
      guard !name.isEmpty else { return [] }
      let subject = state.file.subject
      state.ask(
        name + state.ofMarked, subject.variable(name) ?? "", isSecret: subject.hides(name),
        completes: .references
      ) {
        state, value in
        state.setVariable(name, to: value)
        return []
      }
      return []
    }
    return []
  }

  /// Sets a variable where it is and adds it where it is not.
  mutating func setVariable(_ name: String, to value: String) {
    perform(SetValue(.variable(name), to: value, of: file.targetPaths))
  }

  /// Said instead of opening a command line that holds what is not shown.
  static let hiddenInAction =
    "The command line repeats a hidden value; change the value in its own field."

  // MARK: Prompts

  /// Asks for a text: in the status line, or in a window when it has several lines.
  mutating func ask(
    _ label: String, _ text: String, isSecret: Bool = false, completes: Completion.Kind = .none,
    fault: @escaping (String) -> String? = { _ in nil }, cancelled: LayerAction? = nil,
    _ accepted: @escaping (inout EditorState, String) -> [Effect]
  ) {
    guard isSecret || !text.contains(where: \.isNewline) else {
      return editText(label, text, accepted)
    }
    var model = TextModel(text)
    model.selectAll()
    open(
      Prompt(
        place: .status(label: label), text: model, isSecret: isSecret, fault: fault,
        completion: completes, cancelled: cancelled, accepts: accepted))
  }

  /// Edits a text of many lines in a window.
  mutating func editText(
    _ title: String, _ text: String, suffix: String = ".txt",
    _ accepted: @escaping (inout EditorState, String) -> [Effect]
  ) {
    open(
      TextLayer(title: title, text: text, suffix: suffix) { text in
        { state in accepted(&state, text) }
      })
  }
}

extension Property {
  /// What is said about a text while it is typed.
  func remark(_ text: String) -> String? {
    let value = meant(text)
    return fault(in: value) ?? hint(in: value)
  }
}
