import Screen

/// A list to choose from by typing; made for tens of thousands of items.
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
    /// Where the step stands that it is about, from the top down; said below, and found by.
    var place: [String] = []
    /// Whether it comes after others that fit about as well.
    var isRemote = false
    /// Why it cannot be chosen now.
    var refusal: String?
    var action: LayerAction
  }

  let title: String
  let items: [Item]
  /// What the filter looks at: three texts for each item.
  private let texts: FuzzyTexts
  /// What each item's score is raised by: what cannot be chosen comes after what can.
  private let bonuses: [Int]
  /// How wide it wants to be.
  let measure: Measure
  private(set) var filter = TextModel("")
  /// Indices of the items that pass the filter, the best first.
  private(set) var matches: [Int]
  private(set) var selected = 0
  /// The first line on the screen.
  var top = 0
  /// Said when nothing passes the filter.
  var nothing = "Nothing fits."
  /// The items that are marked, where several can be chosen.
  private(set) var marks: Set<Int> = []
  /// What leaving it without a choice does, besides closing it.
  var cancelled: LayerAction?
  /// Takes the marked items, where several can be chosen.
  var acceptsSeveral: ((inout EditorState, [Int]) -> [Effect])?

  init(title: String, items: [Item], selected: Int = 0) {
    self.title = title
    self.items = items
    texts = items.reduce(into: FuzzyTexts()) { texts, item in
      texts.append(item.title)
      texts.append(([item.synonyms] + item.place).joined(separator: " "))
      texts.append(item.detail)
    }
    bonuses = items.map { ($0.refusal == nil ? 2000 : 0) - ($0.isRemote ? 500 : 0) }
    measure = Measure(items)
    matches = Array(items.indices)
    self.selected = max(0, min(selected, items.count - 1))
  }

  var selectedItem: Item? {
    matches.indices.contains(selected) ? items[matches[selected]] : nil
  }

  /// Marks the selected item, or takes its mark away, and goes to the next.
  mutating func mark() {
    guard acceptsSeveral != nil, matches.indices.contains(selected) else { return }
    marks.formSymmetricDifference([matches[selected]])
    move(by: 1)
  }

  mutating func move(by count: Int) {
    guard !matches.isEmpty else { return }
    selected = max(0, min(selected + count, matches.count - 1))
  }

  // MARK: Filtering

  /// Takes another text to filter by; a few milliseconds for 50,000 items.
  mutating func setFilter(_ text: TextModel) {
    let hasChanged = text.characters != filter.characters
    filter = text
    guard hasChanged else { return }
    (selected, top) = (0, 0)
    guard !filter.isEmpty else {
      matches = Array(items.indices)
      return
    }
    // The better the score and the earlier the item, the smaller the number.
    var ranks: [Int] = FuzzyPattern(filter.text).scoring(texts) { score in
      bonuses.indices.compactMap { index in
        let fit = Fit(of: index, score)
        return fit.score.map { -($0 + bonuses[index]) << 32 | index }
      }
    }
    ranks.sort()
    matches = ranks.map { $0 & 0xFFFF_FFFF }
  }

  /// How well an item passes a filter.
  private struct Fit {
    let score: Int?
    /// Whether it is found by its title, not by what means the same.
    let isByTitle: Bool

    init(of index: Int, _ score: (Int) -> Int?) {
      let title = score(3 * index)
      // Letters all over a title say less than a word that means the same.
      if let title, title > FuzzyPattern.partScore {
        (self.score, isByTitle) = (title + 1000, true)
        return
      }
      let other = score(3 * index + 1) ?? score(3 * index + 2)
      self.score = [title, other].compactMap(\.self).max()
      isByTitle = title != nil && title == self.score
    }
  }

  /// The letters of an item's title that the filter found it by.
  func letters(of index: Int) -> Set<Int> {
    guard !filter.isEmpty else { return [] }
    let pattern = FuzzyPattern(filter.text)
    let fit = pattern.scoring(texts) { Fit(of: index, $0) }
    return fit.isByTitle ? Set(pattern.letters(in: texts, at: 3 * index)) : []
  }

  // MARK: Lines

  /// A line of the list: a heading while nothing is typed, or a match by its place.
  enum Line: Equatable {
    case heading(String)
    case match(Int)
  }

  /// The lines from one on, at most so many.
  func lines(from first: Int, count: Int) -> [Line] {
    let headings = filter.isEmpty ? measure.headings : []
    var lines: [Line] = []
    var above = headings.count { $0.line < first }
    for line in first..<max(first, min(first + count, matches.count + headings.count)) {
      if headings.indices.contains(above), headings[above].line == line {
        lines.append(.heading(headings[above].text))
        above += 1
      } else {
        lines.append(.match(line - above))
      }
    }
    return lines
  }

  /// The line the selected match is on.
  var selectedLine: Int {
    let headings = filter.isEmpty ? measure.headings : []
    return headings.reduce(selected) { $1.line <= $0 ? $0 + 1 : $0 }
  }

  /// What of many items never changes and is drawn with each key: found once.
  struct Measure {
    /// How wide the titles are, up to a limit, so that what stands behind them lines up.
    private(set) var titleWidth = 14
    /// How wide the widest item is.
    private(set) var rowWidth = 0
    /// The headings while nothing is typed, and the lines they are.
    private(set) var headings: [(line: Int, text: String)] = []

    fileprivate init(_ items: [Item]) {
      var section = ""
      for (index, item) in items.enumerated() {
        titleWidth = min(28, max(titleWidth, displayWidth(of: item.title)))
        guard !item.section.isEmpty, item.section != section else { continue }
        headings.append((index + headings.count, item.section))
        section = item.section
      }
      for item in items {
        let detail = displayWidth(of: item.refusal.map { "– \($0)" } ?? item.detail)
        let title = detail == 0 ? displayWidth(of: item.title) : titleWidth + 2 + detail
        let side = item.side.isEmpty ? 0 : 2 + displayWidth(of: item.side)
        rowWidth = max(rowWidth, title + side)
      }
    }
  }
}
