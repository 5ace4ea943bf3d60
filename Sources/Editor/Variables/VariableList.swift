import Operations
import References
import StepCatalog
import TaskSequence
import VariableCatalog
import Widgets
import XMLTree

/// The list of variables, the places of one, and renaming.
enum VariableList {
  /// Lists every variable, what deserves a look first.
  static func show(_ state: inout EditorState) -> [Effect] {
    let uses = VariableUses(
      of: state.file.document, knowing: state.file.references.catalog)
    let items = uses.all.map { variable in
      PickerLayer.Item(
        title: variable.name, detail: Self.remark(on: variable, uses), side: Self.counts(variable),
        section: Self.section(of: variable).rawValue
      ) { state in showPlaces(&state, of: variable, uses) }
    }
    let order = VariableSection.allCases.map(\.rawValue)
    var picker = PickerLayer(
      title: "Variables",
      items: items.enumerated().sorted {
        let (left, right) = (order.firstIndex(of: $0.1.section), order.firstIndex(of: $1.1.section))
        return (left ?? 0, $0.0) < (right ?? 0, $1.0)
      }.map(\.1))
    picker.nothing = items.isEmpty ? "The sequence names no variable." : "No variable fits."
    state.open(picker)
    return []
  }

  /// Lists the places of a variable; Enter goes there.
  private static func showPlaces(
    _ state: inout EditorState, of variable: UsedVariable, _ uses: VariableUses
  ) -> [Effect] {
    var items: [PickerLayer.Item] = []
    if !state.file.isReadOnly {
      if variable.state == .unset, let meant = uses.nearMiss(of: variable.name) {
        items.append(
          PickerLayer.Item(title: "Rename it to \(meant) everywhere", section: "Change") { state in
            reviewRenaming(&state, variable.name, to: meant)
          })
      }
      items.append(
        PickerLayer.Item(title: "Rename it everywhere …", section: "Change") { state in
          askForNewName(&state, of: variable.name)
        })
    }
    let secrecy = state.file.secrecy
    // Rules that set it more than once are one place.
    var seen: Set<String> = []
    let distinct = variable.uses.filter { seen.insert("\($0.place.site) \($0.role)").inserted }
    items += distinct.map { use in
      let place = use.place
      let text = place.shownText(about: use.name, secrecy)
      let around = text == use.name ? "" : ": \(text)"
      return PickerLayer.Item(
        title: place.node.name, detail: "\(use.role.rawValue) · \(place.words)\(around)",
        section: "Places"
      ) { state in
        go(&state, use)
        return []
      }
    }
    let meaning = variable.builtIn.map { " – \($0.summary)" } ?? ""
    let first = items.firstIndex { $0.section == "Places" } ?? 0
    state.open(PickerLayer(title: variable.name + meaning, items: items, selected: first))
    return []
  }

  /// Puts the cursor on the node of a place; the other places become hits of the search.
  private static func go(_ state: inout EditorState, _ use: VariableUse) {
    state.pane = .tree
    state.file.search.run(use.name, in: state.file.document)
    state.file.outline.reveal(use.place.node.id, in: state.file.document)
    state.say(
      "It \(use.role.rawValue) \(use.name) (\(use.place.words)). "
        + "\(state.keyLabel(.findNext)) goes to the next place.")
  }

  // MARK: Renaming

  static func askToRename(_ state: inout EditorState) -> [Effect] {
    Ask.line(&state, "Rename the variable", namedVariable(state), completes: .names) {
      state, name in
      guard !name.isEmpty else { return [] }
      return askForNewName(&state, of: name)
    }
    return []
  }

  /// The variable the field under the cursor holds, or holds the name of.
  private static func namedVariable(_ state: EditorState) -> String {
    guard state.pane == .details, let field = state.file.selectedField else { return "" }
    switch field.kind {
    case .variable(let name): return name
    case .step(let known) where known.kind == .variable: return field.value
    default: return ""
    }
  }

  private static func askForNewName(_ state: inout EditorState, of name: String) -> [Effect] {
    Ask.line(
      &state, "Rename \(name) to", name,
      fault: { $0 == name ? nil : VariableText.fault(inName: $0) }
    ) { state, new in
      new == name ? [] : reviewRenaming(&state, name, to: new)
    }
    return []
  }

  private static func reviewRenaming(_ state: inout EditorState, _ name: String, to new: String)
    -> [Effect]
  {
    if let fault = VariableText.fault(inName: new), !new.hasPrefix("_") {
      state.say(fault.asSentence, .warning)
      return []
    }
    let renaming = Renaming(of: name, to: new, in: state.file.document)
    guard !renaming.changes.isEmpty else {
      state.say("Nothing here names \(name).", .warning)
      return []
    }
    let count = renaming.changes.count
    state.open(
      ReviewLayer(
        title: "Rename \(name) to \(new)", notes: renaming.notes, changes: renaming.changes,
        in: state.file.document,
        accepted: { state, chosen in
          let left = count - chosen.count
          let some = left == 1 ? "1 place keeps" : "\(left) places keep"
          return Replacing.make(
            &state, chosen, label: "Renamed \(name) to \(new)",
            as: left == 0 ? RenameVariable(name, to: new) : nil,
            note: left == 0 ? nil : "\(some) the old name.")
        }))
    return []
  }

  // MARK: Words

  private enum VariableSection: String, CaseIterable {
    case unset = "Never set here"
    case unused = "Never read here"
    case own = "Of this sequence"
    case builtIn = "Built-in"
    case given = "Set by scripts outside"
    case windows = "Of Windows"
    case settings = "Settings of steps"
  }

  private static func section(of variable: UsedVariable) -> VariableSection {
    if variable.passes == variable.uses.count { return .settings }
    return switch variable.state {
    case .unset: .unset
    case .unused: .unused
    case .used: .own
    case .builtIn: .builtIn
    case .windows: .windows
    case .given: .given
    }
  }

  private static func remark(on variable: UsedVariable, _ uses: VariableUses) -> String {
    if variable.state == .given {
      return uses.setters.others(of: variable.name).lazy.compactMap(\.words).first ?? ""
    }
    if let builtIn = variable.builtIn {
      return variable.state == .unset ? "MDT’s, and nothing here sets it" : builtIn.summary
    }
    guard variable.state == .unset else { return "" }
    return uses.nearMiss(of: variable.name).map { "is \($0) meant?" } ?? ""
  }

  private static func counts(_ variable: UsedVariable) -> String {
    var parts: [String] = []
    if variable.sets > 0 { parts.append("\(variable.sets) set") }
    if variable.reads > 0 { parts.append("\(variable.reads) read") }
    if variable.passes > 0 {
      parts.append(variable.passes == 1 ? "1 step" : "\(variable.passes) steps")
    }
    return parts.joined(separator: " ")
  }
}
