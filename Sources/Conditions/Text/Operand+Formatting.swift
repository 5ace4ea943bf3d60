/// The text of an operand inside another: groups as `all(…)`, `any(…)`, `none(…)`.
extension Operand {
  var inner: String {
    switch self {
    case .group(.none, let operands) where operands.count == 1: return "not \(operands[0].inner)"
    case .group(let junction, let operands):
      return "\(junction.word)(\(operands.map(\.inner).joined(separator: ", ")))"
    case .test(.other(let type, let settings), let extras):
      return "expression \(Quoting.value(type)) (\(Self.list(settings + extras)))"
    case .test(let test, let extras):
      return extras.isEmpty ? test.text : "\(test.text) with (\(Self.list(extras)))"
    case .systems(let platforms):
      return "os(\(platforms.map(\.text).joined(separator: ", ")))"
    case .raw(let xml): return "xml \(Quoting.quoted(xml))"
    }
  }

  private static func list(_ settings: [Setting]) -> String {
    settings.map { "\(Quoting.value($0.name)) = \(Quoting.value($0.value))" }
      .joined(separator: ", ")
  }
}

extension Test {
  fileprivate var text: String {
    switch self {
    case .variable(let test):
      return Quoting.name(test.name) + Self.text(test.comparison, test.value)
    case .query(let query): return query.text
    case .file(let test):
      let version = test.version.map { " version" + Self.text($0.comparison, $0.value) } ?? ""
      let rest = version + Self.text(test.date)
      return "file \(Quoting.value(test.path))" + (rest.isEmpty ? " exists" : rest)
    case .folder(let test):
      let rest = Self.text(test.date)
      return "folder \(Quoting.value(test.path))" + (rest.isEmpty ? " exists" : rest)
    case .registry(let test):
      return "registry \(Quoting.value(test.shortKey))"
        + (test.value.map { " \(Quoting.quoted($0))" } ?? "")
        + (test.type == "REG_SZ" ? "" : " (\(Quoting.value(test.type)))")
        + Self.text(test.comparison, test.data)
    case .software(let test):
      let clauses = [
        ("product", test.product), ("upgrade", test.upgrade), ("name", test.name),
        ("version", test.version),
      ]
      return "software \(test.isAnyVersion ? "any" : "this") version"
        + clauses.map { word, value in value.map { " \(word) \(Quoting.value($0))" } ?? "" }
        .joined()
    case .system(let test):
      let isWord = test.architecture.lowercased() == "language"
      let name = isWord ? Quoting.quoted(test.architecture) : Quoting.value(test.architecture)
      return "os \(name)" + Self.text(test.comparison, test.version)
    case .other: return ""
    }
  }

  private static func text(_ comparison: Comparison, _ value: String) -> String {
    comparison.isUnary
      ? " \(comparison.sign)" : " \(comparison.sign) \(Quoting.value(value))"
  }

  private static func text(_ date: Bound?) -> String {
    guard let date else { return "" }
    let words =
      switch date.comparison {
      case .greater: "newer than"
      case .less: "older than"
      case .greaterEqual: "not older than"
      case .lessEqual: "not newer than"
      default: "dated \(date.comparison.sign)"
      }
    return " \(words) \(DateText.short(date.value) ?? Quoting.quoted(date.value))"
  }
}

extension QueryTest {
  fileprivate var text: String {
    if let language = SystemLanguage(self) { return "os language \(language.text)" }
    return fullText
  }

  fileprivate var fullText: String {
    "wmi \(Quoting.quoted(query))"
      + (namespace == Self.usualNamespace ? "" : " in \(Quoting.value(namespace))")
      + (ignoresErrors ? " ignoring errors" : "")
  }
}

extension Platform {
  fileprivate var text: String {
    var text = name.map { "\(Quoting.quoted($0)) " } ?? ""
    text += "\(Quoting.value(architecture)) \(Quoting.value(first)) to \(Quoting.value(last))"
    if type != Self.usualType { text += " type \(Quoting.value(type))" }
    let usual = Self.usualQueries(
      name: name, architecture: architecture, first: first, last: last)
    guard queries != usual else { return text }
    return text + " when " + queries.map(\.fullText).joined(separator: " and ")
  }
}
