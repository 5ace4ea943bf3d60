package import Operations
package import TaskSequence

/// What would take a finding away: operations, and what they mean for what runs.
package struct Fix: Sendable {
  /// What it does to what runs.
  package enum Effect: Equatable, Sendable {
    /// What runs stays equal.
    case safe
    /// What runs changes; in what way, a sentence without its full stop.
    case changes(String)
  }

  /// What is done, as a choice says it: `delete the step`.
  package let title: String
  package let effect: Effect
  /// Each to be done to what the one before it made; made for the document the fix was asked of.
  package let operations: [any Operation]

  init(_ title: String, _ effect: Effect, _ operations: [any Operation]) {
    self.title = title
    self.effect = effect
    self.operations = operations
  }

  /// Does it, through the one door: `document.applying(fix.apply)`.
  /// - Throws: why it cannot be done.
  package func apply(to chain: inout Chain) throws(Refusal) {
    for operation in operations { try chain.apply(operation) }
  }
}
