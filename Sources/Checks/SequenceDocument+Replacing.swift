package import ObjectCatalog
import StepCatalog
package import TaskSequence

extension SequenceDocument {
  /// Makes references name another object; what repeats the id or the name follows.
  ///
  /// - Parameter references: Places of this document that all name the same object.
  /// - Throws: when a step cannot be changed.
  package func replacing(
    _ references: [Reference], by object: CatalogObject, knowing knowledge: any StepKnowledge
  ) throws(Refusal) -> Edit {
    guard let first = references.first else { throw Refusal("nothing names that object") }
    var document = self
    var notes: [String] = []
    for id in Set(references.map(\.node)).sorted() {
      guard let node = document.node(id) else { continue }
      let edit: Edit
      if node.kind == .sequence {
        edit = try document.settingVariable(
          first.variable, to: object.id, on: [id], knowing: knowledge)
      } else {
        let changes = document.changes(of: node, from: first.id, to: object)
        guard !changes.isEmpty else { continue }
        edit = try document.writing(
          changes, on: [id],
          isSorted: StepTypes.shared.type(of: node, in: dialect)?.isSortedByProperty ?? false,
          knowing: knowledge, label: "")
      }
      document = edit.document
      notes += edit.notes
    }
    let places = references.count == 1 ? "" : " in \(references.count) places"
    return Edit(
      document: document, label: "Chose \(object.words)\(places)", notes: notes,
      focus: references.count == 1 ? first.node : nil)
  }

  /// The variables of a step that name an object, with the new one in its place, and the variables that
  /// keep its name.
  private func changes(
    of node: TaskNode, from old: String, to object: CatalogObject
  ) -> [Blueprint.Variable] {
    guard let type = StepTypes.shared.type(of: node, in: dialect) else { return [] }
    var changes: [Blueprint.Variable] = []
    func set(_ name: String, _ value: String) {
      guard node.variable(name) != value else { return }
      changes.append(Blueprint.Variable(name: name, property: nil, value: value))
    }
    var isThere = false
    for variable in node.variables {
      guard let field = type.field(of: variable.name),
        let kind = field.kind.referenceKind, kind == object.kind
      else { continue }
      if case .references = field.kind {
        let ids = variable.value.split(separator: ",").map { part -> String in
          let id = part.drop { $0 == " " }
          return id.lowercased() == old.lowercased() ? object.id : String(id)
        }
        set(variable.name, ids.isEmpty ? object.id : ids.joined(separator: ","))
        isThere = true
      } else if variable.value.lowercased() == old.lowercased() {
        set(variable.name, object.id)
        isThere = true
        if variable.name.hasPrefix("OSDApp"), variable.name.hasSuffix("Name") {
          let row = variable.name.dropLast(4)
          if node.variable("\(row)DisplayName") != nil { set("\(row)DisplayName", object.name) }
        }
        if variable.name == "OSDSubTasksequencePackageID",
          node.variable("OSDSubTasksequenceTsName") != nil
        {
          set("OSDSubTasksequenceTsName", object.name)
        }
      }
    }
    if !isThere, let field = type.fields.first(where: { $0.kind.referenceKind == object.kind }) {
      changes.append(field.variable(object.id))
    }
    return changes
  }
}
