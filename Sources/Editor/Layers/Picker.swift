/// A list to choose from by typing.
struct Picker {
  struct Item {
    var title: String
    /// Shown dim after the title.
    var detail = ""
    /// Shown at the right: keys, counts.
    var side = ""
    /// More words the filter finds it by.
    var synonyms = ""
    /// The heading it stands under while nothing is typed.
    var section = ""
    /// Whether it comes after others that fit about as well.
    var isRemote = false
    /// Why it cannot be chosen now.
    var refusal: String?
    var action: LayerAction
  }

  let title: String
  let items: [Item]
  private(set) var filter = TextModel("")
  /// Indices of the items that pass the filter, the best first, and the letters that matched.
  private(set) var matches: [Match] = []
  private(set) var selected = 0
  /// The first line on the screen.
  var top = 0
  /// Said when nothing passes the filter.
  var nothing = "Nothing fits."
  /// The items that are marked, where several can be chosen.
  private(set) var marks: Set<Int> = []
  /// Takes the marked items, where several can be chosen.
  var acceptsSeveral: ((inout EditorState, [Int]) -> [Effect])?

  struct Match {
    let index: Int
    let letters: [Int]
  }

  init(title: String, items: [Item], selected: Int = 0) {
    self.title = title
    self.items = items
    matches = items.indices.map { Match(index: $0, letters: []) }
    self.selected = max(0, min(selected, items.count - 1))
  }

  var selectedItem: Item? {
    matches.indices.contains(selected) ? items[matches[selected].index] : nil
  }

  /// Marks the selected item, or takes its mark away, and goes to the next.
  mutating func mark() {
    guard acceptsSeveral != nil, matches.indices.contains(selected) else { return }
    marks.formSymmetricDifference([matches[selected].index])
    move(by: 1)
  }

  mutating func setFilter(_ text: TextModel) {
    let hasChanged = text.characters != filter.characters
    filter = text
    guard hasChanged else { return }
    let query = text.text
    guard !query.isEmpty else {
      matches = items.indices.map { Match(index: $0, letters: []) }
      (selected, top) = (0, 0)
      return
    }
    let pattern = FuzzyPattern(query)
    var scored: [(match: Match, score: Int)] = []
    for (index, item) in items.enumerated() {
      // What cannot be chosen comes after what can.
      let bonus = (item.refusal == nil ? 2000 : 0) - (item.isRemote ? 500 : 0)
      let title = pattern.match(item.title)
      let other = pattern.match(item.synonyms) ?? pattern.match(item.detail)
      // Letters all over a title say less than a word that means the same.
      if let title, title.score > FuzzyPattern.partScore {
        scored.append((Match(index: index, letters: title.letters), title.score + 1000 + bonus))
      } else if let best = [title, other].compactMap(\.self).max(by: { $0.score < $1.score }) {
        let letters = best.score == title?.score ? best.letters : []
        scored.append((Match(index: index, letters: letters), best.score + bonus))
      }
    }
    scored.sort { $0.score == $1.score ? $0.match.index < $1.match.index : $0.score > $1.score }
    matches = scored.map(\.match)
    (selected, top) = (0, 0)
  }

  /// A line of the list: a heading while nothing is typed, or a match by its place.
  enum Line: Equatable {
    case heading(String)
    case match(Int)
  }

  /// All lines of the list.
  var lines: [Line] {
    var lines: [Line] = []
    var section = ""
    for (place, match) in matches.enumerated() {
      let item = items[match.index]
      if filter.isEmpty, !item.section.isEmpty, item.section != section {
        lines.append(.heading(item.section))
        section = item.section
      }
      lines.append(.match(place))
    }
    return lines
  }

  /// The line the selected match is on.
  var selectedLine: Int { lines.firstIndex(of: .match(selected)) ?? 0 }

  mutating func move(by count: Int) {
    guard !matches.isEmpty else { return }
    selected = max(0, min(selected + count, matches.count - 1))
  }
}
