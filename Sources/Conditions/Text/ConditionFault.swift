/// What is wrong with the text of a condition, and where.
package struct ConditionFault: Error, Equatable, Sendable {
  /// Where, in characters from the start of the text.
  package let position: Int
  /// What is wrong, without a full stop.
  package let reason: String
  /// What could stand there.
  package let expected: [Expectation]

  /// What is wrong and where, in a sentence without its full stop.
  package var sentence: String { "column \(position + 1): \(reason)" }
}

/// Something that can stand at a place in the text of a condition.
package enum Expectation: Hashable, Sendable {
  /// The beginning of an operand.
  case operand
  /// An operator after the variable of that name.
  case comparison(of: String)
  /// A value to hold against the variable of that name.
  case value(of: String)
  /// A word of the language.
  case word(String)
  case openParenthesis
  case closeParenthesis
  case comma
  case query
  case namespace
  case path
  case key
  case valueName
  case valueType
  case data
  case version
  case date
  case language
  case architecture
  case platform
  case code
  /// The name or the value of a variable inside an expression.
  case setting
  case type
  case xml
  /// An operator of those that know an order.
  case order

  /// What it is, in words.
  package var words: String {
    switch self {
    case .operand: "a variable, wmi, file, folder, registry, software, os, not, all(, any( or none("
    case .comparison: "=, !=, <, <=, >, >=, like, not like, exists or not exists"
    case .value: "a value"
    case .word(let word): "“\(word)”"
    case .openParenthesis: "“(”"
    case .closeParenthesis: "“)”"
    case .comma: "a comma"
    case .query: "a query in quotes"
    case .namespace: "a namespace such as root\\cimv2"
    case .path: "a path, in quotes when it has blanks"
    case .key: "a key such as HKLM\\SOFTWARE\\Contoso, in quotes when it has blanks"
    case .valueName: "a value's name in quotes"
    case .valueType: "a type such as REG_SZ"
    case .data: "a value"
    case .version: "a version such as 10.0.22621.1"
    case .date: "a date such as 2024-01-31 or 2024-01-31T18:00:00 (UTC)"
    case .language: "a language such as en-US or 1033"
    case .architecture: "an architecture, X86 or X64"
    case .platform: "a platform’s name in quotes, its architecture and its versions"
    case .code: "a code such as {23170F69-40C1-2702-1900-000001000000}"
    case .setting: "a name"
    case .type: "a type such as SMS_TaskSequence_VariableConditionExpression"
    case .xml: "the XML of one element in quotes"
    case .order: "=, !=, <, <=, > or >="
    }
  }
}
