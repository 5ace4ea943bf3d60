import StepCatalog
import TaskSequence

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
      + foreign.map { item(for: $0, section: "\(other.words) only") }
    var picker = Picker(title: "Add a step", items: items)
    picker.nothing = "No type of step fits."
    layers.append(.picker(picker))
    return []
  }

  private func item(for type: StepType, section: String) -> Picker.Item {
    let places = type.places == ["WinPE"] ? "PE" : type.places == ["FullOS"] ? "Windows" : ""
    return Picker.Item(
      title: type.label, detail: type.about, side: places,
      synonyms: "\(type.synonyms) \(type.type ?? "") \(type.category)", section: section
    ) { state in
      state.add(type)
    }
  }

  /// Adds a step of a type at the cursor and opens its first field that must be filled in.
  mutating func add(_ type: StepType) -> [Effect] {
    let place = destination
    let change = perform { document, _ throws(Refusal) in
      try document.adding(type.blueprint(), at: place)
    }
    guard change != nil else { return [] }
    recentTypes.removeAll { $0 == type.label }
    recentTypes.insert(type.label, at: 0)
    recentTypes = Array(recentTypes.prefix(5))
    return openFirstField()
  }

  /// Goes to the first field that needs a value and has none, and starts to edit it.
  private mutating func openFirstField() -> [Effect] {
    let first = detailRows.firstIndex { row in
      guard let field = row.field, field.value.isEmpty else { return false }
      switch field.kind {
      case .step(let known): return known.isRequired
      case .action: return file.focus.type == nil
      default: return false
      }
    }
    guard let first else { return [] }
    pane = .details
    file.details.selected = first
    return editSelectedField()
  }
}

extension Dialect {
  /// The product's name.
  var words: String { self == .mdt ? "MDT" : "Configuration Manager" }
}
