import DryRun

/// What a log says of a node, all of its events taken together.
package struct NodeRun: Sendable {
  /// The one state a node has.
  package enum State: String, CaseIterable, Sendable {
    case ran
    case skipped
    case disabled
    case failed
    case failedIgnored = "failed-ignored"
    /// It asked for a restart, and the log has nothing after it.
    case restart
    /// Not ended when the log did.
    case running
    case notReached = "not-reached"
    /// The log has nothing of it: it begins later, or lines are missing.
    case unseen
  }

  package internal(set) var state: State
  /// Where nothing is said of the node itself: the group above that decided.
  package internal(set) var decider: Int?
  package internal(set) var code: Int?
  /// How long it took over all tries, in milliseconds.
  package internal(set) var milliseconds: Int?
  /// How often it was started.
  package internal(set) var tries = 0
  package internal(set) var restarts = 0
  /// What its condition looked at the last time.
  package internal(set) var tests: [SeenTest] = []
  /// Whether it was found by its name, because the numbers of log and sequence differ.
  package internal(set) var isByName = false
  /// What the log calls it, where that is something else.
  package internal(set) var logName: String?
  /// The visits to it, first and last, by their places in the run.
  package internal(set) var visits: ClosedRange<Int>?
  /// The worst state inside a group, itself among it.
  package internal(set) var worst: State

  init(_ state: State) {
    self.state = state
    worst = state
  }
}

extension NodeRun.State {
  /// How bad it is.
  var severity: Int {
    switch self {
    case .failed: 6
    case .running: 5
    case .failedIgnored: 4
    case .restart: 3
    case .unseen: 2
    case .notReached: 1
    case .ran, .skipped, .disabled: 0
    }
  }
}
