import Conditions
import References
import StepCatalog
import TaskSequence

/// A node as the rules look at it, read once for all of them, its faults when they are asked for.
final class NodeReading {
  /// The node, what is known of its type and what its variables say.
  let step: StepReading
  /// What it references, with the states.
  let references: [Reference]
  /// Whether what nothing is known of counts as broken.
  let isStrict: Bool
  /// The values that cannot be meant.
  private(set) lazy var faults = ValueFault.all(in: step)

  init(_ step: StepReading, _ references: [Reference], isStrict: Bool) {
    self.step = step
    self.references = references
    self.isStrict = isStrict
  }

  var node: TaskNode { step.node }

  /// What some rules that look at a node or at a condition find, as of a node that runs or not.
  ///
  /// What stops a save comes first, then what comes first in the node.
  func findings(_ rules: [Rule], isRunning: Bool) -> [Finding] {
    var condition: ConditionReading?
    var found: [(finding: Finding, stopsSaving: Bool)] = []
    for rule in rules {
      let hits: [Rule.Hit]
      switch rule.look {
      case .node(let look): hits = look(self)
      case .condition(let look):
        condition = condition ?? ConditionReading(node.condition?.operand)
        hits = condition.map(look) ?? []
      case .knowingVariables, .document: continue
      }
      for hit in hits {
        found.append((rule.finding(hit, in: node.id, isRunning: isRunning), rule.stopsSaving))
      }
    }
    // What is said may quote what is not shown.
    for index in found.indices {
      found[index].finding = found[index].finding.covered(of: node, .byName)
    }
    guard found.count > 1 else { return found.map(\.finding) }
    let places = found.enumerated().map { index, found in
      (order: [found.stopsSaving ? 0 : 1] + order(of: found.finding.place) + [index], index: index)
    }
    return places.sorted { $0.order.lexicographicallyPrecedes($1.order) }.map {
      found[$0.index].finding
    }
  }

  /// What a place comes after in a node.
  private func order(of place: Finding.Place) -> [Int] {
    switch place {
    case .node: [0]
    case .packageProperty: [1]
    case .property(let property): [2, Property.allCases.firstIndex(of: property) ?? 0]
    case .action: [3]
    case .variable(let name):
      [4, step.values.firstIndex { $0.name == name } ?? step.values.count]
    case .condition(let operand): [5] + operand
    case .list: [6]
    }
  }
}
