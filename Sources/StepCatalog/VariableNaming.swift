/// What a step does with the variable whose name is the value of one of its fields.
package enum VariableNaming: Equatable, Sendable {
  /// Sets it to what the first of these fields that has a value holds; without fields only the run
  /// knows to what.
  case sets(from: [String])
  case reads
  /// Reads the variables `NAME01`, `NAME02` …, numbered with so many digits.
  case readsNumbered(digits: Int)
  /// Sets them.
  case setsNumbered(digits: Int)

  /// Reads a line of the catalogue: the word and what stands behind it.
  init?(_ word: Substring, _ rest: [Substring]) {
    let digits = rest.first.flatMap { Int($0) }
    switch (word, digits) {
    case ("sets", nil): self = .sets(from: rest.map(String.init))
    case ("reads", nil) where rest.isEmpty: self = .reads
    case ("lists", let digits?): self = .readsNumbered(digits: digits)
    case ("fills", let digits?): self = .setsNumbered(digits: digits)
    default: return nil
    }
  }
}
