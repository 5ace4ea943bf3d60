/// What a filter leaves of the rows of a list, which is selected, and which lines they take; made for
/// tens of thousands.
///
/// It knows the texts of the rows by their places and nothing of what choosing one does.
struct FilteredRows {
  /// What the filter looks at: three texts for each row.
  private var texts = FuzzyTexts()
  /// What each row's score is raised by: what cannot be chosen comes after what can.
  private var bonuses: [Int] = []
  /// What stands for rows as a whole.
  private var meanings = Meanings()
  /// The rows that all of the filter stands for.
  private var meant: [Int: Meanings.Standing] = [:]
  /// The headings while nothing is typed, and the lines they are.
  private(set) var headings: [(line: Int, text: String)] = []
  /// The heading of each row that stands apart.
  private var apart: [Int: String] = [:]
  private(set) var filter = TextModel("")
  /// The rows that pass the filter, the best first.
  private(set) var matches: [Int] = []
  private(set) var selected = 0
  /// The first line on the screen.
  var top = 0

  /// Adds a row: its title, other words it is found by, what is said of it, and the heading it stands
  /// under; one that stands apart does so while something is typed too, after all that do not.
  ///
  /// - Parameter phrases: What else it is called: a phrase that is typed whole comes right after a whole
  ///   title, whether the row can be chosen or not.
  mutating func append(
    _ title: String, also words: String, _ detail: String, phrases: [String] = [], bonus: Int,
    under section: String, isApart: Bool = false
  ) {
    if isApart { apart[bonuses.count] = section }
    if !phrases.isEmpty { meanings.append(bonuses.count, title: title, phrases) }
    texts.append(title)
    texts.append(phrases.isEmpty ? words : words + " " + phrases.joined(separator: ", "))
    texts.append(detail)
    if !section.isEmpty, section != headings.last?.text {
      headings.append((bonuses.count + headings.count, section))
    }
    matches.append(bonuses.count)
    bonuses.append(bonus)
  }

  /// Selects a match by its place, or the nearest there is.
  mutating func select(_ match: Int) { selected = max(0, min(match, matches.count - 1)) }

  // MARK: Filtering

  /// How many rows there are, besides one that is made of the filter.
  var count: Int { bonuses.count }

  /// Takes another text to filter by; a few milliseconds for 50,000 rows.
  ///
  /// - Parameter isFirst: Whether a row that is made of the text, behind all others in number, comes
  ///   before them or after them; nil when there is none.
  mutating func setFilter(_ text: TextModel, saying isFirst: Bool? = nil) {
    let hasChanged = text.characters != filter.characters
    filter = text
    guard hasChanged else { return }
    (selected, top) = (0, 0)
    guard !filter.isEmpty else {
      matches = Array(bonuses.indices)
      return
    }
    meant = meanings.rows(meantBy: filter.text)
    // The better the score and the earlier the row, the smaller the number.
    var ranks: [Int] = FuzzyPattern(filter.text).scoring(texts) { scores in
      bonuses.indices.compactMap { row in
        let fit = Fit(of: row, scores, meant[row])
        let last = apart[row] == nil ? 0 : Self.last
        return fit.score.map { (last - ($0 + bonuses[row])) << 32 | row }
      }
    }
    ranks.sort()
    matches = ranks.map { $0 & 0xFFFF_FFFF }
    if let isFirst { matches.insert(count, at: isFirst ? 0 : matches.count) }
  }

  /// More than any score.
  private static let last = 1 << 24

  /// How well a row passes a filter.
  private struct Fit {
    let score: Int?
    /// Whether it is found by its title, not by what means the same.
    let isByTitle: Bool

    init(of row: Int, _ scores: FuzzyPattern.Scores, _ standing: Meanings.Standing?) {
      let title = scores.score(3 * row, isTitle: true)
      // A whole title or phrase is what was meant, and more than whether it can be had now.
      if standing == .title || title != nil && scores.isWhole(3 * row) {
        (score, isByTitle) = ((1 << 17) + (title ?? 0), title != nil)
        return
      }
      let whole = standing == .phrase ? 1 << 16 : 0
      // Letters all over a title say less than a word that means the same.
      if let title, title > FuzzyPattern.partScore {
        (score, isByTitle) = (whole + title + 1000, true)
        return
      }
      let other =
        scores.score(3 * row + 1) ?? scores.score(3 * row + 2)
        ?? scores.score(together: 3 * row..<3 * row + 3) ?? (whole > 0 ? 0 : nil)
      score = [title, other].compactMap(\.self).max().map { whole + $0 }
      isByTitle = title != nil && title.map { whole + $0 } == score
    }
  }

  /// Whether a row stands apart from what else was found.
  func isApart(_ row: Int) -> Bool { apart[row] != nil }

  /// The letters of a row's title that the filter found it by; none of what stands apart.
  func letters(of row: Int) -> Set<Int> {
    guard !filter.isEmpty, row < count, !isApart(row) else { return [] }
    let pattern = FuzzyPattern(filter.text)
    let fit = pattern.scoring(texts) { Fit(of: row, $0, meant[row]) }
    return fit.isByTitle ? Set(pattern.letters(in: texts, at: 3 * row)) : []
  }

  // MARK: Lines

  /// The headings that are shown: all while nothing is typed, else those of what stands apart.
  private var shownHeadings: [(line: Int, text: String)] {
    guard !filter.isEmpty else { return headings }
    guard let last = matches.last, isApart(last) || last == count else { return [] }
    var shown: [(line: Int, text: String)] = []
    for (match, row) in matches.enumerated() {
      guard let heading = apart[row], heading != shown.last?.text else { continue }
      shown.append((match + shown.count, heading))
    }
    return shown
  }

  /// A line of the list: a heading, or a match by its place.
  enum Line: Equatable {
    case heading(String)
    case match(Int)
  }

  /// The lines from one on, at most so many.
  func lines(from first: Int, count: Int) -> [Line] {
    let headings = shownHeadings
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
    return shownHeadings.reduce(selected) { $1.line <= $0 ? $0 + 1 : $0 }
  }
}
