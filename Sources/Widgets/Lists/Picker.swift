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
    /// Whether it can be one of several; what asks for something else is chosen alone.
    package var isMarkable = true
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
  ///
  /// Behind them is the one that was made of what is typed, when there is one.
  package private(set) var items: [Item]
  /// Makes an item of what is typed, and says whether it comes before all others; nil where that means
  /// nothing of its own.
  package var spoken: ((String) -> (item: Item, isFirst: Bool)?)?
  /// Said when nothing passes the filter.
  package var nothing = "Nothing fits."
  /// What leaving it without a choice does, besides closing it.
  package var cancelled: Action?
  /// What the row the bar comes to is to show of itself before it is taken, by its place.
  package var previews: ((Int) -> Action)?
  /// The item that shows what it is like.
  private var previewed: Int?
  /// Takes the places of the marked items, where several can be chosen.
  package var acceptsSeveral: (([Int]) -> Action)?
  /// The places of the items that are marked, where several can be chosen.
  package private(set) var marks: Set<Int> = []
  /// Whether the filter is what was typed into last: a blank belongs to it then.
  package private(set) var isTyping = false
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
    isTyping = false
    if !rows.matches.isEmpty { rows.select(rows.selected + count) }
  }

  /// What the selected item shows of itself, once for each time the bar comes to it.
  package mutating func preview() -> Action? {
    guard let previews, rows.matches.indices.contains(rows.selected) else { return nil }
    let place = rows.matches[rows.selected]
    defer { previewed = place }
    return previewed.map { $0 == place } ?? true ? nil : previews(place)
  }

  /// Marks the selected item, or takes its mark away, where several can be chosen; goes to the next.
  package mutating func mark() {
    if acceptsSeveral != nil, selectedItem?.isMarkable == true {
      marks.formSymmetricDifference([rows.matches[rows.selected]])
    }
    move(by: 1)
  }

  /// How wide the boxes are that show what is marked.
  var boxWidth: Int { acceptsSeveral == nil ? 0 : 4 }

  /// What is typed to find an item.
  ///
  /// Another text selects the best match; it costs a few milliseconds for 50,000 items.
  package var filter: TextModel {
    get { rows.filter }
    set {
      let said = newValue.text == filter.text ? nil : spoken?(newValue.text)
      if newValue.text != filter.text {
        items.removeLast(items.count - rows.count)
        if let said { items.append(said.item) }
      }
      rows.setFilter(newValue, saying: said?.isFirst)
      isTyping = !newValue.isEmpty
    }
  }

  // MARK: On a screen

  /// Where it is: as wide as what it shows, and all the width where but crumbs of what lies under it
  /// would be left.
  func frame(in screen: Size) -> Rect {
    let widest = max(displayWidth(of: title), rowWidth + boxWidth)
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

  /// Whether a point of the screen is in the column of the boxes, where several can be chosen.
  package func isBox(_ point: Point, in screen: Size) -> Bool {
    let start = frame(in: screen).inset(by: 1).origin.x + 2
    return acceptsSeveral != nil && start..<start + 3 ~= point.x
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
