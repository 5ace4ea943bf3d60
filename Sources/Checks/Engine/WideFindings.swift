import TaskSequence
import XMLTree

/// What the rules that look wider than a node found in a document.
final class WideFindings: Sendable {
  private let found: [NodeID: [Finding]]
  /// The nodes with something that counts.
  let nodes: Set<NodeID>
  /// How many nodes inside each container have nothing else that counts.
  private let counts: [NodeID: Int]

  /// - Parameter hasOwnProblem: Whether something was found in a node by itself that counts.
  init(
    _ found: [NodeID: [Finding]], in document: SequenceDocument,
    hasOwnProblem: (NodeID) -> Bool
  ) {
    self.found = found
    nodes = Set(found.lazy.filter { $0.value.contains(where: \.isActive) }.map(\.key))
    var counts: [NodeID: Int] = [:]
    for node in nodes where !hasOwnProblem(node) {
      for container in document.ancestry(of: node).dropLast() {
        counts[container.id, default: 0] += 1
      }
    }
    self.counts = counts
  }

  /// What was found in a node.
  subscript(node: NodeID) -> [Finding] { found[node] ?? [] }

  /// How many nodes inside a container have a problem by this alone.
  func count(inside container: NodeID) -> Int { counts[container] ?? 0 }
}
