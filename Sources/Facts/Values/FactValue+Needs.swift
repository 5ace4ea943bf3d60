/// Values as what is needed; anything else is refused with its name.
extension FactValue {
  /// A text; numbers, true and false count as what is written.
  package func text(_ name: String) throws(FactFault) -> String {
    switch form {
    case .text(let text), .word(let text): return text
    case .list, .table, .nothing: throw refusal(name, "a text")
    }
  }

  /// One of some words, whatever its case.
  package func text(_ name: String, among words: [String]) throws(FactFault) -> String {
    let text = try text(name)
    guard let word = words.first(where: { $0.lowercased() == text.lowercased() }) else {
      throw refusal(name, "one of \(words.joined(separator: ", "))")
    }
    return word
  }

  /// Whether it is true; a text that says so counts.
  package func boolean(_ name: String) throws(FactFault) -> Bool {
    switch form {
    case .word("true"), .text("true"): return true
    case .word("false"), .text("false"): return false
    default: throw refusal(name, "true or false")
    }
  }

  /// A whole number; a text that is one counts.
  package func integer(_ name: String) throws(FactFault) -> Int {
    switch form {
    case .word(let text), .text(let text):
      guard let number = Int(text) else { throw refusal(name, "a whole number") }
      return number
    case .list, .table, .nothing: throw refusal(name, "a whole number")
    }
  }

  /// A list; a single value is a list of itself.
  package func list(_ name: String) throws(FactFault) -> [FactValue] {
    switch form {
    case .list(let values): return values
    case .text, .word: return [self]
    case .table, .nothing: throw refusal(name, "a list")
    }
  }

  package func table(_ name: String) throws(FactFault) -> FactTable {
    guard case .table(let table) = form else { throw refusal(name, "a table") }
    return table
  }

  /// A fault of this value: what its name needs.
  package func refusal(_ name: String, _ need: String) -> FactFault {
    FactFault(line: line, "'\(name)' needs \(need)")
  }
}

extension FactTable {
  /// Refuses the first name that no key has, and says which there are.
  package func refuseNames(besides keys: FactKeys) throws(FactFault) {
    guard let other = entries.first(where: { !keys.knows($0.name) }) else { return }
    throw FactFault(
      line: other.value.line,
      "there is no key '\(other.name)' in \(keys.place); there are \(keys.names.joined(separator: ", "))"
    )
  }
}
