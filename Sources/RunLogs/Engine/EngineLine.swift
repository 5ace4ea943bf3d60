/// What one record of the engine says; FACTS.md, “What the engine writes” has the wordings.
enum EngineLine: Equatable, Sendable {
  /// The number of instructions of the sequence.
  case tableSize(Int)
  /// The number a start of the engine goes on at.
  case saved(Int)
  case engineStarted
  case instruction(name: String, number: Int, type: String?, isDisabled: Bool?)
  /// Skipped; without a reason where only the closing line says it.
  case skipped(name: String, isGroup: Bool?, SkipReason?)
  case conditionHeld(name: String, isGroup: Bool)
  case groupStarted(String)
  case groupCompleted(String)
  case groupFailed(String)
  /// Opens a test; the lines that follow say of what.
  case testing(TestKind)
  /// What the engine expands, printed before it does.
  case expanded(String)
  case commandStarted
  case processEnded(Int)
  /// The command line could not be run, or was ended for taking too long.
  case commandFailed(Int)
  case stepSucceeded(name: String, code: Int)
  case stepFailed(name: String, code: Int?, text: String)
  case lastCode(Int)
  case lastSucceeded(Bool)
  case ignored(String?)
  case retryRequested(String)
  case restartRequested(String)
  /// The machine restarts, to where it says.
  case restarting(RestartTarget?)
  case restartFailed(String)
  case ended(EngineEnd, step: String?)
  /// Another variable of the sequence was set.
  case variable(name: String, value: String)
  case next(Int)
  case childIsEmpty
}

/// Why the engine skipped a step or a group.
package enum SkipReason: String, Equatable, Sendable {
  case disabled
  case condition
}

/// What a test of a condition looks at, as the engine announces it.
package enum TestKind: Equatable, Sendable {
  case all
  case any
  case none
  case variable
  case wmi
  /// Another kind, as the log calls it.
  case other(String)

  /// Whether it holds others and looks at nothing itself.
  var isOperator: Bool { self == .all || self == .any || self == .none }

  /// How many lines follow that say what it looks at.
  var lines: Int {
    switch self {
    case .variable: 3
    case .wmi: 2
    case .all, .any, .none, .other: 0
    }
  }
}

/// Where a restart leads.
package enum RestartTarget: String, Equatable, Sendable {
  case hardDisk = "HD"
  case windowsPE = "WinPE"
}

/// How a start of the engine ended.
enum EngineEnd: Equatable, Sendable {
  case success
  case restart
  case failure
}
