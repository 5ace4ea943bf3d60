import TaskSequence
import VariableCatalog
import Widgets
import XMLTree

/// Names of variables that go on from what was just typed.
struct Completion {
  /// What a text takes.
  enum Kind {
    case none
    /// Variables between percent signs.
    case references
    /// The name of a variable and nothing else.
    case names
    /// Whatever can stand in a condition.
    case condition
    /// The path of a file, asked for with the key that completes.
    case path
  }

  /// The names that fit, the best first.
  let names: [String]
  /// What each stands for, where that is not a built-in variable.
  private(set) var notes: [String] = []
  /// What each puts into the text, where that is more than the name.
  private(set) var texts: [String] = []
  /// How many characters before the cursor they stand for.
  let typed: Int
  let kind: Kind
  private(set) var selected = 0

  /// At most as many names are offered.
  static let limit = 7

  /// What fits the text before the cursor; nil when nothing does.
  init?(of text: TextModel, _ kind: Kind, among known: [String]) {
    let before = text.characters[..<text.cursor]
    guard let part = Self.part(of: before, kind), kind == .references || !part.isEmpty else {
      return nil
    }
    let wanted = part.lowercased()
    let starting = known.filter { $0.lowercased().hasPrefix(wanted) }
    let holding = known.filter {
      let name = $0.lowercased()
      return !name.hasPrefix(wanted) && wanted.count > 2 && name.contains(wanted)
    }
    names = Array((starting + holding).prefix(Self.limit))
    guard !names.isEmpty, names != [part] else { return nil }
    typed = part.count
    self.kind = kind
  }

  /// What can go on in a condition, for as many characters as were typed of it.
  init?(_ choices: [ConditionVocabulary.Choice], typed: Int) {
    guard !choices.isEmpty else { return nil }
    names = choices.map(\.name)
    notes = choices.map(\.note)
    texts = choices.map(\.text)
    self.typed = typed
    kind = .condition
  }

  /// Names of files that can go on, for as many characters as were typed of them.
  init(paths: [String], typed: Int) {
    names = Array(paths.prefix(Self.limit))
    self.typed = typed
    kind = .path
  }

  /// The beginning of a name before the cursor; nil where none can stand.
  private static func part(of text: ArraySlice<Character>, _ kind: Kind) -> String? {
    switch kind {
    case .none, .condition, .path: return nil
    case .names: return String(text)
    case .references:
      let part = text.suffix(while: { $0.isLetter || $0.isNumber || $0 == "_" || $0 == "-" })
      let rest = text.dropLast(part.count)
      guard rest.last == "%" else { return nil }
      // 100% is no beginning.
      if part.isEmpty, rest.dropLast().last?.isNumber ?? false { return nil }
      // The sign opens a name when one that is finished here would count.
      let finished = String(rest) + "x%"
      let last = VariableText.references(in: finished).last
      return last?.range.upperBound == finished.endIndex ? String(part) : nil
    }
  }

  /// What pops up beside the text.
  var suggestions: Suggestions {
    let notes =
      kind == .path || !notes.isEmpty
      ? notes + Array(repeating: "", count: names.count - notes.count)
      : names.map { BuiltInVariables.shared.named($0)?.summary ?? "" }
    let rows = zip(names, notes).map { (name: $0, note: $1) }
    return Suggestions(rows: rows, typed: typed, selected: selected)
  }

  mutating func move(by count: Int) {
    selected = (selected + count + names.count) % names.count
  }

  /// Puts the selected name into the text.
  func accept(in text: inout TextModel) {
    let name = texts.isEmpty ? names[selected] : texts[selected]
    guard kind == .references else { return text.complete(typed, with: name) }
    let isClosed = text.cursor < text.characters.count && text.characters[text.cursor] == "%"
    text.complete(typed, with: isClosed ? name : name + "%")
    if isClosed { text.move(.right) }
  }
}

extension ArraySlice<Character> {
  fileprivate func suffix(while isPart: (Character) -> Bool) -> ArraySlice<Character> {
    suffix(reversed().prefix(while: isPart).count)
  }
}

/// The names a document offers for completion: its own, then the built-in ones of its dialect.
struct CompletionNames {
  private let root: Element
  let all: [String]
  /// Those that are only read here, in small letters.
  private let read: Set<String>

  init(of document: SequenceDocument) {
    root = document.tree.root
    let uses = VariableUses(of: document)
    let used = uses.all.filter {
      $0.builtIn?.kind != .argument && ($0.state != .unset || $0.builtIn != nil)
        && $0.sets + $0.reads > 0
    }
    let own = used.filter { $0.builtIn == nil } + used.filter { $0.builtIn != nil }
    var taken = Set(own.map { $0.name.lowercased() })
    // Steps of the other product's toolkit bring its variables with them.
    let given = BuiltInVariables.shared.names(in: document.dialect.other).filter(uses.isOutput)
    let others = BuiltInVariables.shared.names(in: document.dialect) + given
    all = own.map(\.name) + others.filter { taken.insert($0.lowercased()).inserted }
    read = Set(own.lazy.filter { $0.sets == 0 }.map { $0.name.lowercased() })
  }

  /// What the sequence does with a name of its own.
  func words(for name: String) -> String {
    read.contains(name.lowercased()) ? "read in this sequence" : "set in this sequence"
  }

  func isOf(_ document: SequenceDocument) -> Bool { root === document.tree.root }
}
