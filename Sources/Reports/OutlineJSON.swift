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
    /// The number of its end, as the engine numbers.
    let endNumber: Int?
    /// Whether child sequences before or in it make its numbers greater by their own nodes.
    let numbersAreLeast: Bool?
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

  init(_ document: SequenceDocument, _ numbering: Numbering) {
    name = document.name
    carrier = document.carrier.name
    dialect = document.dialect.rawValue
    let secrecy = Secrecy(of: document)
    variables = Self.variables(of: document.sequence, secrecy)
    var count = NodeCount()
    children = Self.nodes(of: document.sequence, [], &count, (numbering, secrecy))
  }

  private static func nodes(
    of parent: TaskNode, _ path: [NodePath.Step], _ count: inout NodeCount,
    _ looks: (numbering: Numbering, secrecy: Secrecy)
  ) -> [Node] {
    var seen: [String: Int] = [:]
    var nodes: [Node] = []
    for child in parent.children {
      seen[child.name, default: 0] += 1
      let here = path + [NodePath.Step(name: child.name, ordinal: seen[child.name] ?? 1)]
      let own = NodeCount(of: child)
      let number = looks.numbering.number(of: child, taking: own, after: count)
      let whole = count + own
      count += NodeCount.start(of: child)
      let inside = child.isContainer ? Self.nodes(of: child, here, &count, looks) : nil
      count = whole
      nodes.append(node(child, NodePath(steps: here), number, inside, looks.secrecy))
    }
    return nodes
  }

  private static func node(
    _ node: TaskNode, _ path: NodePath, _ number: NodeNumber?, _ children: [Node]?,
    _ secrecy: Secrecy
  ) -> Node {
    let condition = node.condition.flatMap { condition in
      condition.isEmpty ? nil : condition.shownText(where: secrecy.isSecret)
    }
    return Node(
      kind: node.kind.rawValue, path: path.description, number: number?.first,
      endNumber: number.flatMap { $0.last == $0.first ? nil : $0.last },
      numbersAreLeast: number.flatMap { $0.isFirstLeast || $0.isLastLeast ? true : nil },
      name: node.name,
      type: node.type, description: node.value(of: .description), disabled: node.isDisabled,
      continueOnError: node.continuesOnError, condition: condition,
      successCodes: node.successCodes, runIn: node.runIn, startIn: node.value(of: .startIn),
      timeout: node.value(of: .timeout), retryCount: node.value(of: .retryCount),
      commandLine: node.kind == .group ? nil : node.shownAction(secrecy),
      variables: node.kind == .group ? nil : variables(of: node, secrecy), children: children)
  }

  private static func variables(of node: TaskNode, _ secrecy: Secrecy) -> [Variable] {
    node.variables.map { variable in
      let isSecret = node.hides(variable, secrecy)
      return Variable(
        name: variable.name, value: isSecret ? nil : node.shown(variable, secrecy),
        secret: isSecret ? true : nil)
    }
  }
}
