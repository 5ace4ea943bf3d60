/// Why a text does not name keys.
package struct KeyNotationFailure: Error, Hashable, Sendable, CustomStringConvertible {
  /// Where it went wrong, in scalars from the start.
  package let position: Int
  /// What is wrong there.
  package let reason: Reason

  /// What can be wrong.
  package enum Reason: Hashable, Sendable {
    /// A `<` without its `>`; a literal one is `<lt>`.
    case unclosed
    /// Nothing between `<` and `>`, or after the last modifier.
    case missingKey
    /// No key has this name.
    case unknownKey(String)
  }

  /// A sentence for people.
  package var description: String {
    switch reason {
    case .unclosed: "“<” at \(position + 1) has no “>”; write <lt> for the character itself."
    case .missingKey: "There is no key between “<” and “>” at \(position + 1)."
    case .unknownKey(let name): "No key is called “\(name)” (at \(position + 1))."
    }
  }
}
