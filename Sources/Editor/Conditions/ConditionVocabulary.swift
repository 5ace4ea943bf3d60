import Checks
import Conditions
import TaskSequence
import VariableCatalog
import Widgets
import XMLTree

/// What can stand in the conditions of one document, to be offered while one is typed.
struct ConditionVocabulary {
  /// One thing that can go on from what was typed.
  struct Choice: Equatable {
    /// What is shown.
    var name: String
    /// What it means.
    var note = ""
    /// What is put into the text.
    var text: String
  }

  private let root: Element
  private let product: Dialect
  let check: ConditionCheck
  private let variables: [Choice]
  private let namespaces: [String]
  private let paths: [String]
  private let keys: [String]

  init(of document: SequenceDocument) {
    root = document.tree.root
    product = document.dialect
    check = ConditionCheck(of: document)
    let names = CompletionNames(of: document)
    variables = names.all.map { name in
      let builtIn = BuiltInVariables.shared.named(name)
      let note = builtIn?.summary ?? names.words(for: name)
      return Choice(name: name, note: note, text: ConditionText.name(name) + " ")
    }
    var (namespaces, paths, keys): ([String], [String], [String]) = ([], [], [])
    document.sequence.walk { node, _ in
      node.condition?.operand?.walk { operand in
        switch operand {
        case .test(.query(let test), _): namespaces.append(test.namespace)
        case .test(.file(let test), _): paths.append(test.path)
        case .test(.folder(let test), _): paths.append(test.path)
        case .test(.registry(let test), _): keys.append(test.shortKey)
        default: break
        }
      }
      return true
    }
    self.namespaces = Self.unique(namespaces + ["root\\cimv2", "root\\wmi", "root\\ccm"])
    self.paths = Self.unique(paths)
    self.keys = Self.unique(keys) + RegistryTest.roots.map { $0.short + "\\" }
  }

  func isOf(_ document: SequenceDocument) -> Bool { root === document.tree.root }

  private static func unique(_ texts: [String]) -> [String] {
    var seen: Set<String> = []
    return texts.filter { seen.insert($0.lowercased()).inserted }
  }

  /// What goes on from the beginning of a word, the best first.
  func choices(for beginning: ConditionText.Beginning) -> [Choice] {
    let part = beginning.part.lowercased()
    var found: [Choice] = []
    // MDT's test of the system begins as the others of it.
    let isSystem = beginning.expected.contains(.word("language"))
    for expected in beginning.expected where !(isSystem && expected == .architecture && !hasSystems)
    {
      let isFree = Self.isFree(expected)
      guard isFree || !beginning.isQuoted else { continue }
      let all = choices(for: expected)
      let fitting = all.filter { $0.name.lowercased().hasPrefix(part) }
      let holding = all.filter { choice in
        let name = choice.name.lowercased()
        return isFree && part.count > 2 && !name.hasPrefix(part) && name.contains(part)
      }
      for choice in fitting + holding where !found.contains(where: { $0.name == choice.name }) {
        found.append(choice)
      }
    }
    // What is there in full needs no offer.
    return found.filter { $0.name.lowercased() != part }
  }

  /// Whether the product tests architecture and version of the system.
  private var hasSystems: Bool {
    Operand.test(.system(SystemTest("", .equals, ""))).isThere(in: product)
  }

  /// Whether what stands there is a text of the user's rather than a word of the language.
  private static func isFree(_ expected: Expectation) -> Bool {
    switch expected {
    case .value, .data, .path, .key, .operand, .namespace: true
    default: false
    }
  }

  private func choices(for expected: Expectation) -> [Choice] {
    switch expected {
    case .operand: return variables + Self.beginnings.filter { $0.name != "os" || hasSystems }
    case .comparison: return choices(among: Comparison.allCases)
    case .order: return choices(among: Comparison.ordering)
    case .value(let name): return values(of: name)
    case .word("like") where !Comparison.like.isThere(in: product): return []
    case .word(let word):
      return [Choice(name: word, note: Self.notes[word] ?? "", text: word + " ")]
    case .namespace: return texts(namespaces, "namespace")
    case .path: return texts(paths, "path used here")
    case .key: return texts(keys, "registry")
    case .valueType:
      return RegistryTest.types.map { Choice(name: $0, note: "type", text: $0) }
    case .language:
      return SystemLanguage.known.map { Choice(name: $0.tag, note: $0.words, text: $0.tag + " ") }
    case .architecture:
      return ["X86", "X64"].map { Choice(name: $0, note: "architecture", text: $0 + " ") }
    default: return []
    }
  }

  private func choices(among comparisons: [Comparison]) -> [Choice] {
    let signs = comparisons.filter { $0.isThere(in: product) }.map(\.sign)
    return Self.comparisons.filter { signs.contains($0.name) }
  }

  private func texts(_ texts: [String], _ note: String) -> [Choice] {
    texts.map { Choice(name: $0, note: note, text: ConditionText.value($0)) }
  }

  /// The values of a variable: what it is set to, what it is compared with, what the product knows.
  private func values(of name: String) -> [Choice] {
    let known = check.variables.values.of(name)
    var choices = (known?.assigned ?? []).map { ($0, "set in this sequence") }
    choices += (known?.compared ?? []).map { ($0, "compared in this sequence") }
    let builtIn = BuiltInVariables.shared.named(name)
    choices += (builtIn?.choices ?? []).map { ($0, builtIn?.summary ?? "") }
    var seen: Set<String> = []
    return choices.filter { !$0.0.isEmpty && seen.insert($0.0.lowercased()).inserted }.map {
      Choice(name: $0, note: $1, text: ConditionText.value($0))
    }
  }

  private static let comparisons: [Choice] = [
    ("=", "is"), ("!=", "is not"), ("exists", "is set"), ("not exists", "is not set"),
    ("like", "is like, with * and ?"), ("not like", "is not like"), (">=", "is at least"),
    ("<=", "is at most"), (">", "is greater than"), ("<", "is less than"),
  ].map { Choice(name: $0, note: $1, text: $0 + " ") }

  private static let beginnings: [Choice] = [
    ("not", "the next does not hold", "not "), ("any(", "at least one holds", "any("),
    ("all(", "every one holds", "all("), ("none(", "no one holds", "none("),
    ("wmi", "a WMI query finds something", "wmi \""), ("file", "a file is there", "file "),
    ("folder", "a folder is there", "folder "),
    ("registry", "a key or a value of the registry", "registry "),
    ("os language", "the language of Windows", "os language "),
    ("os", "the version of Windows", "os "),
    ("software", "a product that is installed", "software "),
  ].map { Choice(name: $0, note: $1, text: $2) }

  private static let notes = [
    "and": "both hold", "or": "one of them holds", "exists": "is there", "like": "with * and ?",
    "newer than": "a date, UTC", "older than": "a date, UTC", "version": "its version",
    "in": "another namespace than root\\cimv2",
    "ignoring errors": "a query that fails finds nothing",
  ]
}
