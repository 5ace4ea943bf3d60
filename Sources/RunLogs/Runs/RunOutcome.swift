/// What became of a step or a group, in the words of a trace.
package enum RunOutcome: String, Equatable, Sendable {
  case started
  case completed
  case ran
  case failed
  case failedIgnored = "failed-ignored"
  case skippedDisabled = "skipped-disabled"
  case skippedCondition = "skipped-condition"
  case restart
  case restartFailed = "restart-failed"
  /// Not ended when the log did.
  case running
  /// The log has something else at that number than the sequence.
  case unmatched

  /// Whether the node was not run.
  package var isSkip: Bool { self == .skippedDisabled || self == .skippedCondition }
  /// Whether it failed, whatever came of that.
  package var isFailure: Bool { self == .failed || self == .failedIgnored }
}
