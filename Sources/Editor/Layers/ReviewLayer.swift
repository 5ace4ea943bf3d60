import Appearance
import Screen
import StepCatalog
import TaskSequence
import Widgets

/// Changes to look at before they are made, each with those that follow it because they repeat it.
struct ReviewLayer: Layer {
  var review: Review<[TextChange]>
  /// Finds the changes anew after a choice was made; nil when there is nothing to choose.
  let replacement: Replacement?
  private let accepts: (inout EditorState, [TextChange]) -> [Effect]

  /// - Parameter document: What is to be changed.
  init(
    title: String, notes: [String] = [], choices: String = "", changes: [TextChange],
    in document: SequenceDocument, replacement: Replacement? = nil,
    accepted: @escaping (inout EditorState, [TextChange]) -> [Effect]
  ) {
    let groups = Self.joined(changes)
    let nodes = Dictionary(grouping: groups.map { $0[0].place.node }, by: \.name)
    let shared = Set(nodes.filter { Set($1.map(\.id)).count > 1 }.keys)
    review = Review(title: title, notes: notes, choices: choices, changes: groups) { changes in
      let node = changes[0].place.node
      let names = document.ancestry(of: node.id).dropFirst().map(\.name)
      // Of steps that share a name the group tells which one it is.
      let count = shared.contains(node.name) ? 2 : 1
      return Self.row(of: changes[0], in: names.suffix(count).joined(separator: " › "))
    }
    self.replacement = replacement
    accepts = accepted
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

  /// A change of a node called so, hidden values covered.
  private static func row(of change: TextChange, in name: String) -> ChangeRow {
    let node = change.place.node
    return ChangeRow(
      name: name, place: change.words, old: node.cover(change.old),
      new: node.cover(change.new))
  }

  // MARK: As a layer

  var context: KeyContext { .review }

  func hints(in state: EditorState) -> [KnownCommand] {
    [
      .reviewAccept, .reviewCancel, .reviewToggle, .reviewScope, .reviewPattern, .reviewCase,
      .reviewAll, .reviewNone,
    ]
  }

  func draw(into buffer: inout Buffer, _ theme: Theme, _ state: EditorState) -> Point? {
    let trail = review.focused.map { state.file.document.trail(to: $0[0].place.node.id) } ?? []
    return review.draw(into: &buffer, theme, trail: trail)
  }

  var accepted: LayerAction? { { accepts(&$0, review.chosen.flatMap(\.self)) } }

  mutating func settle(in state: EditorState) { review.settle(in: state.size) }

  mutating func scroll(by count: Int, in state: EditorState) { review.move(by: count) }
}
