import Conditions
package import TaskSequence
import VariableCatalog

/// The values a sequence gives its variables, and those its conditions hold them against.
package struct VariableValues: Sendable {
  /// What is known of one variable.
  package struct Known: Sendable {
    /// The name as it is spelled first.
    package var name: String
    /// What the sequence sets it to, in document order, each once.
    package fileprivate(set) var assigned: [String] = []
    /// Whether it can get other values than those: from a script, from rules, from another variable.
    package fileprivate(set) var isOpen = false
    /// What conditions compare it with, in document order, each once.
    package fileprivate(set) var compared: [String] = []

    /// All values, those the sequence sets first.
    package var all: [String] {
      assigned
        + compared.filter { value in !assigned.contains { $0.lowercased() == value.lowercased() } }
    }
  }

  private var known: [String: Known] = [:]

  /// Walks all steps and conditions.
  package init(of document: SequenceDocument) {
    noteVariables(of: document.sequence)
    document.sequence.walk { node, _ in
      if node.kind != .group { noteVariables(of: node) }
      node.condition?.operand?.walk { operand in
        if case .test(.variable(let test), _) = operand, !test.comparison.isUnary {
          note(test.name) { $0.compared.add(test.value) }
        }
      }
      return true
    }
  }

  /// What is known of a variable, whatever the case of its name.
  package func of(_ name: String) -> Known? { known[name.lowercased()] }

  /// Every variable a condition names or a step sets, in no order.
  package var names: [String] { known.values.map(\.name) }

  private mutating func noteVariables(of node: TaskNode) {
    let isSetting = node.type == "SMS_TaskSequence_SetVariableAction"
    if isSetting, let name = node.variable("VariableName") {
      assign(node.variable("VariableValue") ?? "", to: name)
    }
    for variable in node.variables where !(isSetting && variable.isHidden) {
      if node.kind == .sequence {
        assign(variable.value, to: variable.name)
      } else {
        for use in outputs(of: variable) { note(use) { $0.isOpen = true } }
        note(variable.name) { $0.isOpen = true }
      }
    }
  }

  /// The variables a step writes what it finds to.
  private func outputs(of variable: Variable) -> [String] {
    let name = variable.name
    if name == "OSDSetDynamicVariablesRules" { return DynamicVariables.names(in: variable.value) }
    let isOutput = name.hasSuffix("OutputVariableName") || name.hasSuffix("Variable")
    return isOutput && !variable.value.isEmpty ? [variable.value] : []
  }

  private mutating func assign(_ value: String, to name: String) {
    note(name) { known in
      if value.isDynamic { known.isOpen = true } else { known.assigned.add(value) }
    }
  }

  private mutating func note(_ name: String, _ change: (inout Known) -> Void) {
    change(&known[name.lowercased(), default: Known(name: name)])
  }
}

extension [String] {
  fileprivate mutating func add(_ value: String) {
    if !contains(value) { append(value) }
  }
}
