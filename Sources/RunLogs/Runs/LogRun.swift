import DryRun

/// One run of a sequence, as logs tell of it: from number 0, or from where the log begins, over all
/// restarts to its end, or to the end of the log.
package struct LogRun: Sendable {
  package enum End: String, Sendable {
    case success
    case failed
    /// The log ends first.
    case truncated
  }

  /// What was done, in order.
  package internal(set) var visits: [Visit] = []
  /// The number of instructions the log says the sequence has.
  package internal(set) var tableSize: Int?
  package internal(set) var end = End.truncated
  /// The step the engine named as the one that ended it.
  package internal(set) var failedStep: String?
  package internal(set) var began: LogTime?
  package internal(set) var ended: LogTime?
  /// How often the engine started.
  package internal(set) var starts = 0
  /// What variables held, as far as the log tells.
  package internal(set) var values = RevealedValues()

  init() {}

  /// Whether something was still running when the log ended.
  package var isRunning: Bool { visits.last?.outcome == .running }

  /// The place among the visits of the first failure that nobody absorbed, else of the first one.
  package var failurePlace: Int? {
    let failures = visits.indices.lazy.filter {
      visits[$0].outcome?.isFailure == true && visits[$0].isGroup != true
    }
    return failures.first { visits[$0].outcome == .failed } ?? failures.first
  }

  /// That failure.
  package var failure: Visit? { failurePlace.map { visits[$0] } }
}
