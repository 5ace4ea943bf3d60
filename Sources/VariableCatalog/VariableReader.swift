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
  /// The variables that steps set themselves, in small letters, `#` for a number, and the first step.
  private(set) var outputs: [String: NodeID] = [:]
  /// MDT's scripts that are run, in small letters, and the steps that run them.
  private(set) var scripts: [String: [NodeID]] = [:]
  /// Whether a script sets variables whose names only the run knows.
  private(set) var setsUnnamed = false

  init(of document: SequenceDocument) {
    dialect = document.dialect
    secrecy = Secrecy(of: document)
  }

  /// The variables a text names and what it does with them; texts of one node are asked about one after
  /// the other.
  mutating func uses(in place: TextPlace) -> [VariableUse] {
    let types = types(of: place.holder)
    switch place.kind {
    case .variableName: return own(place, types)
    case .condition(_, "Variable"): return Self.whole(place, .read)
    case .variable(let name):
      let text = place.text
      let naming =
        place.holder.kind == .sequence
        ? StepTypes.globals[name.lowercased()]?.naming : Self.naming(name, types)
      if let naming, !text.isDynamic {
        return named(by: naming, at: place)
      }
      return Self.references(in: text, place) + Self.rules(name, types, text, place)
        + accesses(in: text, place)
    case .command, .unknown:
      let text = place.text
      return Self.references(in: text, place) + accesses(in: text, place)
    case .startIn, .condition: return Self.references(in: place.text, place)
    // The engine replaces nothing in them: a % is a % there.
    case .name, .description: return Self.references(in: place.text, place, as: .name)
    }
  }

  /// What the scripts and the programs in a text do; MDT's scripts that it runs are noted.
  private mutating func accesses(in text: String, _ place: TextPlace) -> [VariableUse] {
    for script in MDTScripts.shared.named(in: text) {
      scripts[script, default: []].append(place.node.id)
    }
    let (accesses, setsUnnamed) = ScriptAccess.look(at: text)
    self.setsUnnamed = self.setsUnnamed || setsUnnamed
    guard !accesses.isEmpty else { return [] }
    let isShown = place.shownText(secrecy) == text
    return accesses.map { access in
      let role: VariableUse.Role =
        switch access.role {
        case .sets: .set
        case .reads: .read
        case .names: .name
        }
      let value = isShown && !secrecy.isSecret(access.name) ? access.value : nil
      var use = VariableUse(name: access.name, role: role, place: place, value: value)
      use.isByScript = true
      return use
    }
  }

  /// The text of rules with other names for variables; nil where a place holds no rules.
  mutating func renaming(_ names: [String: String], inRulesAt place: TextPlace) -> String? {
    guard case .variable(let name) = place.kind,
      types(of: place.holder).contains(where: { $0.rulesVariable == name })
    else { return nil }
    return DynamicRules(place.text)?.renaming(names)
  }

  private mutating func types(of node: TaskNode) -> [StepType] {
    if let step, step.id == node.id { return step.types }
    let types = StepTypes.shared.types(of: node, in: dialect)
    step = (node.id, types)
    for type in types {
      for name in type.sets where outputs[name.lowercased()] == nil {
        outputs[name.lowercased()] = node.id
      }
      if let script = type.type.flatMap(MDTScripts.shared.script(ofType:)) {
        scripts[script, default: []].append(node.id)
      }
    }
    return types
  }

  private static func naming(_ variable: String, _ types: [StepType]) -> VariableNaming? {
    types.lazy.compactMap { $0.naming(in: variable) }.first
  }

  private static func references(
    in text: String, _ place: TextPlace, as role: VariableUse.Role = .read
  ) -> [VariableUse] {
    VariableText.references(in: text).map {
      VariableUse(name: String($0.name), role: role, place: place)
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
        use.value = value(of: fields, in: place.holder)
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
    if place.holder.kind == .sequence {
      let value = secrecy.isSecret(name) ? nil : place.element.text
      return [VariableUse(name: name, role: .set, place: place, value: value)]
    }
    guard place.element.attribute("hidden")?.lowercased() != "true",
      BuiltInVariables.shared.named(name)?.kind != .argument, Self.naming(name, types) == nil
    else { return [] }
    return [VariableUse(name: name, role: .pass, place: place)]
  }
}
