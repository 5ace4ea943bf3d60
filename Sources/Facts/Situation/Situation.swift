/// What somebody states of a machine and of a run.
package struct Situation: Sendable {
  /// What a fact is that nobody states.
  package enum Unstated: String, CaseIterable, Sendable { case absent, unknown }

  /// A child sequence as it is stated.
  package struct Child: Sendable {
    /// Its XML.
    package var sequence: String?
    /// Its file, from the folder of the situation.
    package var file: String?
    package var isEnabled = true
    /// The line it stands in, for who finds fault with it.
    package var line = 1

    package init(sequence: String) { self.sequence = sequence }
  }

  package var name: String?
  package var start: RunEnvironment?
  package var launch: Launch?
  package var unstated = Unstated.unknown
  package var machine = Machine()
  package var variables: [Behaviour.Setting] = []
  package var found = FoundFacts()
  /// By path or name of steps, in the order of the file.
  package var behaviour: [(step: String, Behaviour)] = []
  /// By id.
  package var children: [(id: String, Child)] = []
  package var assumptions = Assumptions()
  package var deployment: String?
  /// The XML of the sequence.
  package var sequence: String?
  package var expectation: Expectation?

  /// The situation of a run for which nobody states anything: all is unknown.
  package init() {}

  /// Reads a situation, TOML or JSON.
  ///
  /// - Throws: the first fault with its line; a key nobody knows is one.
  package init(reading bytes: [UInt8]) throws(FactFault) {
    try self.init(FactTable(reading: bytes), isJSON: FactTable.isJSON(bytes))
  }

  private init(_ table: FactTable, isJSON: Bool) throws(FactFault) {
    try table.refuseNames(besides: .situation)
    name = try table["name"]?.text("name")
    let places = RunEnvironment.allCases.map(\.rawValue)
    start = RunEnvironment(rawValue: try table["start"]?.text("start", among: places) ?? "")
    let launches = Launch.allCases.map(\.rawValue)
    launch = Launch(rawValue: try table["launch"]?.text("launch", among: launches) ?? "")
    let words = Unstated.allCases.map(\.rawValue)
    let stated = try table["unstated"]?.text("unstated", among: words)
    unstated = stated.flatMap(Unstated.init) ?? (isJSON ? .absent : .unknown)
    if let machine = table["machine"] { self.machine = try Machine(machine.table("machine")) }
    if let variables = table["variables"] {
      self.variables = try Behaviour.settings(variables, "variables")
    }
    if let facts = table["facts"] { found = try FoundFacts(facts.table("facts")) }
    for (step, value) in try table["behaviour"]?.table("behaviour").entries ?? [] {
      behaviour.append((step, try Behaviour(value.table(step))))
    }
    for (id, value) in try table["children"]?.table("children").entries ?? [] {
      children.append((id, try Child(value, id)))
    }
    for (name, value) in try table["assumptions"]?.table("assumptions").entries ?? [] {
      do throws(AssumptionFault) {
        try assumptions.set(name, to: (try? value.text(name)) ?? "")
      } catch { throw FactFault(line: value.line, error.reason) }
    }
    deployment = try table["deployment"]?.text("deployment")
    sequence = try table["sequence"]?.text("sequence")
    if let expect = table["expect"] { expectation = try Expectation(expect.table("expect")) }
  }
}

extension Situation.Child {
  fileprivate init(_ value: FactValue, _ id: String) throws(FactFault) {
    let table = try value.table(id)
    try table.refuseNames(besides: .child)
    line = value.line
    sequence = try table["sequence"]?.text("sequence")
    file = try table["file"]?.text("file")
    isEnabled = try table["enabled"]?.boolean("enabled") ?? true
    // Of a disabled one nothing more need be known.
    let isTold = sequence != nil || file != nil
    guard sequence == nil || file == nil, isTold || !isEnabled else {
      throw value.refusal(id, "either sequence or file")
    }
  }
}
