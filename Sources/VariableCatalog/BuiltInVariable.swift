/// A variable that Configuration Manager or MDT knows itself.
package struct BuiltInVariable: Equatable, Sendable {
  /// Who gives it its value.
  package enum Kind: String, Sendable {
    /// Read by the product; a sequence may set it.
    case builtIn = "builtin"
    /// Set by the product alone.
    case readOnly = "readonly"
    /// A setting of one kind of step.
    case action
    /// An argument of a step's command line, written in its `defaultVarList` and no variable of the
    /// run.
    case argument
    /// MDT's.
    case mdt
  }

  /// Its name as the product spells it; `#` stands for a number.
  package let name: String
  package let kind: Kind
  /// Whether its values are numbered variables: `NAME001`, `NAME002` ….
  package let isList: Bool
  /// What it can hold, in words; empty when nothing is known.
  package let values: String
  /// The steps it belongs to.
  package let steps: String
  /// What it is for; empty when nothing is known.
  package let meaning: String

  /// Reads a line of the table: name, kind, values, steps, meaning, with tabs between them.
  init?(line: Substring) {
    let cells = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
    guard cells.count == 5 else { return nil }
    let words = cells[1].split(separator: " ")
    guard let kind = words.first.flatMap({ Kind(rawValue: String($0)) }) else { return nil }
    self.kind = kind
    name = cells[0]
    isList = words.dropFirst().first == "list"
    (values, steps, meaning) = (cells[2], cells[3], cells[4])
  }

  /// The values it can have, where `values` lists them; empty where it says them in other words.
  package var choices: [String] {
    let list = values.prefix { $0 != ";" }.replacing("(default)", with: "")
    let words = list.split(separator: ",").map { trimmed(String($0)) }.filter { $0 != "blank" }
    let isList =
      words.count > 1
      && words.allSatisfy { word in
        word.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber) }
      }
    return isList ? words : []
  }

  /// Meaning, or what can be said without one, in one line.
  package var summary: String {
    if !meaning.isEmpty { return meaning }
    if !steps.isEmpty { return "Setting of \(steps)" }
    return kind == .mdt ? "Known to MDT" : "Known to Configuration Manager"
  }
}
