/// What a run made of a node, in the words of traces and logs.
package enum Outcome: String, CaseIterable, Sendable {
  /// A group or a child was entered.
  case started
  /// A group or a child came to its end.
  case completed
  /// A step succeeded.
  case ran
  /// A step, a group or a child failed, and what is around it has to do with it.
  case failed
  /// It failed and continues on error.
  case failedIgnored = "failed-ignored"
  case skippedDisabled = "skipped-disabled"
  case skippedCondition = "skipped-condition"
  /// The computer restarted after the step, or unexpectedly in the middle of it.
  case restart
  /// A restart with no disk to start from.
  case restartFailed = "restart-failed"
  /// It runs or not: something that decides is not known.
  case mayRun = "may-run"
  /// It may fail, with what follows from that.
  case mayFail = "may-fail"
}

/// How a run ends.
package enum RunResult: String, CaseIterable, Sendable {
  case success
  case failed
  /// Nothing runs: the deployment itself fails.
  case notStarted = "not-started"
  /// A condition that cannot be evaluated, and was assumed to stop the run.
  case evaluationError = "evaluation-error"
  /// Success or failure: something that decides is not known.
  case undecided
  /// A node started 100 times, 1,000 restarts, or children that run each other in a circle.
  case endless
}
