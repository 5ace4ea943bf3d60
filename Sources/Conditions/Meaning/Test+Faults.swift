import TaskSequence

/// What cannot be meant in a test, whatever the machine is: the form refuses it, and a rule finds it in a
/// file.
extension Test {
  /// A value of a test that can be wrong by itself.
  package enum Part: CaseIterable, Sendable {
    case variable, query, namespace, path, date, root, key, type, version
  }

  /// The values of the test that can be wrong.
  package var parts: [(part: Part, value: String)] {
    switch self {
    case .variable(let test): [(.variable, test.name)]
    case .query(let test): [(.query, test.query), (.namespace, test.namespace)]
    case .file(let test): [(.path, test.path)] + Self.date(test.date)
    case .folder(let test): [(.path, test.path)] + Self.date(test.date)
    case .registry(let test):
      [(.root, test.root), (.key, test.keyBelowRoot)]
        + (test.value == nil ? [] : [(.type, test.type)])
    case .system(let test): [(.version, test.version)]
    case .software, .other: []
    }
  }

  private static func date(_ bound: Bound?) -> [(part: Part, value: String)] {
    bound.map { [(.date, $0.value)] } ?? []
  }

  /// Everything that is wrong, clauses.
  package var faults: [(part: Part, reason: String)] {
    parts.compactMap { part, value in part.fault(in: value).map { (part, $0) } }
  }
}

extension Test.Part {
  /// What is wrong with a value, as the XML has it; nil when nothing is, or when it is decided at run
  /// time.
  package func fault(in value: String) -> String? {
    if value.isEmpty, self != .type, self != .root { return "\(words) is missing" }
    guard !value.isDynamic else { return nil }
    switch self {
    case .date where !DateText.isMoment(value):
      return "“\(value)” is no date there is; write it as 2024-01-31 or 2024-01-31T18:00:00, UTC"
    case .root where !RegistryTest.isRoot(value): return "“\(value)” is no root of the registry"
    case .type where !RegistryTest.types.contains(value.uppercased()):
      return "“\(value)” is no type of the registry"
    default: return nil
    }
  }

  private var words: String {
    switch self {
    case .variable: "the name of the variable"
    case .query: "the query"
    case .namespace: "the namespace"
    case .path: "the path"
    case .date: "the date"
    case .root: "the root"
    case .key: "the key"
    case .type: "the type"
    case .version: "the version"
    }
  }
}

extension RegistryTest {
  /// The first part of the key.
  package var root: String { String(key.prefix { $0 != "\\" }) }

  /// The key below its root.
  package var keyBelowRoot: String { String(key.drop { $0 != "\\" }.drop { $0 == "\\" }) }

  /// Whether it is a root, by its short name or its long one.
  static func isRoot(_ name: String) -> Bool {
    roots.contains { [$0.short, $0.long].contains(name.uppercased()) }
  }
}
