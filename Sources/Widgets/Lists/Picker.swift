package import Screen

/// A list to choose from by typing; made for tens of thousands of items.
package struct Picker<Action> {
  /// Something that can be chosen.
  package struct Item {
    /// What it is called.
    package var title: String
    /// Shown dim after the title.
    package var detail: String
    /// Shown at the right: keys, counts.
    package var side: String
    /// More words the filter finds it by.
    package var synonyms: String
    /// What else people call it, phrase by phrase: one that is typed whole stands for it.
    package var phrases: [String]
    /// The heading it stands under while nothing is typed.
    package var section: String
    /// Where the thing stands that it is about, from the top down; said below, and found by.
    package var place: [String]
    /// Whether it stands apart under its heading, after all others, however well it fits.
    package var isApart: Bool
    /// Why it cannot be chosen now.
    package var refusal: String?
    /// What choosing it comes to.
    package var action: Action

    /// An item of a list.
    package init(
      title: String, detail: String = "", side: String = "", synonyms: String = "",
      phrases: [String] = [], section: String = "", place: [String] = [], isApart: Bool = false,
      refusal: String? = nil,
      action: Action
    ) {
      self.title = title
      self.detail = detail
      self.side = side
      self.synonyms = synonyms
      self.phrases = phrases
      self.section = section
      self.place = place
      self.isApart = isApart
      self.refusal = refusal
      self.action = action
    }
  }

  /// What is chosen.
  package let title: String
  /// All there is to choose from.
  package let items: [Item]
  /// Said when nothing passes the filter.
  package var nothing = "Nothing fits."
  /// What leaving it without a choice does, besides closing it.
  package var cancelled: Action?
  /// Takes the places of the marked items, where several can be chosen.
  package var acceptsSeveral: (([Int]) -> Action)?
  /// The places of the items that are marked, where several can be chosen.
  package private(set) var marks: Set<Int> = []
  private(set) var rows = FilteredRows()
  /// How wide the titles are, up to a limit, so that what stands behind them lines up.
  let titleWidth: Int
  /// How wide the widest item is.
  let rowWidth: Int

  /// A list of items, one of them selected.
  package init(title: String, items: [Item], selected: Int = 0) {
    self.title = title
    self.items = items
    var titleWidth = 14
    for item in items {
      titleWidth = min(28, max(titleWidth, displayWidth(of: item.title)))
      rows.append(
        item.title, also: ([item.synonyms] + item.place).joined(separator: " "), item.detail,
        phrases: item.phrases, bonus: item.refusal == nil ? 2000 : 0, under: item.section,
        isApart: item.isApart)
    }
    self.titleWidth = titleWidth
    rowWidth = items.reduce(0) { width, item in
      let detail = displayWidth(of: item.refusal.map { "– \($0)" } ?? item.detail)
      let title = detail == 0 ? displayWidth(of: item.title) : titleWidth + 2 + detail
      let side = item.side.isEmpty ? 0 : 2 + displayWidth(of: item.side)
      return max(width, title + side)
    }
    rows.select(selected)
  }

  // MARK: Choosing

  /// The places of the items that pass the filter, the best first.
  package var matches: [Int] { rows.matches }

  /// Which of the matches is selected.
  package var selected: Int { rows.selected }

  /// The selected item; nil when nothing passes the filter.
  package var selectedItem: Item? {
    rows.matches.indices.contains(rows.selected) ? items[rows.matches[rows.selected]] : nil
  }

  /// What choosing now comes to: the marked items, else the selected one.
  package var answer: Action? {
    if let acceptsSeveral, !marks.isEmpty { return acceptsSeveral(marks.sorted()) }
    return selectedItem?.action
  }

  /// Selects another match, as far as there is one.
  package mutating func move(by count: Int) {
    if !rows.matches.isEmpty { rows.select(rows.selected + count) }
  }

  /// Marks the selected item, or takes its mark away, where several can be chosen; goes to the next.
  package mutating func mark() {
    if acceptsSeveral != nil, rows.matches.indices.contains(rows.selected) {
      marks.formSymmetricDifference([rows.matches[rows.selected]])
    }
    move(by: 1)
  }

  /// What is typed to find an item.
  ///
  /// Another text selects the best match; it costs a few milliseconds for 50,000 items.
  package var filter: TextModel {
    get { rows.filter }
    set { rows.setFilter(newValue) }
  }

  // MARK: On a screen

  /// Where it is: as wide as what it shows, and all the width where but crumbs of what lies under it
  /// would be left.
  func frame(in screen: Size) -> Rect {
    let widest = max(displayWidth(of: title), rowWidth)
    var width = min(max(widest + 7, 48), 100)
    if width > screen.width - 8 { width = min(screen.width, 100) }
    let lines = items.count + rows.headings.count
    let height = min(screen.height - 3, lines + 3, 26)
    return Box.centred(Size(width: width, height: max(height, 5)), in: screen)
  }

  private func height(in screen: Size) -> Int { max(1, frame(in: screen).size.height - 3) }

  /// How many rows a page goes on.
  package func page(in screen: Size) -> Int { max(1, height(in: screen) - 1) }

  /// Scrolls so that the selected item, and the heading over the first, are inside.
  package mutating func settle(in screen: Size) {
    let line = rows.selected == 0 ? 0 : rows.selectedLine
    rows.top = TextArea.top(rows.top, showing: line, height: height(in: screen))
  }

  /// The match at a point of the screen; nil when there is none.
  package func match(at point: Point, in screen: Size) -> Int? {
    let inside = frame(in: screen).inset(by: 1)
    guard inside.contains(point), point.y > inside.origin.y else { return nil }
    let line = rows.top + point.y - inside.origin.y - 1
    guard case .match(let match)? = rows.lines(from: line, count: 1).first else { return nil }
    return match
  }
}
