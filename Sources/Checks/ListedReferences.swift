import StepCatalog
package import TaskSequence

/// What the list of references at the head of a sequence has to say, by the rule the site follows.
///
/// Measured on every real list (references.md, section 2): one entry for each distinct reference in
/// the order of first use by enabled nodes, inside a step in the order of its variables, inside a
/// comma list sorted; a child sequence with the program `*`, then what it needs itself. Empty ids, the
/// placeholder and what is decided at run time are not listed.
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
      entries += Self.entries(of: node, document.dialect)
      return true
    }
    self.init(entries)
  }

  /// A document with the list its references make.
  package static func complete(_ document: SequenceDocument) -> SequenceDocument {
    guard document.dialect == .configurationManager else { return document }
    return document.listing(ListedReferences(of: document).entries)
  }

  /// What the list of a sequence says; nil when there is none.
  package init?(writtenIn sequence: TaskNode) {
    guard let list = ReferenceList(of: sequence) else { return nil }
    entries = list.entries
  }

  /// What one step adds.
  static func entries(of node: TaskNode, _ dialect: Dialect) -> [Entry] {
    guard node.kind != .group, let type = StepTypes.shared.type(of: node, in: dialect) else {
      return []
    }
    var entries: [Entry] = []
    for variable in node.variables {
      switch variable.name {
      case "OSDSubTasksequenceTsReferencePackages":
        entries += sorted(variable.value) { .package($0, program: nil) }
      case "OSDSubTasksequenceTsReferenceApplications":
        entries += sorted(variable.value, Entry.application)
      default:
        // The rows of a table repeat the list beside them.
        guard let field = type.fields.first(where: { $0.variable == variable.name }) else {
          continue
        }
        entries += self.entries(field.kind, variable.value, node)
      }
    }
    return entries
  }

  private static func entries(
    _ kind: FieldKind, _ value: String, _ node: TaskNode
  ) -> [Entry] {
    switch kind {
    case .references(.application): sorted(value, Entry.application)
    case .references(let kind) where kind.hasPackageID:
      sorted(value) { .package($0, program: nil) }
    case .reference(.taskSequence): sorted(value) { .package($0, program: "*") }
    case .reference(.package):
      sorted(value) { .package($0, program: program(of: node)) }
    case .reference(let kind) where kind.hasPackageID:
      sorted(value) { .package($0, program: nil) }
    default: []
    }
  }

  private static func program(of node: TaskNode) -> String? {
    guard let name = node.variable("_SMSSWDProgramName"), !name.isEmpty else { return nil }
    return name
  }

  private static func sorted(_ list: String, _ entry: (String) -> Entry) -> [Entry] {
    ReferenceFinder.ids(in: list).filter { $0 != "00000000" && !$0.contains("%") }
      .sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }.map(entry)
  }
}
