/// A condition that a rule of Set Dynamic Variables can have, as the catalogue describes it.
package struct RuleShape: Equatable, Sendable {
  /// How its values make a condition.
  enum Sense: String, Sendable {
    /// One of those that are given is enough.
    case any
    /// Each must match.
    case all
    /// A variable, a comparison, and what it is held against.
    case test
  }

  /// The type of its expression in the XML.
  package let type: String
  /// What the line of an operation calls it.
  package let word: String
  let sense: Sense
  /// The name in Microsoft's editor.
  package internal(set) var label = ""
  package internal(set) var about = ""
  /// Its values, in the order people ask for them.
  package internal(set) var values: [StepField] = []

  /// Reads a line of the catalogue: type, word, sense.
  init?(_ parts: [Substring]) {
    guard parts.count == 3, let sense = Sense(rawValue: String(parts[2])) else { return nil }
    (type, word, self.sense) = (String(parts[0]), String(parts[1]), sense)
  }

  /// All there are.
  package static let all: [RuleShape] = StepTypes.shapes

  /// The one of a type.
  package static func of(_ type: String) -> RuleShape? { all.first { $0.type == type } }

  /// The values that name a variable they read.
  static let questions = Set(
    all.flatMap(\.values).filter { $0.naming == .reads }.map(\.variable))

  /// The names of its values in the order they are written.
  package var names: [String] { values.map(\.variable).sorted() }

  /// What a new condition has.
  package var usual: [String: String] {
    let usual = values.compactMap { field in field.usual.map { (field.variable, $0) } }
    return Dictionary(uniqueKeysWithValues: usual)
  }

  private static let signs = [
    "equals": "=", "notequals": "!=", "greater": ">", "greaterequal": ">=", "less": "<",
    "lessequal": "<=", "notlike": "not like",
  ]

  /// The condition in words.
  func words(_ known: [String: String]) -> String {
    func word(_ field: StepField) -> String {
      "\(field.label.lowercased()) \(known[field.variable] ?? "")"
    }
    func first(_ isIt: (FieldKind) -> Bool) -> String {
      values.first { isIt($0.kind) }.flatMap { known[$0.variable] } ?? ""
    }
    switch sense {
    case .any:
      return values.filter { known[$0.variable]?.isEmpty == false }.map(word)
        .joined(separator: " or ")
    case .all: return values.map(word).joined(separator: ", ")
    case .test:
      let (name, test) = (first { $0 == .variable }, first { $0 == .choice })
      switch test.lowercased() {
      case "exists": return "\(name) exists"
      case "notexists": return "\(name) not exists"
      default:
        let sign = Self.signs[test.lowercased()] ?? test
        return "\(name) \(sign) \"\(first { $0 == .text })\""
      }
    }
  }
}
