import ObjectCatalog
import Operations
import References
import StepCatalog
import TaskSequence
import Widgets
import XMLTree

/// Adding steps from the catalogue.
extension EditorState {
  /// Lets the user choose a type and adds a step of it.
  mutating func addStep() -> [Effect] {
    let dialect = file.document.dialect
    let other: Dialect = dialect == .mdt ? .configurationManager : .mdt
    let own = StepTypes.shared.all(in: dialect).filter(\.isOffered)
    let foreign = StepTypes.shared.all(in: other).filter { type in
      type.isOffered && !own.contains { $0.label == type.label }
    }
    let recent = recentTypes.compactMap { label in own.first { $0.label == label } }
    let items =
      recent.map { item(for: $0, section: "Used before") }
      + own.filter { !recent.contains($0) }.map { item(for: $0, section: $0.category) }
      + foreign.map { item(for: $0, section: "\(other.words) only", isRemote: true) }
    let group = PickerLayer.Item(
      title: "New Group", detail: "Holds steps and other groups.", section: "Group"
    ) { state in state.askForGroup() }
    // Microsoft's menu has it first; what is wanted most often is a step.
    var picker = PickerLayer(title: "Add a step", items: [group] + items, selected: 1)
    picker.nothing = "No type of step fits."
    open(picker)
    return []
  }

  private func item(
    for type: StepType, section: String, isRemote: Bool = false
  ) -> PickerLayer.Item {
    let places = type.places == ["WinPE"] ? "PE" : type.places == ["FullOS"] ? "Windows" : "both"
    return PickerLayer.Item(
      title: type.label, detail: type.about, side: places,
      synonyms: "\(type.synonyms) \(type.type ?? "") \(type.category)", section: section,
      isRemote: isRemote
    ) { state in
      state.add(type)
    }
  }

  /// Adds a step of a type at the cursor and opens its first field that must be filled in.
  mutating func add(_ type: StepType) -> [Effect] {
    let place = destination
    let change = perform { (chain) throws(Refusal) in
      try chain.apply(AddStep(type, chain.place(place), in: chain.document))
    }
    guard change != nil else { return [] }
    // What is filled in now is the new step's alone.
    file.outline.marks = []
    recentTypes.removeAll { $0 == type.label }
    recentTypes.insert(type.label, at: 0)
    recentTypes = Array(recentTypes.prefix(5))
    file.filling = file.outline.focus
    return openField(after: -1)
  }

  /// Opens the next field of a new step that needs a value, once one was filled in.
  mutating func goOnFilling() -> [Effect] {
    guard file.filling == file.outline.focus, layers.isEmpty, pane == .details else { return [] }
    return openField(after: file.details.selected)
  }

  /// Goes to the first field after a row that needs a value and has none, and starts to edit it; a
  /// step that is all table or rules gets its first row.
  private mutating func openField(after row: Int) -> [Effect] {
    let hasRows = focusedRows.map { !$0.rows.isEmpty } ?? true
    let rows = detailRows
    let first = rows.indices.first { index in
      guard index > row, let field = rows[index].field, field.value.isEmpty, field.idleness == nil
      else { return false }
      switch field.kind {
      case .step(let known):
        return known.isRequired || known.isInNewSteps && isKnown(known)
      case .action: return file.focus.type == nil
      case .newRow: return !hasRows
      case .newRule: return true
      default: return false
      }
    }
    guard let first else {
      file.filling = nil
      return []
    }
    pane = .details
    file.details.selected = first
    if case .step(let field) = selectedField?.kind, case .reference(let kind) = field.kind,
      isKnown(field), !field.isGlobal
    {
      pickObjects(kind, field.label, isSeveral: true) { state, objects in
        state.fill(field, with: objects)
      }
      return []
    }
    return editSelectedField()
  }

  private static func title(of object: CatalogObject) -> String {
    object.name.isEmpty ? object.id : object.name
  }

  /// Fills the reference of a new step; each further object gets a step of its own after it, named
  /// as the object is.
  private mutating func fill(_ field: StepField, with objects: [CatalogObject]) -> [Effect] {
    guard let type = focusedType, let first = objects.first else { return [] }
    let step = file.outline.focus
    func values(_ object: CatalogObject) -> [Assignment] {
      type.variables(naming: object, in: field.variable).map { variable in
        Assignment(
          type.field(of: variable.name).map { type.name(of: $0) } ?? variable.name, variable.value)
      }
    }
    func fill(_ chain: inout Chain) throws(Refusal) {
      for value in values(first) {
        try chain.apply(
          SetValue(.labelled(value.name), to: value.value, of: chain.paths(of: [step])))
      }
    }
    guard objects.count > 1 else {
      perform(fill)
      return []
    }
    perform(label: "Chose \(objects.count) of “\(type.label)”") { (chain) throws(Refusal) in
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
    pane = .tree
    return []
  }
}

extension Dialect {
  /// The product's name.
  var words: String { self == .mdt ? "MDT" : "Configuration Manager" }
}
