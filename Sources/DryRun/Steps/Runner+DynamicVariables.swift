import Conditions
import Facts
import StepCatalog
import TaskSequence

/// Set Dynamic Variables: looks at the computer, then goes through its rules from the top; what a later
/// rule assigns goes over what an earlier one did (Microsoft's article on steps).
extension Runner {
  mutating func setDynamicVariables(_ node: ReadNode, _ performance: inout Performance) {
    let gathered = situation.machine.gathered
    for setting in gathered { setUnlessStated(setting) }
    guard let text = node.variable("OSDSetDynamicVariablesRules"), let rules = DynamicRules(text)
    else { return }
    for rule in rules.rules {
      let judgement = judge(rule)
      guard judgement.truth != .no else { continue }
      let doubt = stepDoubt
      if judgement.truth == .unknown { stepDoubt = (doubt ?? Needs()).union(judgement.needs) }
      for setting in rule.settings {
        setNamed(setting.name, expanded(setting.value), &performance)
        if performance.fails {
          stepDoubt = doubt
          return
        }
      }
      stepDoubt = doubt
    }
  }

  private mutating func judge(_ rule: DynamicRules.Rule) -> Judgement {
    guard let test = rule.test else {
      return rule.condition(.byName).isEmpty ? .yes : .faulty(conditionNeeds)
    }
    let values = test.values
    switch test.shape.word {
    case "variable":
      let spelled = values["Operator"]?.lowercased() ?? "equals"
      guard
        let comparison = Comparison.allCases.first(where: { $0.rawValue.lowercased() == spelled })
      else { return .faulty(conditionNeeds) }
      let name = (values["Variable"] ?? "").filter { !$0.isWhitespace }
      return judge(
        .test(.variable(VariableTest(name, comparison, values["Value"] ?? "")), extras: []))
    case "model":
      var judgement = Judgement.yes
      judgement.meet(matches(values["Make"] ?? "*", "make", situation.machine.make))
      judgement.meet(matches(values["Model"] ?? "*", "model", situation.machine.model))
      return judgement
    case "computer":
      var none = Judgement.yes
      for (name, known) in [
        ("AssetTag", situation.machine.asset.map { [$0] }),
        ("MACAddress", situation.machine.macs.isEmpty ? nil : situation.machine.macs),
        ("SerialNumber", situation.machine.serial.map { [$0] }),
        ("UUID", situation.machine.uuid.map { [$0] }),
      ] {
        guard let wanted = values[name], !wanted.isEmpty else { continue }
        none.meet(!isOne(of: known, wanted, name))
      }
      return !none
    case "location":
      let gateways = situation.machine.gateways
      var none = Judgement.yes
      for wanted in values.values where !wanted.isEmpty {
        none.meet(!isOne(of: gateways.isEmpty ? nil : gateways, wanted, "default gateway"))
      }
      return !none
    default: return .faulty(conditionNeeds)
    }
  }

  private mutating func matches(_ pattern: String, _ name: String, _ value: String?) -> Judgement {
    if pattern == "*" { return .yes }
    guard let value else { return unknownMachine(name) }
    return ValueComparison().matches(value, pattern) ? .yes : .no
  }

  private mutating func isOne(of known: [String]?, _ wanted: String, _ name: String) -> Judgement {
    guard let known else { return unknownMachine(name) }
    return known.contains { $0.lowercased() == wanted.lowercased() } ? .yes : .no
  }

  private mutating func unknownMachine(_ name: String) -> Judgement {
    situation.unstated == .absent ? .no : .open(book.needs(.system, name))
  }
}
