import XMLTree

extension Condition {
  /// The whole condition as one line of text; empty when it has no operand.
  package var summary: String { Self.join(operands, "and") }

  private static func join(_ operands: [Operand], _ word: String) -> String {
    operands.map { text(of: $0, isInside: operands.count > 1) }.joined(separator: " \(word) ")
  }

  private static func text(of operand: Operand, isInside: Bool) -> String {
    switch operand {
    case .variable(let name, let comparison, let value):
      return compare(name, comparison, value)
    case .combination("not", let operands):
      return "none(" + operands.map { text(of: $0, isInside: false) }.joined(separator: ", ") + ")"
    case .combination(let type, let operands):
      let inner = join(operands, type == "or" ? "or" : "and")
      return isInside && operands.count > 1 ? "(\(inner))" : inner
    case .expression(let type, let variables):
      return text(of: type, variables)
    case .systems(let systems):
      return "os " + systems.map { "\"\($0.name)\"" }.joined(separator: " or ")
    case .unknown(let element): return "<\(element.name)>"
    }
  }

  /// A variable held against a value, in words.
  package static func words(_ name: String, _ comparison: String, _ value: String) -> String {
    compare(name, comparison, value)
  }

  private static func compare(_ name: String, _ comparison: String, _ value: String) -> String {
    switch comparison.lowercased() {
    case "exists": "\(name) exists"
    case "notexists": "\(name) not exists"
    case let known: "\(name) \(sign(known) ?? comparison) \"\(value)\""
    }
  }

  private static func sign(_ comparison: String) -> String? {
    switch comparison {
    case "equals": "="
    case "notequals": "!="
    case "greater": ">"
    case "greaterequal": ">="
    case "less": "<"
    case "lessequal": "<="
    case "like": "like"
    case "notlike": "not like"
    default: nil
    }
  }

  private static func text(
    of type: String, _ variables: [(name: String, value: String)]
  ) -> String {
    func value(_ name: String) -> String { variables.first { $0.name == name }?.value ?? "" }
    switch type {
    case "SMS_TaskSequence_WMIConditionExpression": return "wmi \"\(value("Query"))\""
    case "SMS_TaskSequence_FileConditionExpression": return "file \"\(value("Path"))\""
    case "SMS_TaskSequence_FolderConditionExpression": return "folder \"\(value("Path"))\""
    case "SMS_TaskSequence_RegistryConditionExpression":
      let place =
        "registry \(value("KeyPath"))" + (value("Value").isEmpty ? "" : " \"\(value("Value"))\"")
      return compare(place, value("Operator"), value("Data"))
    default:
      let short = type.split(separator: "_").last.map(String.init) ?? "?"
      return "\(short)(\(variables.map { "\($0.name)=\($0.value)" }.joined(separator: ", ")))"
    }
  }
}
