package import Screen

/// Changes to look at before they are made, each with a switch of its own.
package struct Review<Change> {
  /// A change and its switch.
  struct Item {
    let change: Change
    var isOn = true
  }

  /// What is changed.
  package let title: String
  /// What should be known before.
  package let notes: [String]
  /// What was chosen about the search for changes; said where there are no notes.
  package let choices: String
  private(set) var items: [Item]
  /// How a change is shown; asked for those on the screen alone.
  let row: (Change) -> ChangeRow
  /// The place of the change the cursor is on.
  private(set) var selected = 0
  /// The first item on the screen.
  private(set) var top = 0

  /// Changes to look at, all of them switched on.
  package init(
    title: String, notes: [String] = [], choices: String = "", changes: [Change],
    row: @escaping (Change) -> ChangeRow
  ) {
    self.title = title
    self.notes = notes
    self.choices = choices
    self.row = row
    items = changes.map { Item(change: $0) }
  }

  /// The changes that are switched on.
  package var chosen: [Change] { items.filter(\.isOn).map(\.change) }

  /// The change the cursor is on; nil when there is none.
  package var focused: Change? { items.indices.contains(selected) ? items[selected].change : nil }

  /// Goes to another change, as far as there is one.
  package mutating func move(by count: Int) {
    selected = max(0, min(selected + count, items.count - 1))
  }

  /// Switches the change under the cursor on or off and goes to the next.
  package mutating func toggle() {
    if items.indices.contains(selected) { items[selected].isOn.toggle() }
    move(by: 1)
  }

  /// Switches all changes on or off.
  package mutating func setAll(_ isOn: Bool) {
    for index in items.indices { items[index].isOn = isOn }
  }

  private static func height(in screen: Size) -> Int {
    max(1, WindowFrame.body(in: screen).height - 5)
  }

  /// How many rows a page goes on.
  package func page(in screen: Size) -> Int { max(1, Self.height(in: screen) - 1) }

  /// Scrolls so that the cursor is inside.
  package mutating func settle(in screen: Size) {
    top = TextArea.top(top, showing: selected, height: Self.height(in: screen))
  }
}
