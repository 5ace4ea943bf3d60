import Conditions
import Operations
import Screen
import StepCatalog
import TaskSequence
import Widgets
import XMLTree

/// Asking for what edits of nodes need.
enum NodeEditing {
  // MARK: Groups

  static func askForGroup(_ state: inout EditorState) -> [Effect] {
    let place = state.file.destinationOfNew
    askForGroupName(&state) { state, name in
      state.perform { (chain) throws(Refusal) in
        try chain.apply(AddGroup(name, chain.place(place)))
      }
    }
    return []
  }

  static func askForGrouping(_ state: inout EditorState) -> [Effect] {
    askForGroupName(&state) { state, name in
      let change = state.perform(GroupNodes(state.file.targetPaths, as: name))
      if change != nil { state.file.outline.unmarkAll() }
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
      state.perform(UngroupNodes(state.file.targetPaths, keepsCondition: false))
      return []
    }
    func ungroup(_ keepsCondition: Bool) -> LayerAction {
      { state in
        state.perform(UngroupNodes(state.file.targetPaths, keepsCondition: keepsCondition))
        return []
      }
    }
    let condition = groups.compactMap(\.condition).first { !$0.isEmpty }
    let summary = condition?.shownText(where: state.file.secrecy.isSecret) ?? ""
    state.open(
      QuestionLayer(
        title: "The group has a condition", lines: ["if \(summary)"],
        choices: [
          .init(key: "c", label: "copy it to each node inside", action: ungroup(true)),
          .init(key: "d", label: "drop it", risk: .some, action: ungroup(false)),
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
          state.perform(RenameNodes(state.file.targetPaths, to: name))
          return []
        }))
    return []
  }

  /// Switches an option on all targets: off when it is on for every one of them, else on.
  static func toggle(_ state: inout EditorState, _ property: Property) {
    let nodes = state.file.document.nodes(state.file.targets)
    let areAllOn = nodes.allSatisfy { $0.isOn(property) }
    let paths = state.file.targetPaths
    if property == .disable {
      state.perform(DisableNodes(paths, isDisabled: !areAllOn))
    } else {
      state.perform(ContinueOnError(paths, isOn: !areAllOn))
    }
  }

  /// Asks for the value of a property in the status line.
  static func ask(_ state: inout EditorState, _ property: Property) -> [Effect] {
    let (document, subject) = (state.file.document, state.file.subject)
    let written =
      property == .startIn ? document.startFolder(of: subject) : subject.value(of: property)
    let value = property.shown(written ?? "")
    Ask.line(&state, property.label + state.file.ofMarked, value, fault: property.remark) {
      state, text in
      set(&state, property, to: text)
      return []
    }
    return []
  }

  /// Sets a property of the targets to what somebody typed; an option emptied is taken away.
  static func set(_ state: inout EditorState, _ property: Property, to text: String) {
    if property == .name {
      state.perform(RenameNodes(state.file.targetPaths, to: text))
    } else {
      state.perform(
        SetValue(property, to: text, of: state.file.targets, in: state.file.document))
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
    let secrecy = state.file.secrecy
    guard subject.coverOwn(action, secrecy) == action else {
      state.say(Self.hiddenInAction, .warning)
      return []
    }
    let type = StepTypes.shared.type(of: subject, in: state.file.document.dialect)
    if let type, type.isSortedByProperty, type.arguments.isEmpty,
      type.makes(action, { subject.variable($0) }), state.file.ofMarked.isEmpty
    {
      state.say("A step of this type always runs \(action); its fields say how.", .warning)
      return []
    }
    return Ask.inClear(&state, subject.cover(action, secrecy) != action) { state in
      typeCommandLine(&state, subject, action)
      return []
    }
  }

  private static func typeCommandLine(
    _ state: inout EditorState, _ subject: TaskNode, _ action: String
  ) {
    let type = StepTypes.shared.type(of: subject, in: state.file.document.dialect)
    let name = state.file.ofMarked.isEmpty ? " of “\(subject.name)”" : state.file.ofMarked
    // What the type writes around a command is none of it.
    let typed = type?.commandField(making: action, of: subject)
      .flatMap { subject.variable($0.variable) }
    Ask.text(&state, "Command line" + name, typed ?? action, suffix: ".cmd") { state, text in
      state.perform(SetValue(.command, to: text, of: state.file.targetPaths))
      return []
    }
  }

  /// Asks for a variable's name, then for its value.
  static func askForVariable(_ state: inout EditorState) -> [Effect] {
    guard state.file.document.nodes(state.file.targets).contains(where: { $0.kind != .group })
    else {
      state.say("A group has no variables of its own.", .warning)
      return []
    }
    Ask.line(
      &state, "Variable" + state.file.ofMarked, "", completes: .names,
      fault: { $0.isEmpty ? nil : VariableName.fault(in: $0) }
    ) { state, name in
      guard !name.isEmpty else { return [] }
      if let fault = VariableName.fault(in: name) {
        state.refuse(fault)
        return []
      }
      if let effects = openField(&state, of: name) { return effects }
      let subject = state.file.subject
      let secrecy = state.file.secrecy
      let field = StepTypes.shared.type(of: subject, in: state.file.document.dialect)?.known(name)
      let written = subject.spelling(of: name) ?? field?.variable ?? name
      let value = subject.variable(written) ?? ""
      let isSecret = subject.hides(written, secrecy)
      let isHidden = !isSecret && SecretText.covered(value) != value
      return Ask.inClear(&state, isHidden) { state in
        Ask.line(
          &state, written + state.file.ofMarked, value, isSecret: isSecret, completes: .references,
          fault: { field?.fault(in: $0) }
        ) { state, value in
          setVariable(&state, name, to: value)
          return []
        }
        return []
      }
    }
    return []
  }

  /// Opens the field of a variable that the type of the focused step knows, where its value is chosen
  /// or takes a window, as the form does; nil where a line is all it takes.
  private static func openField(_ state: inout EditorState, of name: String) -> [Effect]? {
    guard let type = state.file.focusedType, let known = type.known(name) else { return nil }
    guard state.file.targets == [state.file.outline.focus] else {
      return isOfOneType(state) ? openWindow(&state, known) : nil
    }
    let isField = type.fields.contains(known) && !known.isCount
    guard !isField || FieldEditing.isOpened(known, state) else { return nil }
    guard let place = place(of: known, in: state) else { return openWindow(&state, known) }
    state.pane = .details
    state.file.details.selected = place
    guard isField, known.kind == .flag else { return DetailEditing.edit(&state) }
    FieldEditing.chooseSwitch(&state, known)
    return []
  }

  /// The row of the form that shows a variable; nil when none does.
  private static func place(of known: StepField, in state: EditorState) -> Int? {
    let rows = state.file.detailRows
    let table = state.file.focusedType?.table
    return rows.indices.first { index in
      switch rows[index].field?.kind {
      case .step(let field): field.variable == known.variable
      case .row(let row): table?.columns.contains { $0.row(of: known.variable) == row } == true
      case .newRow: known.isCount || table?.list?.variable == known.variable
      default: false
      }
    }
  }

  /// Whether all targets are of the focused step's type, which is one of them.
  private static func isOfOneType(_ state: EditorState) -> Bool {
    let type = state.file.focus.type
    return state.file.targets.contains(state.file.outline.focus)
      && state.file.document.nodes(state.file.targets).allSatisfy { $0.type == type }
  }

  /// Opens what a field that no row shows is chosen or written in; nil where a line is all it takes.
  private static func openWindow(
    _ state: inout EditorState, _ known: StepField
  ) -> [Effect]? {
    guard state.file.focusedType?.fields.contains(known) == true, !known.isCount,
      FieldEditing.isOpened(known, state)
    else { return nil }
    let value = state.file.focus.variable(known.variable) ?? ""
    let text = known.kind == .script ? ScriptText.decode(value) ?? value : value
    return Ask.inClear(&state, SecretText.covered(text) != text) { state in
      if known.kind == .flag {
        FieldEditing.chooseSwitch(&state, known)
        return []
      }
      let row = DetailField(
        id: "field.\(known.variable)", label: known.label, value: value, kind: .step(known))
      return FieldEditing.edit(&state, known, row)
    }
  }

  /// Sets a variable where it is and adds it where it is not.
  static func setVariable(_ state: inout EditorState, _ name: String, to value: String) {
    state.perform(SetValue(.variable(name), to: value, of: state.file.targetPaths))
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
