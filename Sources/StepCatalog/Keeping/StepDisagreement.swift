import TaskSequence
import XMLTree

/// Two places of a step that should say the same and do not.
package struct StepDisagreement: Equatable, Sendable {
  /// Where the one stands that nobody reads, or that is read second.
  package enum Place: Equatable, Sendable {
    case action
    case variable(String)
  }

  package let place: Place
  /// What differs, a clause.
  package let reason: String
}

extension StepReading {
  /// What the step says twice and not the same; success codes are none of it.
  ///
  /// Costs next to nothing where everything fits.
  package var disagreements: [StepDisagreement] {
    guard let type, !StepTypes.shared.isOfOther(node, than: dialect) else { return [] }
    var found: [StepDisagreement] = []
    if let action = node.action, let reason = difference(of: action, type) {
      found.append(StepDisagreement(place: .action, reason: reason))
    }
    for field in type.twins {
      guard let name = field.attribute, name != "successCodeList",
        let value = value(field.variable), let said = node.element.attribute(name), said != value
      else { continue }
      found.append(
        StepDisagreement(
          place: .variable(field.variable),
          reason: "the attribute \(name) says “\(said)”, and \(field.label) “\(value)”"))
    }
    if let table = type.table, let reason = table.disorder(of: rows, value) {
      let name = table.list?.variable ?? table.counts.first ?? ""
      found.append(StepDisagreement(place: .variable(name), reason: reason))
    }
    return found
  }

  /// The numbers of the rows of its table that have a value.
  var rows: [Int] {
    let rows = values.compactMap { $0.field?.row(of: $0.name) }
    return Set(rows).filter { (0..<1000).contains($0) }.sorted()
  }

  /// How a command line differs from what the variables make; nil when it does not.
  private func difference(of action: String, _ type: StepType) -> String? {
    if type.makes(action, value) { return nil }
    if let (name, lead) = type.wrapper {
      let isOn = value(name)?.lowercased() == "true"
      let label = type.field(of: name)?.label ?? name
      return isOn
        ? "“\(label)” is on, and the command line does not begin with \(lead.dropLast())"
        : "the command line begins with \(lead.dropLast()), and “\(label)” is off"
    }
    // MDT runs what stands there, whatever its editor would write.
    guard type.isSortedByProperty, let pattern = type.pattern else { return nil }
    let made = node.cover(pattern.render(value))
    let shown = made.count > 100 ? made.prefix(99) + "…" : made[...]
    return "its fields make another command line: \(shown)"
  }

  /// The success codes that the step says twice and not the same: the attribute’s and the variable’s.
  package var differingCodes: (variable: String, attribute: String, value: String)? {
    for field in type?.twins ?? [] where field.attribute == "successCodeList" {
      guard let value = value(field.variable), let said = node.successCodes else { continue }
      if Set(value.split(separator: " ")) != Set(said.split(separator: " ")) {
        return (field.variable, said, value)
      }
    }
    return nil
  }

  /// The variables that neither the class of the step knows nor another one whose command line it has.
  ///
  /// Stock templates of MDT have steps whose class was changed and whose command line was not:
  /// a Validate step with the variables of a Run Command Line step, and the other way round.
  package var unknownVariables: [String] {
    guard dialect == .configurationManager, let type, type.isSortedByProperty else { return [] }
    let strange = values.filter { $0.field == nil }.map(\.name)
    guard !strange.isEmpty, let action = node.action else { return strange }
    let twins = StepTypes.shared.all(in: dialect).filter {
      $0.pattern != nil && $0.makes(action, value)
    }
    return strange.filter { name in !twins.contains { $0.field(of: name) != nil } }
  }
}
