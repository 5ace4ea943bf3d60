/// What a step does when it runs, as somebody states it.
package struct Behaviour: Equatable, Sendable {
  /// The exit code of each attempt; the last one repeats.
  package var codes: [Int] = []
  /// The variables its script sets at each attempt; the last ones repeat.
  package var sets: [[Setting]] = []
  package var timesOut = false
  /// Where it asks to restart to.
  package var restart: String?
  package var unexpectedRestarts = 0
  /// The exit codes of applications and packages by their names.
  package var items: [String: Int] = [:]
  /// Values of a list that name nothing.
  package var unknown: Set<String> = []
  /// Seconds.
  package var takes: Int?

  /// A variable and its value.
  package struct Setting: Equatable, Sendable {
    package let name: String
    package let value: String

    package init(_ name: String, _ value: String) { (self.name, self.value) = (name, value) }
  }

  package init() {}

  /// The exit code of an attempt, from 0; nil where nothing is stated.
  package func code(at attempt: Int) -> Int? {
    codes.isEmpty ? nil : codes[min(attempt, codes.count - 1)]
  }

  /// The variables of an attempt, from 0.
  package func sets(at attempt: Int) -> [Setting] {
    sets.isEmpty ? [] : sets[min(attempt, sets.count - 1)]
  }

  init(_ table: FactTable) throws(FactFault) {
    try table.refuseNames(besides: .behaviour)
    if let codes = table["codes"] {
      for value in try codes.list("codes") { self.codes.append(try value.integer("codes")) }
    }
    if let sets = table["sets"] {
      if case .list(let attempts) = sets.form {
        for attempt in attempts { self.sets.append(try Self.settings(attempt, "sets")) }
      } else {
        self.sets = [try Self.settings(sets, "sets")]
      }
    }
    timesOut = try table["timesOut"]?.boolean("timesOut") ?? false
    restart = try table["restart"]?.text("restart", among: ["HD", "WinPE"])
    if let count = table["unexpectedRestarts"] {
      unexpectedRestarts = try count.integer("unexpectedRestarts")
      guard unexpectedRestarts >= 0 else {
        throw count.refusal("unexpectedRestarts", "a number from 0")
      }
    }
    if let items = table["items"] {
      for (name, value) in try items.table("items").entries {
        self.items[name] = try value.integer(name)
      }
    }
    for value in try table["unknown"]?.list("unknown") ?? [] {
      unknown.insert(try value.text("unknown"))
    }
    if let takes = table["takes"] {
      let seconds = try takes.integer("takes")
      guard (0...1_000_000_000).contains(seconds) else {
        throw takes.refusal("takes", "a number of seconds")
      }
      self.takes = seconds
    }
  }

  static func settings(_ value: FactValue, _ name: String) throws(FactFault) -> [Setting] {
    var settings: [Setting] = []
    for (name, value) in try value.table(name).entries {
      settings.append(Setting(name, try value.text(name)))
    }
    return settings
  }
}
