import Checks
import References
import TaskSequence

extension OpenFile {
  /// Whether a row has a problem, or holds one while it is closed.
  func hasProblem(_ row: OutlineRow) -> Bool {
    check.problem(of: row.node) != nil || row.isFolded && problemCount(inside: row.node) > 0
  }

  /// How many problems there are: what title, tree, lists and messages tell.
  var problemCount: Int { check.problemCount(of: document) }

  /// How many of them a container holds; the sequence holds all.
  func problemCount(inside node: TaskNode) -> Int {
    node.kind == .sequence ? problemCount : check.problemCount(inside: node)
  }

  /// What was found of a reference; nil when nothing was.
  func problem(of reference: Reference) -> Finding? { check.finding(of: reference, in: document) }

  /// Whether references stop a save, as of the last look.
  var isStopped: Bool {
    references.references.contains { $0.isActive && $0.status == .unresolved }
  }
}
