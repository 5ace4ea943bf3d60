import Conditions
package import StepCatalog
import TaskSequence
package import XMLTree

/// Which nodes are shown.
package enum NodeFilter: Equatable, Sendable {
  case disabled
  case continuesOnError
  case hasCondition
  case type(StepName)
  /// The nodes something was found in.
  case hits(Set<NodeID>)
  case marked(Set<NodeID>)
  case hasProblem(Set<NodeID>)

  func passes(_ node: TaskNode) -> Bool {
    switch self {
    case .disabled: node.isDisabled
    case .continuesOnError: node.continuesOnError
    case .hasCondition: node.condition.map { !$0.isEmpty } ?? false
    case .type(let type): type.isName(of: node)
    case .hits(let ids), .marked(let ids), .hasProblem(let ids): ids.contains(node.id)
    }
  }

  /// What is shown, for the title line.
  func words(in dialect: Dialect) -> String {
    switch self {
    case .disabled: "disabled"
    case .continuesOnError: "continue on error"
    case .hasCondition: "with a condition"
    case .type(let type): type.words(in: dialect)
    case .hits: "search hits"
    case .marked: "marked"
    case .hasProblem: "with a problem"
    }
  }
}
