/// Values by name, each nil when it is not set, and refused with its name and place when it is
/// something else than is needed.
extension TOMLTable {
  /// A text.
  package func string(_ name: String) throws(TOMLFault) -> String? {
    try value(name, "a text in quotes", \.string)
  }

  /// One of some words.
  package func string(_ name: String, among words: [String]) throws(TOMLFault) -> String? {
    let need = "one of " + words.map { "\"\($0)\"" }.joined(separator: ", ")
    return try value(name, need) { value in value.string.flatMap { words.contains($0) ? $0 : nil } }
  }

  /// A whole number.
  package func integer(_ name: String) throws(TOMLFault) -> Int64? {
    try value(name, "a whole number", \.integer)
  }

  /// A number, whole or not.
  package func number(_ name: String) throws(TOMLFault) -> Double? {
    try value(name, "a number", \.number)
  }

  /// True or false.
  package func boolean(_ name: String) throws(TOMLFault) -> Bool? {
    try value(name, "true or false", \.boolean)
  }

  /// A date, a time, or both.
  package func moment(_ name: String) throws(TOMLFault) -> TOMLMoment? {
    try value(name, "a date or a time", \.moment)
  }

  /// A list.
  package func array(_ name: String) throws(TOMLFault) -> [TOMLValue]? {
    try value(name, "a list in [ ]", \.array)
  }

  /// A table, however it is written.
  package func table(_ name: String) throws(TOMLFault) -> TOMLTable? {
    try value(name, "a table, as [\(name)] or in { }", \.table)
  }

  /// Refuses the first name that is none of those known, and says which there are.
  /// - Parameter noun: What a name stands for.
  package func refuseNames(besides known: [String], _ noun: String) throws(TOMLFault) {
    let names = Set(known.map(TOMLName.init))
    guard let key = entries.first(where: { !names.contains(TOMLName($0.key.name)) })?.key else {
      return
    }
    let list = known.joined(separator: ", ")
    throw TOMLFault(
      place: key.place, reason: "there is no \(noun) '\(key.name)'; there are \(list)")
  }

  private func value<Value>(
    _ name: String, _ need: String, _ view: (TOMLValue) -> Value?
  ) throws(TOMLFault) -> Value? {
    guard let value = self[name] else { return nil }
    guard let found = view(value) else {
      throw TOMLFault(place: value.place, reason: "'\(name)' needs \(need)")
    }
    return found
  }
}
