package import DryRun

/// What a log tells of a node: the outcomes of a trace, and what only a log can say.
package enum LogOutcome: Equatable, Sendable {
  case trace(Outcome)
  /// Not ended when the log did.
  case running
  /// The log has something else at that number than the sequence.
  case unmatched

  static let started = Self.trace(.started)
  static let completed = Self.trace(.completed)
  static let ran = Self.trace(.ran)
  static let failed = Self.trace(.failed)
  static let failedIgnored = Self.trace(.failedIgnored)
  static let skippedDisabled = Self.trace(.skippedDisabled)
  static let skippedCondition = Self.trace(.skippedCondition)
  static let restart = Self.trace(.restart)
  static let restartFailed = Self.trace(.restartFailed)

  /// The word for it, in the report and in a trace.
  package var word: String {
    switch self {
    case .trace(let outcome): outcome.rawValue
    case .running: "running"
    case .unmatched: "unmatched"
    }
  }

  /// Whether the node was not run.
  package var isSkip: Bool { self == .skippedDisabled || self == .skippedCondition }
  /// Whether it failed, whatever came of that.
  package var isFailure: Bool { self == .failed || self == .failedIgnored }
}
