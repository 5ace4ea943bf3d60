/// What a log tells of the variables of a run.
package struct RevealedValues: Equatable, Sendable {
  package struct Value: Equatable, Sendable {
    package let name: String
    /// What it held when the log first told of it.
    package fileprivate(set) var first: String
    /// What it held last.
    package internal(set) var last: String
    /// How the log first told of it.
    package let origin: Origin
  }

  /// How a log tells of a value.
  package enum Origin: Equatable, Sendable {
    /// It was said before the first instruction.
    case start
    /// A test found it so, and nothing had told of the variable before.
    case test
    /// Something in the run set it.
    case set
  }

  private var places: [String: Int] = [:]
  /// In the order in which the log told of them.
  package private(set) var all: [Value] = []

  init() {}

  /// What the log last told of a variable, whatever the capitals of its name.
  package subscript(name: String) -> String? {
    places[name.lowercased()].map { all[$0].last }
  }

  mutating func set(_ name: String, to value: String, by origin: Origin) {
    let key = name.lowercased()
    if let place = places[key] {
      all[place].last = value
      // What the run begins with is what was said last before it.
      if origin == .start, all[place].origin == .start { all[place].first = value }
    } else {
      places[key] = all.count
      all.append(Value(name: name, first: value, last: value, origin: origin))
    }
  }

  /// Takes values of which nobody knows when the run began: the first that is something counts.
  init(_ values: [LoggedValue]) {
    for value in values where self[value.name]?.isEmpty ?? true {
      set(value.name, to: value.value, by: .start)
    }
  }
}
