import ObjectCatalog
import Operations
import References
import StepCatalog
import TaskSequence
import Widgets
import XMLTree

/// Adding steps from the catalogue.
enum StepAdding {
  /// Lets the user choose a type and adds a step of it.
  static func choose(_ state: inout EditorState) -> [Effect] {
    let dialect = state.file.document.dialect
    let own = StepTypes.shared.all(in: dialect).filter(\.isOffered)
    let foreign = StepTypes.shared.all(in: dialect.other).filter { type in
      type.isOffered && StepTypes.shared.isOfOther(type, than: dialect)
        && !own.contains { $0.label == type.label }
    }
    let recent = state.recentTypes.compactMap { label in own.first { $0.label == label } }
    let items =
      recent.map { item(for: $0, section: "Used before") }
      + own.filter { !recent.contains($0) }.map { item(for: $0, section: $0.category) }
      + foreign.map { item(for: $0, section: "\(dialect.other.words) only", isApart: true) }
    let group = PickerLayer.Item(
      title: "New Group", detail: "Holds steps and other groups.", section: "Group"
    ) { state in NodeEditing.askForGroup(&state) }
    // Microsoft's menu has it first; what is wanted most often is a step.
    var picker = PickerLayer(title: "Add a step", items: [group] + items, selected: 1)
    picker.nothing = "No type of step fits."
    state.open(picker)
    return []
  }

  private static func item(
    for type: StepType, section: String, isApart: Bool = false
  ) -> PickerLayer.Item {
    let places = type.places == ["WinPE"] ? "PE" : type.places == ["FullOS"] ? "Windows" : "both"
    return PickerLayer.Item(
      title: type.label, detail: type.about, side: places,
      synonyms: "\(type.synonyms) \(type.type ?? "") \(type.category)", section: section,
      isApart: isApart
    ) { state in
      add(&state, type)
    }
  }

  /// Adds a step of a type at the cursor and opens its first field that must be filled in.
  static func add(_ state: inout EditorState, _ type: StepType) -> [Effect] {
    let place = state.file.destinationOfNew
    let change = state.perform { (chain) throws(Refusal) in
      try chain.apply(AddStep(type, chain.place(place), in: chain.document))
    }
    guard change != nil else { return [] }
    // What is filled in now is the new step's alone.
    state.file.outline.unmarkAll()
    state.recentTypes.removeAll { $0 == type.label }
    state.recentTypes.insert(type.label, at: 0)
    state.recentTypes = Array(state.recentTypes.prefix(5))
    state.file.filling = state.file.outline.focus
    return openField(&state, after: -1)
  }

  /// Opens the next field of a new step that needs a value, once one was filled in.
  static func goOn(_ state: inout EditorState) -> [Effect] {
    guard state.file.filling == state.file.outline.focus, state.layers.isEmpty,
      state.pane == .details
    else { return [] }
    return openField(&state, after: state.file.details.selected)
  }

  /// Goes to the first field after a row that needs a value and has none, and starts to edit it; a
  /// step that is all table or rules gets its first row.
  private static func openField(_ state: inout EditorState, after row: Int) -> [Effect] {
    let hasRows = state.file.focusedRows.map { !$0.rows.isEmpty || !$0.isNeeded } ?? true
    let rows = state.file.detailRows
    let first = rows.indices.first { index in
      guard index > row, let field = rows[index].field, field.value.isEmpty, field.idleness == nil
      else { return false }
      switch field.kind {
      case .step(let known):
        return known.isRequired || known.isInNewSteps && state.file.isKnown(known)
      case .action: return state.file.focus.type == nil
      case .newRow: return !hasRows
      case .newRule: return true
      default: return false
      }
    }
    guard let first else {
      state.file.filling = nil
      // What is typed next is meant for the next field, not for the one just filled in.
      if row >= 0,
        let next = rows.indices.first(where: { index in
          guard index > row, let field = rows[index].field, case .step = field.kind else {
            return false
          }
          return field.idleness == nil
        })
      {
        state.file.details.selected = next
      }
      return []
    }
    state.pane = .details
    state.file.details.selected = first
    if case .step(let field) = state.file.selectedField?.kind,
      case .reference(let kind) = field.kind, state.file.isKnown(field), !field.isGlobal
    {
      ObjectPicking.pick(&state, kind, field.label, isSeveral: true) { state, objects in
        fill(&state, field, with: objects)
      }
      return []
    }
    return DetailEditing.edit(&state)
  }

  private static func title(of object: CatalogObject) -> String {
    object.name.isEmpty ? object.id : object.name
  }

  /// Fills the reference of a new step; each further object gets a step of its own after it, named
  /// as the object is.
  private static func fill(
    _ state: inout EditorState, _ field: StepField, with objects: [CatalogObject]
  ) -> [Effect] {
    guard let type = state.file.focusedType, let first = objects.first else { return [] }
    let step = state.file.outline.focus
    func values(_ object: CatalogObject) -> [Assignment] {
      type.variables(naming: object, in: field.variable).map { variable in
        let known = type.field(of: variable.name).map { type.name(of: $0) }
        return Assignment(known ?? variable.name, variable.value)
      }
    }
    func fill(_ chain: inout Chain) throws(Refusal) {
      for value in values(first) {
        try chain.apply(
          SetValue(.labelled(value.name), to: value.value, of: chain.paths(of: [step])))
      }
    }
    guard objects.count > 1 else {
      state.perform(fill)
      return []
    }
    let kind = field.kind.referenceKind?.label ?? "object"
    let label = "Added \(objects.count) \(type.label) steps, one for each \(kind)"
    state.perform(label: label) { (chain) throws(Refusal) in
      try fill(&chain)
      try chain.apply(RenameNodes(chain.paths(of: [step]), to: Self.title(of: first)))
      var last = step
      for object in objects.dropFirst() {
        try chain.apply(
          AddStep(
            type, named: Self.title(of: object), with: values(object),
            chain.place(.after(last)), in: chain.document))
        last = chain.focus ?? last
      }
      chain.focus = step
    }
    state.pane = .tree
    return []
  }
}
