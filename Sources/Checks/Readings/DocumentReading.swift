import Conditions
import References
import StepCatalog
import TaskSequence
import VariableCatalog
import XMLTree

/// A document as the rules look at it, read once for all of them, each part when it is asked for.
final class DocumentReading {
  let document: SequenceDocument
  let references: ReferenceCheck
  private(set) lazy var variables = VariableKnowledge(of: document, knowing: references.catalog)
  /// What is worth asking `variables` for.
  private(set) lazy var hints = VariableHints(of: document)
  private(set) lazy var lists =
    hints.contains(.readsList) ? ListFault.all(in: variables.uses) : []
  /// Every condition with something in it, in document order.
  private(set) lazy var conditions: [(node: NodeID, condition: ConditionReading)] = {
    var conditions: [(node: NodeID, condition: ConditionReading)] = []
    document.sequence.walk { node, _ in
      if let operand = node.condition?.operand {
        conditions.append((node.id, ConditionReading(operand)))
      }
      return true
    }
    return conditions
  }()

  init(_ document: SequenceDocument, _ references: ReferenceCheck) {
    self.document = document
    self.references = references
  }

  /// The conditions of nodes that are worth it.
  private func conditions(
    worth hints: VariableHints
  ) -> [(node: NodeID, condition: ConditionReading)] {
    guard !hints.isEmpty else { return conditions }
    return VariableHints.nodes(with: hints, in: document).compactMap { node in
      node.condition?.operand.map { (node.id, ConditionReading($0)) }
    }
  }

  /// What some rules that look wider than a node find, by their nodes.
  func findings(_ rules: [Rule]) -> [NodeID: [Finding]] {
    var found: [NodeID: [Finding]] = [:]
    let secrecy = Secrecy(of: document)
    for rule in rules {
      var told: Set<String> = []
      for (node, hit) in hits(of: rule) {
        let keys = hit.objects.map(\.key)
        if rule.isOncePerObject, told.isSuperset(of: keys) { continue }
        told.formUnion(keys)
        let isRunning = references.part(of: node)?.isActive ?? true
        let finding = rule.finding(hit, in: node, isRunning: isRunning)
        let holder = document.node(node)
        found[node, default: []].append(holder.map { finding.covered(of: $0, secrecy) } ?? finding)
      }
    }
    return found
  }

  private func hits(of rule: Rule) -> [(node: NodeID, hit: Rule.Hit)] {
    switch rule.look {
    case .document(let look): look(self)
    case .knowingVariables(let worth, let look):
      if hints.isSuperset(of: worth) {
        conditions(worth: worth).flatMap { node, condition in
          look(condition, { self.variables }).map { (node, $0) }
        }
      } else {
        []
      }
    case .node, .condition: []
    }
  }
}
