import Conditions
import StepCatalog
import TaskSequence
import XMLTree

/// The outline as JSON, for scripts.
///
/// Passwords and keys are left out.
struct OutlineJSON: Encodable {
  struct Node: Encodable {
    let kind: String
    let path: String
    let number: Int?
    let name: String
    let type: String?
    let description: String?
    let disabled: Bool
    let continueOnError: Bool
    let condition: String?
    let successCodes: String?
    let runIn: String?
    let startIn: String?
    let timeout: String?
    let retryCount: String?
    let commandLine: String?
    let variables: [Variable]?
    let children: [Node]?
  }

  struct Variable: Encodable {
    let name: String
    let value: String?
    let secret: Bool?
  }

  let name: String?
  let carrier: String
  let dialect: String
  let variables: [Variable]
  let children: [Node]

  init(_ document: SequenceDocument) {
    name = document.name
    carrier = document.carrier.name
    dialect = document.dialect.rawValue
    variables = Self.variables(of: document.sequence)
    var steps = 0
    children = Self.nodes(of: document.sequence, [], &steps)
  }

  private static func nodes(
    of parent: TaskNode, _ path: [NodePath.Step], _ steps: inout Int
  ) -> [Node] {
    var seen: [String: Int] = [:]
    var nodes: [Node] = []
    for child in parent.children {
      seen[child.name, default: 0] += 1
      let here = path + [NodePath.Step(name: child.name, ordinal: seen[child.name] ?? 1)]
      if child.kind != .group { steps += 1 }
      let number = child.kind == .group ? nil : steps
      let inside = child.isContainer ? Self.nodes(of: child, here, &steps) : nil
      nodes.append(node(child, NodePath(steps: here), number, inside))
    }
    return nodes
  }

  private static func node(
    _ node: TaskNode, _ path: NodePath, _ number: Int?, _ children: [Node]?
  ) -> Node {
    let condition = node.condition.flatMap { $0.isEmpty ? nil : $0.text }
    return Node(
      kind: node.kind.rawValue, path: path.description, number: number, name: node.name,
      type: node.type, description: node.value(of: .description), disabled: node.isDisabled,
      continueOnError: node.continuesOnError, condition: condition,
      successCodes: node.successCodes, runIn: node.runIn, startIn: node.value(of: .startIn),
      timeout: node.value(of: .timeout), retryCount: node.value(of: .retryCount),
      commandLine: node.kind == .group ? nil : node.shownAction,
      variables: node.kind == .group ? nil : variables(of: node), children: children)
  }

  private static func variables(of node: TaskNode) -> [Variable] {
    node.variables.map { variable in
      let isSecret = node.hides(variable)
      return Variable(
        name: variable.name, value: isSecret ? nil : node.shown(variable),
        secret: isSecret ? true : nil)
    }
  }
}
