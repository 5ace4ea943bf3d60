package import StepCatalog
import TaskSequence
import XMLTree

/// What the label of a form means in a node.
///
/// A field of the type's form comes before an option of the same label: in Configuration Manager the
/// folder a command starts in is a variable of its step.
enum Meaning: Equatable {
  case option(Property)
  case field(StepField, of: StepType)
}

extension OperationScene {
  /// What a name means in a node: the label of a field or of an option, else the name of a field's
  /// variable; nil when it means nothing there.
  func meaning(of name: String, in node: TaskNode) -> Meaning? {
    let type = type(of: node)
    let wanted = name.lowercased()
    if let type, let field = type.field(labelled: wanted, in: node) {
      return .field(field, of: type)
    }
    if let option = Property(label: name) { return .option(option) }
    return type.flatMap { type in
      type.fields.first { $0.variable.lowercased() == wanted }.map { .field($0, of: type) }
    }
  }

  /// What a name means in nodes: each meaning with its nodes, which stand in document order; nodes in
  /// which it means nothing are left out.
  func meanings(
    of name: String, in ids: Set<NodeID>
  ) -> [(meaning: Meaning, nodes: [TaskNode])] {
    var found: [(meaning: Meaning, nodes: [TaskNode])] = []
    for node in document.nodes(ids) {
      guard let meaning = meaning(of: name, in: node) else { continue }
      if let index = found.firstIndex(where: { $0.meaning == meaning }) {
        found[index].nodes.append(node)
      } else {
        found.append((meaning, [node]))
      }
    }
    return found
  }
}

extension Property {
  /// The label without the unit behind it.
  var shortLabel: String {
    String(label.prefix { $0 != "(" }.reversed().drop { $0 == " " }.reversed())
  }

  /// The option of a label, with or without its unit.
  fileprivate init?(label: String) {
    let wanted = label.lowercased()
    let known = Self.allCases.first {
      $0.label.lowercased() == wanted || $0.shortLabel.lowercased() == wanted
    }
    guard let known else { return nil }
    self = known
  }
}

extension StepType {
  /// How an operation names a field of this type: by its label, by its variable where several fields
  /// have that label.
  package func name(of field: StepField) -> String {
    let isClear =
      !field.label.isEmpty
      && fields.count { $0.label.lowercased() == field.label.lowercased() } == 1
    return isClear ? field.label : field.variable
  }

  /// The field of a label in small letters; of several with that label the one the node has.
  fileprivate func field(labelled label: String, in node: TaskNode) -> StepField? {
    let labelled = fields.filter { $0.label.lowercased() == label }
    return labelled.first { node.variable($0.variable) != nil } ?? labelled.first
  }

  /// How an operation names a column of the type's table.
  package func name(ofColumn column: StepField) -> String {
    let same = table?.columns.count { $0.label.lowercased() == column.label.lowercased() } ?? 0
    return same == 1 && !column.label.isEmpty ? column.label : column.variable
  }

  /// The column of the type's table that a label or the name of a variable means.
  func column(named name: String) -> StepField? {
    let wanted = name.lowercased()
    return table?.columns.first { $0.label.lowercased() == wanted }
      ?? table?.columns.first { $0.variable.lowercased() == wanted }
  }
}

extension StepTypes {
  /// How an operation names a type: by its label, by its name in the XML where another has that
  /// label.
  func name(of type: StepType, in dialect: Dialect) -> String {
    self.type(meaning: type.label, in: dialect) == type ? type.label : type.type ?? "-"
  }

  /// The type a label of Microsoft's or a name in the XML means: of the dialect, else of the other
  /// one.
  func type(meaning name: String, in dialect: Dialect) -> StepType? {
    let wanted = name.lowercased()
    for dialect in [dialect, dialect == .mdt ? .configurationManager : .mdt] {
      let all = all(in: dialect)
      if let type = all.first(where: { $0.label.lowercased() == wanted })
        ?? all.first(where: { $0.type?.lowercased() == wanted })
      {
        return type
      }
    }
    return nil
  }
}
