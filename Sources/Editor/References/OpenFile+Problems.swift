import Checks
import References
import TaskSequence

extension OpenFile {
  /// Whether a row has a problem, or holds one while it is closed.
  func hasProblem(_ row: OutlineRow) -> Bool {
    check.problem(of: row.node) != nil || row.isFolded && problemCount(inside: row.node) > 0
  }

  /// How many problems a container holds.
  func problemCount(inside node: TaskNode) -> Int { check.problemCount(inside: node) }

  /// Whether references stop a save, as of the last look.
  var isStopped: Bool {
    references.references.contains { $0.isActive && $0.status == .unresolved }
  }
}
