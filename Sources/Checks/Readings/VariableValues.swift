import Conditions
import StepCatalog
import TaskSequence
import VariableCatalog

/// The values a sequence gives its variables, and those its conditions hold them against.
package struct VariableValues: Sendable {
  /// What is known of one variable.
  package struct Known: Sendable {
    /// What the sequence sets it to, in document order, each once.
    package fileprivate(set) var assigned: [String] = []
    /// Whether it can get other values than those: from a script, from rules, from another variable.
    package fileprivate(set) var isOpen = false
    /// What conditions compare it with, in document order, each once.
    package fileprivate(set) var compared: [String] = []
  }

  private var known: [String: Known] = [:]

  /// Sums up what the sequence does with its variables, and walks its conditions.
  init(of document: SequenceDocument, _ uses: VariableUses) {
    for variable in uses.all {
      for use in variable.uses {
        switch use.role {
        case .set: assign(use.value, to: use.name)
        case .setList, .pass: note(use.name) { $0.isOpen = true }
        case .read, .readList, .name: break
        }
      }
    }
    for name in known.keys where !uses.setters.others(of: name).isEmpty {
      known[name]?.isOpen = true
    }
    let secrecy = Secrecy(of: document)
    document.sequence.walk { node, _ in
      node.condition?.operand?.walk { operand in
        if case .test(.variable(let test), _) = operand, !test.comparison.isUnary,
          !secrecy.isSecret(test.name)
        {
          note(test.name) { $0.compared.add(test.value) }
        }
      }
      return true
    }
  }

  /// What is known of a variable, whatever the case of its name.
  package func of(_ name: String) -> Known? { known[name.lowercased()] }

  private mutating func assign(_ value: String?, to name: String) {
    note(name) { known in
      if let value, !value.isDynamic { known.assigned.add(value) } else { known.isOpen = true }
    }
  }

  private mutating func note(_ name: String, _ change: (inout Known) -> Void) {
    change(&known[name.lowercased(), default: Known()])
  }
}

extension [String] {
  fileprivate mutating func add(_ value: String) {
    if !contains(value) { append(value) }
  }
}
