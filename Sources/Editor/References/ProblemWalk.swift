import Checks
import References
import TaskSequence
import XMLTree

/// Going from problem to problem, through the worst there are.
///
/// What stops a save comes first, then errors, then warnings, then what nobody could check. Notes are in
/// their list alone.
enum ProblemWalk {
  /// How bad the worst is.
  private enum Level: CaseIterable {
    case unresolved
    case error
    case warning
    case unverified

    /// What a node has that is counted, as it is said of several.
    var words: String {
      switch self {
      case .unresolved: "that stop a save"
      case .error: "with an error"
      case .warning: "with a warning"
      case .unverified: "not checked"
      }
    }
  }

  /// Goes to the next node that has the worst there is, in the order of the sequence, or the one before.
  static func go(_ state: inout EditorState, forward: Bool) -> [Effect] {
    let file = state.file
    guard let (level, reasons) = worst(in: file) else {
      state.say("There are no problems, as far as is known.")
      return []
    }
    var nodes: [NodeID] = []
    var place = 0
    func note(_ node: TaskNode) {
      if node.id == file.outline.focus { place = nodes.count }
      if reasons[node.id] != nil { nodes.append(node.id) }
    }
    note(file.document.sequence)
    file.document.sequence.walk { node, _ in
      note(node)
      return true
    }
    guard !nodes.isEmpty else { return [] }
    let isOnOne = nodes.indices.contains(place) && nodes[place] == file.outline.focus
    let next = (forward ? place + (isOnOne ? 1 : 0) : place - 1) + nodes.count
    let index = next % nodes.count
    state.show(focus: nodes[index])
    state.say(
      "\((reasons[nodes[index]] ?? "").asSentence) \(index + 1) of \(nodes.count) \(level.words).",
      level == .unverified ? .info : .warning)
    return []
  }

  /// The worst level there is, and of each node that has it the first reason; nil when all is well.
  private static func worst(in file: OpenFile) -> (Level, [NodeID: String])? {
    for level in Level.allCases {
      let found = reasons(level, in: file)
      if !found.isEmpty {
        return (level, Dictionary(found, uniquingKeysWith: { first, _ in first }))
      }
    }
    return nil
  }

  private static func reasons(_ level: Level, in file: OpenFile) -> [(NodeID, String)] {
    switch level {
    case .unresolved:
      return file.references.blocking.map { reference in
        (reference.node, file.problem(of: reference)?.message ?? reference.reason)
      }
    case .error, .warning:
      let severity = level == .error ? Severity.error : .warning
      return file.check.findings(of: file.document).filter { $0.severity == severity }
        .map { ($0.node, $0.message) }
    case .unverified:
      return file.references.references.filter { $0.isActive && $0.status.isUnproven }.map {
        ($0.node, "\($0.kind.label) \($0.id): \($0.reason)")
      }
    }
  }
}
