/// What somebody expects of a run; what is nil is not looked at.
package struct Expectation: Equatable, Sendable {
  /// One event of the trace.
  package struct Event: Equatable, Sendable {
    /// Nil where the number is not looked at.
    package let at: Int?
    package let node: String
    package let outcome: String
  }

  package var result: String?
  package var trace: [Event]?
  package var notReached: [String]?
  /// By name; nil for a value nobody knew when the trace was kept.
  package var variables: [String: String] = [:]

  /// Reads what a situation expects.
  init(_ table: FactTable) throws(FactFault) {
    try table.refuseNames(besides: .expectation)
    try self.init(words: table)
  }

  /// Reads a trace that was kept: what `simulate` prints as JSON.
  /// - Throws: the first fault with its line.
  package init(kept bytes: [UInt8]) throws(FactFault) {
    let table = try FactTable(reading: bytes)
    guard table["trace"] != nil || table["result"] != nil else {
      throw FactFault(line: 1, "there is neither a result nor a trace in it")
    }
    try self.init(words: table)
  }

  private init(words table: FactTable) throws(FactFault) {
    result = try table["result"]?.text("result", among: RunWords.results)
    if let trace = table["trace"] {
      var events: [Event] = []
      for value in try trace.list("trace") {
        let entry = try value.table("trace")
        guard let node = entry["node"], let outcome = entry["outcome"] else {
          throw value.refusal("trace", "node and outcome in each entry")
        }
        events.append(
          Event(
            at: try entry["at"]?.integer("at"), node: try node.text("node"),
            outcome: try outcome.text("outcome")))
      }
      self.trace = events
    }
    if let names = table["notReached"] {
      var all: [String] = []
      for name in try names.list("notReached") { all.append(try name.text("notReached")) }
      notReached = all
    }
    for (name, value) in try table["variables"]?.table("variables").entries ?? [] {
      if case .nothing = value.form { continue }
      variables[name] = try value.text(name)
    }
  }
}
