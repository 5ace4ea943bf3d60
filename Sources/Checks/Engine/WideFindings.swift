import TaskSequence
import XMLTree

/// What the rules that look wider than a node found in a document.
final class WideFindings: Sendable {
  private let found: [NodeID: [Finding]]
  /// The nodes with a problem.
  let nodes: Set<NodeID>
  /// How many problems there are inside each container.
  private let counts: [NodeID: Int]
  /// The containers with something inside that counts, notes too.
  private let containers: Set<NodeID>

  init(_ found: [NodeID: [Finding]], in document: SequenceDocument) {
    self.found = found
    nodes = Set(found.lazy.filter { $0.value.contains(where: \.isProblem) }.map(\.key))
    var counts: [NodeID: Int] = [:]
    var containers: Set<NodeID> = []
    for (node, findings) in found where findings.contains(where: \.isActive) {
      let problems = findings.count(where: \.isProblem)
      for container in document.ancestry(of: node).dropLast() {
        containers.insert(container.id)
        counts[container.id, default: 0] += problems
      }
    }
    self.counts = counts
    self.containers = containers
  }

  /// What was found in a node.
  subscript(node: NodeID) -> [Finding] { found[node] ?? [] }

  /// How many problems there are inside a container.
  func count(inside container: NodeID) -> Int { counts[container] ?? 0 }

  /// Whether something was found inside a container that counts.
  func hasFindings(inside container: NodeID) -> Bool { containers.contains(container) }
}
