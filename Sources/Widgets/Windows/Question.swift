package import Screen

/// A sentence with a few answers: each has a key, and a bar stands on one of them.
///
/// The bar begins on what is safe; what takes something away stands last.
package struct Question<Action> {
  /// What an answer takes away.
  package enum Risk: Equatable, Sendable {
    /// Nothing.
    case none
    /// Something, which undo brings back or which the question is about.
    case some
    /// What nothing brings back: it is asked about once more, with this sentence.
    case loss(String)

    fileprivate var rank: Int {
      switch self {
      case .none: 0
      case .some: 1
      case .loss: 2
      }
    }
  }

  /// An answer: its key, what it means, and what it comes to.
  package struct Choice {
    /// What is pressed.
    package let key: Character
    /// Another key that means it, as it does everywhere.
    package let also: Key?
    /// What it means, in a few words.
    package let label: String
    /// What it takes away.
    package let risk: Risk
    /// What it comes to.
    package let action: Action

    /// An answer to a question.
    package init(
      key: Character, also: Key? = nil, label: String, risk: Risk = .none, action: Action
    ) {
      self.key = key
      self.also = also
      self.label = label
      self.risk = risk
      self.action = action
    }
  }

  /// What is asked.
  package let title: String
  /// What should be known before.
  package let lines: [String]
  /// The answers: those that keep everything first, what takes something away last.
  package let choices: [Choice]
  /// What leaving it without an answer does, where that is more than to close it.
  package let escape: (label: String, action: Action)?
  /// The answer the bar is on; behind the last is leaving without one.
  package private(set) var selected: Int

  /// A question with its answers, the bar on the first that takes nothing away.
  package init(
    title: String, lines: [String], choices: [Choice],
    escape: (label: String, action: Action)? = nil
  ) {
    self.title = title
    self.lines = lines
    self.choices = choices.enumerated().sorted {
      ($0.element.risk.rank, $0.offset) < ($1.element.risk.rank, $1.offset)
    }.map(\.element)
    self.escape = escape
    selected = self.choices.first?.risk == Risk.none ? 0 : choices.count
  }

  /// The answer a key stands for; nil when it is none.
  package func choice(for key: Key) -> Choice? {
    choices.first { $0.also == key || Key.character($0.key.unicodeScalars.first ?? " ") == key }
  }

  /// The answer the bar is on; nil when that is to leave it.
  package var selectedChoice: Choice? {
    choices.indices.contains(selected) ? choices[selected] : nil
  }

  /// Moves the bar, around the ends.
  package mutating func move(by count: Int) {
    let all = choices.count + 1
    selected = ((selected + count) % all + all) % all
  }

  /// Puts the bar on an answer, or on leaving without one.
  package mutating func select(_ index: Int) { selected = max(0, min(index, choices.count)) }

  /// What each answer is called, with its key.
  package var answers: [(key: String, label: String)] {
    choices.map { (String($0.key), $0.label) } + [("Esc", escape?.label ?? "cancel")]
  }
}
