import StepCatalog
package import TaskSequence

/// What the list of references at the head of a sequence has to say, by the rule the site follows.
///
/// Measured on every real list (Sources/TaskSequence/FACTS.md, “The list of references”): one entry
/// for each distinct reference in the order of first use by enabled nodes, inside a step in the order
/// of its variables, inside a comma list sorted; a child sequence with the program `*`, then what it
/// needs itself. Empty ids, the placeholder and what is decided at run time are not listed.
package struct ListedReferences: Equatable, Sendable {
  package typealias Entry = ReferenceList.Entry

  package private(set) var entries: [Entry] = []

  package init(_ entries: [Entry]) {
    var seen: Set<Entry> = []
    self.entries = entries.filter { seen.insert($0).inserted }
  }

  /// What a document has to list.
  package init(of document: SequenceDocument) {
    var entries: [Entry] = []
    document.sequence.walk { node, _ in
      guard !node.isDisabled else { return false }
      entries += Self.entries(of: StepReading(node, in: document.dialect))
      return true
    }
    self.init(entries)
  }

  /// What the list of a sequence says; nil when there is none.
  package init?(writtenIn sequence: TaskNode) {
    guard let list = ReferenceList(of: sequence) else { return nil }
    entries = list.entries
  }

  /// What one step adds.
  static func entries(of step: StepReading) -> [Entry] {
    var entries: [Entry] = []
    for value in step.values {
      guard let field = value.field else { continue }
      switch field.companion?.fact {
      case .packages: entries += sorted(value.text) { .package($0, program: nil) }
      case .applications: entries += sorted(value.text, Entry.application)
      default:
        // The rows of a table repeat the list beside them.
        guard field.kind.referenceKind != nil, field.variable == value.name else { continue }
        entries += self.entries(field, value.text, step)
      }
    }
    return entries
  }

  private static func entries(
    _ field: StepField, _ value: String, _ step: StepReading
  ) -> [Entry] {
    switch field.kind {
    case .references(.application): sorted(value, Entry.application)
    case .references(let kind) where kind.hasPackageID:
      sorted(value) { .package($0, program: nil) }
    case .reference(.taskSequence): sorted(value) { .package($0, program: "*") }
    case .reference(.package):
      sorted(value) { .package($0, program: part(of: field, step)) }
    case .reference(let kind) where kind.hasPackageID:
      sorted(value) { .package($0, program: nil) }
    default: []
    }
  }

  /// What the step names of the object a field names: of a package the program.
  private static func part(of field: StepField, _ step: StepReading) -> String? {
    let part = step.type?.fields.first { $0.owner == field.variable }
    guard let name = part.flatMap({ step.value($0.variable) }), !name.isEmpty else { return nil }
    return name
  }

  private static func sorted(_ list: String, _ entry: (String) -> Entry) -> [Entry] {
    ReferenceFinder.ids(in: list).filter { $0 != "00000000" && !$0.isDynamic }
      .sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }.map(entry)
  }
}
