/// Conditions in plain words.
extension Operand {
  /// A sentence that says when a node of that condition runs; nil is an empty one.
  package static func meaning(of operand: Operand?) -> String {
    switch operand {
    case nil: "Runs always: the condition is empty."
    case .group(.all, []), .group(.none, []): "Runs always: nothing has to hold."
    case .group(.any, []): "Never runs: one of none cannot hold."
    case let operand?: "Runs only when \(operand.phrase)."
    }
  }

  /// What must hold, as part of a sentence.
  package var phrase: String { phrase(isNegated: false) }

  private func phrase(isNegated: Bool) -> String {
    switch self {
    case .group(_, []): return isNegated == isTrueWhenEmpty ? "never" : "always"
    case .group(.all, let operands) where !isNegated: return Self.list(operands, "and")
    case .group(.any, let operands) where !isNegated:
      return (operands.count > 1 ? "either " : "") + Self.list(operands, "or")
    case .group(.none, let operands) where operands.count == 1:
      return operands[0].phrase(isNegated: !isNegated)
    case .group(.none, let operands) where isNegated: return "either " + Self.list(operands, "or")
    case .group(.none, let operands), .group(.any, let operands):
      return "none of these holds: " + operands.map(\.part).joined(separator: "; ")
    case .group(.all, let operands):
      return "not all of these hold: " + operands.map(\.part).joined(separator: "; ")
    case .test(let test, let extras):
      let more = extras.isEmpty ? "" : " (and settings nothing is known of)"
      return test.phrase(isNegated: isNegated) + more
    case .systems(let platforms):
      let names = platforms.map { $0.name ?? "\($0.architecture) \($0.first) to \($0.last)" }
      return "Windows is \(isNegated ? "not " : "")" + names.joined(separator: " or ")
    case .raw:
      return isNegated
        ? "an element nothing is known of does not hold" : "an element nothing is known of holds"
    }
  }

  private var isTrueWhenEmpty: Bool { if case .group(.any, _) = self { false } else { true } }

  private static func list(_ operands: [Operand], _ word: String) -> String {
    let parts = operands.map { operands.count > 1 ? $0.part : $0.phrase }
    guard parts.count > 2 else { return parts.joined(separator: " \(word) ") }
    return parts.dropLast().joined(separator: ", ") + ", \(word) " + parts[parts.count - 1]
  }

  /// The phrase among others: what is a list itself stands in parentheses.
  private var part: String {
    switch self {
    case .group(.none, let operands) where operands.count == 1:
      if case .group = operands[0] { "(\(phrase))" } else { phrase }
    case .group(_, let operands) where operands.count > 1: "(\(phrase))"
    default: phrase
    }
  }
}

extension Test {
  fileprivate func phrase(isNegated: Bool) -> String {
    switch self {
    case .variable(let test): return test.phrase(isNegated: isNegated)
    case .query(let query):
      if let language = SystemLanguage(query) {
        return "the language of Windows is \(isNegated ? "not " : "")\(language.words)"
      }
      let place = query.namespace == QueryTest.usualNamespace ? "" : " in \(query.namespace)"
      return
        "the WMI query “\(query.query.oneLine)”\(place) finds \(isNegated ? "nothing" : "something")"
    case .file(let test):
      return Self.phrase(
        "the file \(test.path)",
        [test.version.map { "its version is \($0.words)" }, date(test.date)],
        isNegated)
    case .folder(let test):
      return Self.phrase("the folder \(test.path)", [date(test.date)], isNegated)
    case .registry(let test): return test.phrase(isNegated: isNegated)
    case .software(let test): return test.phrase(isNegated: isNegated)
    case .system(let test):
      let text = "Windows is \(test.architecture) and its version is \(test.words)"
      return isNegated ? "not (\(text))" : text
    case .other(let type, _):
      return "the expression of type \(type) \(isNegated ? "does not hold" : "holds")"
    }
  }

  private static func phrase(_ subject: String, _ more: [String?], _ isNegated: Bool) -> String {
    let more = more.compactMap(\.self)
    guard !more.isEmpty else { return "\(subject) \(isNegated ? "does not exist" : "exists")" }
    let text = "\(subject) exists and " + more.joined(separator: " and ")
    return isNegated ? "not (\(text))" : text
  }

  private func date(_ bound: Bound?) -> String? {
    guard let bound else { return nil }
    let day = DateText.short(bound.value).map { "\($0) UTC" } ?? "“\(bound.value)”"
    let words =
      switch bound.comparison {
      case .greater: "later than"
      case .less: "earlier than"
      case .greaterEqual: "not earlier than"
      case .lessEqual: "not later than"
      case .notEquals: "not exactly"
      default: "exactly"
      }
    return "its date is \(words) \(day)"
  }
}

extension VariableTest {
  fileprivate func phrase(isNegated: Bool) -> String {
    let sign = isNegated ? comparison.opposite : comparison
    switch (name.lowercased(), sign, value.lowercased()) {
    case ("_smstsinwinpe", .equals, "true"), ("_smstsinwinpe", .equals, "false"),
      ("_smstsinwinpe", .notEquals, "true"), ("_smstsinwinpe", .notEquals, "false"):
      let isPE = (sign == .equals) == (value.lowercased() == "true")
      return isPE ? "Windows PE is running" : "the installed Windows is running, not Windows PE"
    case (_, .exists, _), (_, .notEquals, ""): return "\(name) is set"
    case (_, .notExists, _), (_, .equals, ""): return "\(name) is not set"
    default: return "\(name) is \(Bound(sign, value).words)"
    }
  }
}

extension Bound {
  /// How the value compares: `“5”`, `not “5”`, `less than “5”`.
  fileprivate var words: String {
    let text = "“\(value.oneLine)”"
    return switch comparison {
    case .equals: text
    case .notEquals: "not \(text)"
    case .less: "less than \(text)"
    case .lessEqual: "at most \(text)"
    case .greater: "greater than \(text)"
    case .greaterEqual: "at least \(text)"
    case .like: "like \(text)"
    case .notLike: "not like \(text)"
    case .exists: "set"
    case .notExists: "not set"
    }
  }
}

extension SystemTest {
  fileprivate var words: String { Bound(comparison, version).words }
}

extension RegistryTest {
  fileprivate func phrase(isNegated: Bool) -> String {
    let sign = isNegated ? comparison.opposite : comparison
    let subject =
      value.map { "the registry value \(shortKey)\\\($0.isEmpty ? "(Default)" : $0)" }
      ?? "the registry key \(shortKey)"
    switch sign {
    case .exists: return "\(subject) exists"
    case .notExists: return "\(subject) does not exist"
    default: return "\(subject) is \(Bound(sign, data).words)"
    }
  }
}

extension SoftwareTest {
  fileprivate func phrase(isNegated: Bool) -> String {
    let title = name ?? product ?? upgrade ?? "a product without a code"
    let verb = isNegated ? "is not installed" : "is installed"
    if isAnyVersion { return "any version of \(title) \(verb)" }
    return "\(title)\(version.map { " \($0)" } ?? "") \(verb)"
  }
}

extension String {
  /// The text on one line.
  fileprivate var oneLine: String {
    split(whereSeparator: \.isNewline).joined(separator: " ")
  }
}
