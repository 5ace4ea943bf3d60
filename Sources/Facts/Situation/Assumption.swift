/// What Microsoft's documents leave open, and a run has to assume.
package enum Assumption: String, CaseIterable, Sendable {
  case conditionError, runInMismatch, unlisted3010, winpe3010, valueCase, unknownExpansion
  case retryExhausted, orStops, lastActionName, readOnlySet, childMissing

  /// What can be assumed, first what is where nothing is said.
  package var values: [String] {
    switch self {
    case .conditionError: ["ask", "skip", "fail", "stop"]
    case .runInMismatch: ["ask", "skip", "fail"]
    case .unlisted3010: ["fail", "restart"]
    case .winpe3010: ["restart", "success"]
    case .valueCase: ["ignore", "match"]
    case .unknownExpansion: ["keep", "empty"]
    case .retryExhausted: ["fail", "ignore"]
    case .orStops, .lastActionName: ["yes", "no"]
    case .readOnlySet: ["fail", "ignore"]
    case .childMissing: ["unknown", "empty", "stop"]
    }
  }

  /// What is open.
  package var about: String {
    switch self {
    case .conditionError: "a condition that cannot be evaluated"
    case .runInMismatch: "a step reached where “Run in” does not allow it"
    case .unlisted3010: "3010 that is no success code, and 1641"
    case .winpe3010: "3010 inside Windows PE"
    case .valueCase: "capitals of values in conditions"
    case .unknownExpansion: "%NAME% of a variable that is not there"
    case .retryExhausted: "more unexpected restarts than retries"
    case .orStops: "“any” behind an operand that holds"
    case .lastActionName: "whether Windows PE sets _SMSTSLastActionName"
    case .readOnlySet: "setting a read-only variable"
    case .childMissing: "a child sequence nobody has told of"
    }
  }
}

/// What is assumed in a run.
package struct Assumptions: Equatable, Sendable {
  private var stated: [Assumption: String] = [:]

  package init() {}

  /// What is assumed, as it was stated or as it is where nothing is said.
  package subscript(assumption: Assumption) -> String {
    stated[assumption] ?? assumption.values[0]
  }

  /// Those that were stated.
  package var all: [Assumption] { Assumption.allCases.filter { stated[$0] != nil } }

  /// Assumes something.
  /// - Throws: a sentence without its full stop where there is no such assumption, or no such value.
  package mutating func set(_ name: String, to value: String) throws(AssumptionFault) {
    guard let assumption = Assumption(rawValue: name) else {
      throw AssumptionFault(
        "there is no assumption '\(name)'; there are "
          + Assumption.allCases.map(\.rawValue).joined(separator: ", "))
    }
    guard assumption.values.contains(value) else {
      throw AssumptionFault(
        "'\(name)' needs one of \(assumption.values.joined(separator: ", "))")
    }
    stated[assumption] = value
  }
}

/// Why something cannot be assumed.
package struct AssumptionFault: Error, Equatable, Sendable {
  /// A sentence without its full stop.
  package let reason: String

  init(_ reason: String) { self.reason = reason }
}
