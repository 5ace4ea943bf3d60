import StepCatalog
import TaskSequence
import XMLTree

/// Reads what the texts of a sequence do with variables, by the catalogue of step types; the only one
/// who does.
struct VariableReader {
  private let dialect: Dialect
  private let secrecy: Secrecy
  /// The step of the last place, and what is known of its type.
  private var step: (id: NodeID, types: [StepType])?
  /// The variables that steps set themselves, in small letters; `#` stands for a number.
  private(set) var outputs: Set<String> = []

  init(of document: SequenceDocument) {
    dialect = document.dialect
    secrecy = Secrecy(of: document)
  }

  /// The variables a text names and what it does with them; texts of one node are asked about one after
  /// the other.
  mutating func uses(in place: TextPlace) -> [VariableUse] {
    let types = types(of: place.node)
    switch place.kind {
    case .variableName: return own(place, types)
    case .condition(_, "Variable"): return Self.whole(place, .read)
    case .variable(let name):
      let text = place.text
      let naming =
        place.node.kind == .sequence
        ? StepTypes.globals[name.lowercased()]?.naming : Self.naming(name, types)
      if let naming, !text.isDynamic {
        return named(by: naming, at: place)
      }
      return Self.references(in: text, place) + Self.rules(name, types, text, place)
    case .name, .description, .startIn, .command, .condition:
      return Self.references(in: place.text, place)
    }
  }

  /// The text of rules with other names for variables; nil where a place holds no rules.
  mutating func renaming(_ names: [String: String], inRulesAt place: TextPlace) -> String? {
    guard case .variable(let name) = place.kind,
      types(of: place.node).contains(where: { $0.rulesVariable == name })
    else { return nil }
    return DynamicRules(place.text)?.renaming(names)
  }

  private mutating func types(of node: TaskNode) -> [StepType] {
    if let step, step.id == node.id { return step.types }
    let types = StepTypes.shared.types(of: node, in: dialect)
    step = (node.id, types)
    for name in types.lazy.flatMap(\.sets) { outputs.insert(name.lowercased()) }
    return types
  }

  private static func naming(_ variable: String, _ types: [StepType]) -> VariableNaming? {
    types.lazy.compactMap { $0.naming(in: variable) }.first
  }

  private static func references(in text: String, _ place: TextPlace) -> [VariableUse] {
    VariableText.references(in: text).map {
      VariableUse(name: String($0.name), role: .read, place: place)
    }
  }

  private static func whole(_ place: TextPlace, _ role: VariableUse.Role) -> [VariableUse] {
    let name = trimmed(place.text)
    return name.isEmpty ? [] : [VariableUse(name: name, role: role, place: place)]
  }

  private func named(by naming: VariableNaming, at place: TextPlace) -> [VariableUse] {
    switch naming {
    case .reads: return Self.whole(place, .read)
    case .readsNumbered(let digits): return Self.numbered(Self.whole(place, .readList), digits)
    case .setsNumbered(let digits): return Self.numbered(Self.whole(place, .setList), digits)
    case .sets(let fields):
      return Self.whole(place, .set).map { use in
        var use = use
        use.value = value(of: fields, in: place.node)
        return use
      }
    }
  }

  private static func numbered(_ uses: [VariableUse], _ digits: Int) -> [VariableUse] {
    uses.map { use in
      var use = use
      use.digits = digits
      return use
    }
  }

  /// What the first of some variables that has a value holds; nil where that is hidden, or there is none
  /// to hold it.
  ///
  /// An empty one that is hidden may have a value that an export left out.
  private func value(of fields: [String], in node: TaskNode) -> String? {
    let written = fields.filter { node.variable($0) != nil }
    let holder = written.first { node.variable($0)?.isEmpty == false }
    let isHidden =
      holder.map { node.hides($0, secrecy) } ?? written.contains { node.hides($0, secrecy) }
    return fields.isEmpty || isHidden ? nil : holder.flatMap(node.variable) ?? ""
  }

  private static func rules(
    _ name: String, _ types: [StepType], _ text: String, _ place: TextPlace
  ) -> [VariableUse] {
    guard types.contains(where: { $0.rulesVariable == name }), let rules = DynamicRules(text) else {
      return []
    }
    return rules.variables.map {
      VariableUse(name: $0.name, role: $0.isSet ? .set : .read, place: place)
    }
  }

  /// A variable of the sequence is set at its start; one of a step is passed to it, unless it is an
  /// argument of the command line.
  private func own(_ place: TextPlace, _ types: [StepType]) -> [VariableUse] {
    let name = place.text
    guard !name.isEmpty else { return [] }
    if place.node.kind == .sequence {
      let value = secrecy.isSecret(name) ? nil : place.element.text
      return [VariableUse(name: name, role: .set, place: place, value: value)]
    }
    guard place.element.attribute("hidden")?.lowercased() != "true",
      BuiltInVariables.shared.named(name)?.kind != .argument, Self.naming(name, types) == nil
    else { return [] }
    return [VariableUse(name: name, role: .pass, place: place)]
  }
}
