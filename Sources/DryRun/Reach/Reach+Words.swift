import Conditions
import TaskSequence

extension Reach {
  /// A sentence that says whether the node runs.
  /// - Parameter isSecret: the variables whose values are not shown.
  package func sentence(where isSecret: (String) -> Bool) -> String {
    let open = open.map { $0.phrase(where: isSecret) }.joined(separator: " · ")
    guard let obstacle else {
      return open.isEmpty ? "\(subject) always." : "\(subject) only when \(open)."
    }
    let reason = "\(subject) never: \(obstacle.clause(of: node))"
    return open.isEmpty ? "\(reason)." : "\(reason); else only when \(open)."
  }

  private var subject: String { isTried ? "With these values it runs" : "Runs" }
}

extension Reach.Link {
  /// What has to hold, as part of a sentence.
  package func phrase(where isSecret: (String) -> Bool) -> String {
    switch kind {
    case .disabled: "it is enabled"
    case .condition(let operand?): operand.covered(where: isSecret).phrase
    case .condition(nil): "what stands beside its condition lets it"
    case .place("WinPE"): "Windows PE is running"
    case .place: "the installed Windows is running"
    }
  }

  /// Why it keeps a node from running.
  fileprivate func clause(of other: TaskNode) -> String {
    let isOwn = node.id == other.id
    return switch kind {
    case .disabled: isOwn ? "it is disabled" : "the group “\(node.name)” is disabled"
    case .condition(let operand?) where operand.truthByEmptiness == false:
      (isOwn ? "" : "in the condition of the group “\(node.name)” ")
        + "a group of tests is empty – add a test"
    case .condition, .place:
      (isOwn ? "its condition" : "the condition of the group “\(node.name)”")
        + (canHold ? " does not hold" : " can never hold")
    }
  }
}
