import StepCatalog
@_spi(Edits) package import TaskSequence

extension ChangeRules {
  package func edit(in scene: OperationScene) throws(Refusal) -> Edit {
    let node = try scene.node(at: node)
    guard let type = scene.type(of: node), let field = type.rulesField else {
      throw Refusal("“\(node.name)” has no rules")
    }
    guard var rules = DynamicRules(node.variable(field.variable) ?? "") else {
      throw Refusal("the rules of “\(node.name)” cannot be read")
    }
    let label = try apply(to: &rules)
    return try scene.document.writing(
      [field.variable(rules.text)], on: [node.id], isSorted: type.isSortedByProperty,
      label: "\(label) of “\(node.name)”")
  }

  /// Changes rules and answers what happened.
  private func apply(to rules: inout DynamicRules) throws(Refusal) -> String {
    switch change {
    case .add(let setting):
      rules.append(setting)
      return "Added a rule"
    case .remove(let rule):
      rules.remove(at: try Self.index(of: rule, in: rules))
      return "Removed rule \(rule)"
    case .move(let rule, let place):
      var index = try Self.index(of: rule, in: rules)
      let last = try Self.index(of: place, in: rules)
      while index != last {
        let next = index < last ? index + 1 : index - 1
        rules.move(from: index, to: next)
        index = next
      }
      return "Moved rule \(rule)"
    case .addSetting(let rule, let setting):
      rules.set(setting, at: nil, in: try Self.index(of: rule, in: rules))
      return "Added \(setting.name) to rule \(rule)"
    case .set(let rule, let place, let setting):
      let old = try Self.setting(place, of: rule, in: rules)
      rules.set(setting, at: place - 1, in: rule - 1)
      return "Set \(old.name) in rule \(rule)"
    case .removeSetting(let rule, let place):
      let old = try Self.setting(place, of: rule, in: rules)
      guard rules.rules[rule - 1].settings.count > 1 else {
        throw Refusal("a rule sets a variable; remove the rule")
      }
      rules.set(nil, at: place - 1, in: rule - 1)
      return "Removed \(old.name) from rule \(rule)"
    case .test(let rule, let shape, let values):
      return try Self.setTest(shape, values, of: rule, in: &rules)
    }
  }

  private static func setTest(
    _ shape: RuleShape?, _ values: [Assignment], of rule: Int, in rules: inout DynamicRules
  ) throws(Refusal) -> String {
    let index = try index(of: rule, in: rules)
    let old = rules.rules[index].test?.shape
    for value in values where shape?.names.contains(value.name) == false {
      throw Refusal("there is no “\(value.name)” in this condition")
    }
    let known = Dictionary(values.map { ($0.name, $0.value) }, uniquingKeysWith: { $1 })
    rules.setTest(shape, known, in: index)
    guard let shape else { return "Removed the condition of rule \(rule)" }
    guard shape == old, values.count == 1 else { return "Set the condition of rule \(rule)" }
    let label = shape.values.first { $0.variable == values[0].name }?.label ?? values[0].name
    return "Set \(label) of rule \(rule)"
  }

  private static func index(of rule: Int, in rules: DynamicRules) throws(Refusal) -> Int {
    guard rules.rules.indices.contains(rule - 1) else { throw Refusal("there is no rule \(rule)") }
    return rule - 1
  }

  private static func setting(
    _ place: Int, of rule: Int, in rules: DynamicRules
  ) throws(Refusal) -> Setting {
    let settings = rules.rules[try index(of: rule, in: rules)].settings
    guard settings.indices.contains(place - 1) else {
      throw Refusal("rule \(rule) sets no variable \(place)")
    }
    return settings[place - 1]
  }
}
