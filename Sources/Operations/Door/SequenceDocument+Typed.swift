import StepCatalog
import TaskSequence
import XMLTree

/// What cannot be meant is refused where it is typed, whichever operation brings it: a form's, a
/// variable by its name, a text that is replaced, a line of a script. It is judged once all that
/// follows it is done.
extension SequenceDocument {
  /// Refuses an operation's document when a value that it sets cannot be meant.
  ///
  /// What was wrong before may stay; so may what is missing because something else was set, or because a
  /// step is new.
  func refuseTyped(from old: SequenceDocument) throws(Refusal) {
    let changed = ChangedNodes(from: old, to: self)
    for (before, after) in changed.steps + changed.groups {
      guard let fault = newFault(in: after, since: before) else { continue }
      let isOne = changed.steps.count < 2
      throw Refusal(isOne ? fault.reason : "in “\(after.name)”: \(fault.reason)")
    }
    for node in changed.newNodes {
      if let fault = faults(of: node).first(where: { !$0.isUnfilled }) {
        throw Refusal(fault.reason)
      }
    }
  }

  private func faults(of node: TaskNode) -> [ValueFault] {
    ValueFault.all(in: StepReading(node, in: dialect))
  }

  /// The first fault of a node that an edit has brought.
  ///
  /// Rows of a table move, so that a value is known by what is wrong with it and not by its place.
  private func newFault(in node: TaskNode, since old: TaskNode) -> ValueFault? {
    let faults = faults(of: node)
    if faults.isEmpty { return nil }
    var known = self.faults(of: old)
    return faults.first { fault in
      if let index = known.firstIndex(where: { $0.isSame(as: fault) }) {
        known.remove(at: index)
        return false
      }
      return !fault.isMissingVariable || fault.wasThere(in: old)
    }
  }
}

extension ValueFault {
  fileprivate func isSame(as other: ValueFault) -> Bool {
    reason == other.reason && value == other.value
  }

  fileprivate var isMissingVariable: Bool {
    if case .variable = place { kind == .missing } else { false }
  }

  /// Whether it is a value of a new step that is yet to be filled in.
  fileprivate var isUnfilled: Bool {
    if case .variable = place { value.isEmpty } else { false }
  }

  /// Whether a value stood there.
  fileprivate func wasThere(in node: TaskNode) -> Bool {
    guard case .variable(let name) = place else { return false }
    return node.variable(name)?.isEmpty == false
  }
}
