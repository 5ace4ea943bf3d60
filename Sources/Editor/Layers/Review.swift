import StepCatalog
import TaskSequence

/// Changes to look at before they are made, each with a switch of its own.
struct Review {
  /// A change, with those that follow it because they repeat it.
  struct Item {
    let changes: [TextChange]
    var isOn = true

    /// The change that is shown, hidden values covered.
    var shown: TextChange {
      let change = changes[0]
      let node = change.place.node
      return TextChange(
        place: change.place, old: node.cover(change.old), new: node.cover(change.new))
    }
  }

  let title: String
  /// What should be known before.
  let notes: [String]
  /// What was chosen about the search.
  var choices = ""
  private(set) var items: [Item]
  private(set) var selected = 0
  /// The first item on the screen.
  var top = 0
  /// Finds the changes anew after a choice was made; nil when there is nothing to choose.
  var replacement: Replacement?
  let accepted: (inout EditorState, [TextChange]) -> [Effect]

  init(
    title: String, notes: [String] = [], changes: [TextChange],
    accepted: @escaping (inout EditorState, [TextChange]) -> [Effect]
  ) {
    self.title = title
    self.notes = notes
    self.accepted = accepted
    items = Self.joined(changes).map { Item(changes: $0) }
  }

  /// A command line that repeats a variable of its step goes with it.
  private static func joined(_ changes: [TextChange]) -> [[TextChange]] {
    var groups: [[TextChange]] = []
    for change in changes {
      let twin =
        change.place.kind != .command
        ? nil
        : groups.lastIndex { group in
          let first = group[0]
          guard first.place.node.id == change.place.node.id, !first.old.isEmpty,
            case .variable = first.place.kind
          else { return false }
          return change.old.contains(first.old)
        }
      if let twin { groups[twin].append(change) } else { groups.append([change]) }
    }
    return groups
  }

  /// The changes that are switched on.
  var chosen: [TextChange] { items.filter(\.isOn).flatMap(\.changes) }

  var selectedItem: Item? { items.indices.contains(selected) ? items[selected] : nil }

  mutating func move(by count: Int) {
    selected = max(0, min(selected + count, items.count - 1))
  }

  mutating func toggle() {
    guard items.indices.contains(selected) else { return }
    items[selected].isOn.toggle()
  }

  mutating func setAll(_ isOn: Bool) {
    for index in items.indices { items[index].isOn = isOn }
  }
}

extension TextChange {
  /// The text before and after, cut to the part that differs with a little around it.
  func excerpt(around count: Int) -> (head: String, old: String, new: String, tail: String) {
    let (before, after) = (Array(old), Array(new))
    let start = zip(before, after).prefix { $0 == $1 }.count
    let most = min(before.count, after.count) - start
    let end = zip(before.reversed(), after.reversed()).prefix(most).prefix { $0 == $1 }.count
    let head = before[..<start].suffix(count)
    let tail = before[(before.count - end)...].prefix(count)
    return (
      (start > head.count ? "…" : "") + String(head), String(before[start..<before.count - end]),
      String(after[start..<after.count - end]), String(tail) + (end > tail.count ? "…" : "")
    )
  }
}
