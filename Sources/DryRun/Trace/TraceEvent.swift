/// One event of a run.
package struct TraceEvent: Sendable {
  /// A variable that a condition looked at, and what it held.
  struct Sight: Sendable {
    let slot: Int
    let value: RunValue
  }

  /// What asks for a restart.
  enum Cause: Equatable, Sendable {
    /// The step itself, by its type or as it is stated.
    case step
    case code(Int)
    /// `SMSTSRebootRequested`.
    case variable
  }

  /// What else is to be said of it.
  enum Note: Equatable, Sendable {
    case timedOut
    /// The content of an object is not there.
    case missingContent(String)
    case readOnly(String)
    case runIn(String)
    case faultyCondition
    case retriesUsedUp
    case childMissing
    case childEmpty
    /// Something may ask for a restart after it.
    case mayRestart
    case asked(by: Cause)
    /// It goes on after what failed inside.
    case absorbs(row: Int)
    /// A package or an application that did not install.
    case item(String)
    /// A value of a list that names no package.
    case badItem(String)
  }

  /// The row of the table it is of.
  package let row: Int
  package internal(set) var outcome: Outcome
  /// Whether it is of the end of a group or a child.
  package internal(set) var isEnd = false
  /// The exit code, where one is known.
  package internal(set) var code: Int?
  /// Where a restart goes: `HD`, `WinPE` or `unexpected`.
  package internal(set) var target: String?
  /// The number at which the engine goes on after a restart.
  package internal(set) var resumeAt: Int?
  /// What a dynamic list installed and left out; nil for what installs none.
  package internal(set) var items: (installed: [String], skipped: [String])?
  /// Whether a failure is ignored here, where it may or may not come to one.
  var isIgnored = false
  /// Whether its own condition is open, and not only whether it is reached.
  var isOpenItself = false
  var notes: [Note] = []
  var sights: [Sight] = []
  var needs = Needs()

  init(_ row: Int, _ outcome: Outcome) { (self.row, self.outcome) = (row, outcome) }
}
