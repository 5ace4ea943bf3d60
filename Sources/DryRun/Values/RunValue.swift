/// What a variable holds at one moment of a run.
enum RunValue: Equatable, Sendable {
  /// This; nothing where it is empty, which is a variable that is not there.
  case known(String)
  /// One of these, or with no list anything at all; what decides, nobody has stated.
  case open(RunChoice)

  static let absent = RunValue.known("")

  /// What it holds for certain.
  var text: String? { if case .known(let text) = self { text } else { nil } }

  /// What must be known to tell it.
  var needs: Needs { if case .open(let choice) = self { choice.needs } else { Needs() } }

  /// All it can be; nil where that is anything.
  var choices: [String]? {
    switch self {
    case .known(let text): [text]
    case .open(let choice): choice.texts
    }
  }

  /// Whether it can be something.
  var canBeSet: Bool { choices?.contains { !$0.isEmpty } ?? true }

  /// Whether it can be nothing.
  var canBeAbsent: Bool {
    switch self {
    case .known(let text): text.isEmpty
    case .open(let choice): choice.texts.map { $0.contains("") } ?? !choice.isSet
    }
  }

  /// This or another, which something decides that nobody has stated.
  func joined(with other: RunValue, by needs: Needs) -> RunValue {
    if self == other { return self }
    let all = self.needs.union(other.needs).union(needs)
    let isSet = !canBeAbsent && !other.canBeAbsent
    guard let left = choices, let right = other.choices else {
      return .open(RunChoice(nil, isSet: isSet, all))
    }
    let texts = left + right.filter { !left.contains($0) }
    return texts.count == 1
      ? .known(texts[0])
      : .open(RunChoice(texts.count > RunChoice.most ? nil : texts, isSet: isSet, all))
  }

  /// Anything.
  static func anything(isSet: Bool = false, _ needs: Needs) -> RunValue {
    .open(RunChoice(nil, isSet: isSet, needs))
  }
}

/// What a variable can hold that is not known.
struct RunChoice: Equatable, Sendable {
  /// More are anything.
  static let most = 8

  let texts: [String]?
  /// Whether it holds something, whatever that is.
  let isSet: Bool
  let needs: Needs

  init(_ texts: [String]?, isSet: Bool, _ needs: Needs) {
    (self.texts, self.isSet, self.needs) = (texts, isSet, needs)
  }
}
