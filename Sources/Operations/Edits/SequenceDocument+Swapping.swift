import ObjectCatalog
import References
import StepCatalog
@_spi(Edits) import TaskSequence
import XMLTree

extension SequenceDocument {
  /// Makes several references name other objects, all at the same time, in one edit; what repeats ids
  /// and names follows.
  /// - Throws: when a step cannot be changed.
  func swapping(_ swaps: [Swap], label: String) throws(Refusal) -> Edit {
    var document = self
    var notes: [String] = []
    for id in Set(swaps.map(\.reference.node)).sorted() {
      guard let node = node(id) else { continue }
      let here = swaps.filter { $0.reference.node == id }
      for edit in try document.edits(of: node, here) {
        document = edit.document
        for note in edit.notes where !notes.contains(note) { notes.append(note) }
      }
    }
    return Edit(document: document, label: label, notes: notes)
  }

  /// The edits that swap the references of one node, each made on the one before.
  private func edits(
    of node: TaskNode, _ swaps: [Swap]
  ) throws(Refusal) -> [Edit] {
    var edits: [Edit] = []
    var document: SequenceDocument { edits.last?.document ?? self }
    for (reference, object) in swaps {
      switch reference.place {
      case .property(let name):
        let text = Self.property(document.packageProperty(name) ?? "", reference, object)
        edits.append(try document.settingPackageProperty(name, to: text))
      case .list:
        let entries = ReferenceList(of: document.sequence)?.entries ?? []
        let left = document.listing(entries.filter { $0.id != reference.id })
        edits.append(Edit(document: left, label: ""))
      case .action, .text: break
      case .variable(let name) where node.kind == .sequence:
        edits.append(try document.settingVariable(name, to: object.id, on: [node.id]))
      case .variable: break
      }
    }
    if let edit = try document.replacingTexts(of: node, swaps) { edits.append(edit) }
    let type = StepTypes.shared.type(of: node, in: dialect)
    let replacement = StepReplacement(node, type, swaps.filter { $0.reference.variable != nil })
    let changes = replacement.changes
    guard !changes.isEmpty else { return edits }
    var edit = try document.writing(
      changes, on: [node.id], isSorted: type?.isSortedByProperty ?? false,
      label: "")
    if replacement.losesNeeds {
      edit.notes.append("What the child needs itself is unknown here; the site fills it in.")
    }
    return edits + [edit]
  }

  /// The command lines and the texts of a node with other ids in them; nil when none changes.
  private func replacingTexts(
    of node: TaskNode, _ swaps: [Swap]
  ) throws(Refusal) -> Edit? {
    guard let now = self.node(node.id) else { return nil }
    var changes: [TextChange] = []
    var counts: [TextPlace.Name: Int] = [:]
    now.forEachText { place in
      let name = place.name
      counts[name, default: 0] += 1
      let ids = swaps.filter { reference, _ in
        switch reference.place {
        case .action: name == .command
        case .text(name, counts[name] ?? 1): true
        default: false
        }
      }.map { (old: $0.reference.id, new: $0.object.id) }
      guard !ids.isEmpty else { return }
      let text = place.text
      changes += TextChange.all(at: place, old: text, new: text.replacing(ids: ids))
    }
    return changes.isEmpty ? nil : try making(changes, label: "")
  }

  /// The text of a package's property with another object in it; a program stands after its package.
  private static func property(
    _ text: String, _ reference: Reference, _ object: CatalogObject
  ) -> String {
    switch reference.kind {
    case .program: "\(text.prefix { $0 != ";" });;\(CatalogObject.program(of: object.id))"
    case .package: object.id + text.drop { $0 != ";" }
    default: object.id
    }
  }
}

/// What changes in a step when some of its references name other objects.
private struct StepReplacement {
  /// The variables with the new ids, and those that keep names beside them.
  private(set) var changes: [Blueprint.Variable] = []
  /// Whether it leaves unsaid what the new object needs itself.
  private(set) var losesNeeds = false
  private let node: TaskNode
  private let type: StepType?

  init(_ node: TaskNode, _ type: StepType?, _ swaps: [SequenceDocument.Swap]) {
    self.node = node
    self.type = type
    guard let type, !swaps.isEmpty else { return }
    for held in node.variables {
      guard let field = type.field(of: held.name), let kind = field.kind.referenceKind else {
        continue
      }
      let fit = swaps.filter { $0.reference.kind == kind }
      if case .references = field.kind {
        set(held.name, Self.list(held.value, fit, held.name))
      } else if let object = Self.object(for: held.value, fit, held.name) {
        set(held.name, object.written)
        for variable in type.variables(telling: object, beside: held.name) {
          set(variable.name, variable.value)
        }
      }
    }
    for (reference, object) in swaps {
      guard let name = reference.variable, node.variable(name) == nil,
        let field = type.field(of: name)
      else { continue }
      changes.append(field.variable(object.written))
    }
  }

  private mutating func set(_ name: String, _ value: String) {
    guard let old = node.variable(name), old != value else { return }
    if type?.field(of: name)?.companion?.fact == .packages { losesNeeds = true }
    changes.append(Blueprint.Variable(name: name, property: nil, value: value))
  }

  /// What a value is to name instead; an empty one only where it was asked for: other empty values mean
  /// nothing.
  private static func object(
    for value: String, _ swaps: [SequenceDocument.Swap], _ variable: String
  ) -> CatalogObject? {
    swaps.first { reference, _ in
      let id = reference.kind == .program ? CatalogObject.program(of: reference.id) : reference.id
      return id.lowercased() == value.lowercased()
        && (!id.isEmpty || reference.variable == variable)
    }?.object
  }

  private static func list(
    _ value: String, _ swaps: [SequenceDocument.Swap], _ variable: String
  ) -> String {
    let ids = ReferenceFinder.ids(in: value)
    if ids.isEmpty { return object(for: "", swaps, variable)?.id ?? value }
    let new = ids.map { object(for: $0, swaps, variable)?.id ?? $0 }
    return new == ids ? value : new.filter { !$0.isEmpty }.joined(separator: ",")
  }
}
