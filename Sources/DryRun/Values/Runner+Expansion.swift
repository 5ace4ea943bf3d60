import Facts
import VariableCatalog

/// Names of variables in texts, in whose places the engine puts what they hold.
extension Runner {
  /// A text with what the variables in it hold.
  ///
  /// What becomes of a name nobody has set is not known: an assumption says.
  mutating func expanded(_ text: String) -> RunValue {
    guard text.utf8.contains(UInt8(ascii: "%")) else { return .known(text) }
    let references = VariableText.references(in: text)
    guard !references.isEmpty else { return .known(text) }
    var needs = Needs()
    var result = ""
    var place = text.startIndex
    for (name, range) in references {
      result += text[place..<range.lowerBound]
      place = range.upperBound
      switch value(variables.slot(String(name))) {
      case .known(""):
        assume(.unknownExpansion)
        if assumptions[.unknownExpansion] == "keep" { result += text[range] }
      case .known(let value): result += value
      case .open(let choice): needs.formUnion(choice.needs)
      }
    }
    result += text[place...]
    return needs.isEmpty ? .known(result) : .anything(needs)
  }

  /// A query with what the variables in it hold.
  ///
  /// A `%` is mostly one of a pattern there, as in `'%Book%'`: a name nobody has set or stated is none.
  mutating func expandedQuery(_ text: String) -> RunValue {
    guard text.utf8.contains(UInt8(ascii: "%")) else { return .known(text) }
    var needs = Needs()
    var result = text
    for (name, range) in VariableText.references(in: text).reversed() {
      let slot = variables.slot(String(name))
      guard variables.isStated(slot) else { continue }
      switch value(slot) {
      case .known(""): break
      case .known(let value): result.replaceSubrange(range, with: value)
      case .open(let choice): needs.formUnion(choice.needs)
      }
    }
    return needs.isEmpty ? .known(result) : .anything(needs)
  }

  /// A text as it is shown: with what is known in it, the rest as it is written; secrets are covered.
  mutating func shown(_ text: String) -> String {
    var result = text
    for (name, range) in VariableText.references(in: text).reversed() {
      guard let value = value(variables.slot(String(name))).text, !value.isEmpty else { continue }
      result.replaceSubrange(range, with: isSecret(String(name)) ? Self.mask : value)
    }
    return result
  }
}
