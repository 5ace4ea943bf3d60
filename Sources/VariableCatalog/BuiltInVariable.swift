import Basics
import StepCatalog
package import TaskSequence

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
  /// The product that a word of the table says it is of.
  let stated: Dialect?
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
    isList = words.dropFirst().contains("list")
    stated = words.dropFirst().lazy.compactMap { Dialect(word: $0) }.first
    (values, steps, meaning) = (cells[2], cells[3], cells[4])
  }

  /// The product that alone has it; nil when both have.
  ///
  /// A variable of steps is of the products that have one of them, unless the table says more.
  package var owner: Dialect? {
    if kind == .mdt { return .mdt }
    if let stated { return stated == .mdt ? nil : stated }
    let labels = steps.replacing(" (in)", with: "").replacing(" (out)", with: "").split(
      separator: ", ")
    let isOf = { (labels: [Substring], product: Dialect) in
      labels.contains { StepTypes.shared.labels(in: product).contains($0.lowercased()) }
    }
    switch (isOf(labels, .mdt), isOf(labels, .configurationManager)) {
    case (true, false): return .mdt
    case (false, true): return .configurationManager
    default: return nil
    }
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
