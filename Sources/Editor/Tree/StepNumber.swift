import Appearance
import Screen
import TaskSequence

/// Going to a node by the number that stands beside it: digits, then Enter.
enum StepNumber {
  /// Takes a key of a number that is typed in the tree; nil when it is none of that.
  static func take(_ state: inout EditorState, _ key: Key) -> [Effect]? {
    let typed = state.typedNumber
    state.typedNumber = ""
    guard state.layers.isEmpty, state.pendingKeys.isEmpty,
      [.tree, .placing].contains(state.context)
    else { return nil }
    if let digit = key.typed, ("0"..."9").contains(digit), !typed.isEmpty || digit != "0" {
      // What the user bound to a digit keeps its meaning.
      let keymap = state.setup.keymap
      guard
        !typed.isEmpty
          || [state.context, .global].allSatisfy({ keymap.match([key], in: $0) == .none })
      else { return nil }
      return say(&state, String((typed + String(Character(digit))).prefix(6)))
    }
    guard !typed.isEmpty else { return nil }
    switch key.code {
    case .enter, .character("G"):
      go(&state, to: typed)
      return []
    case .backspace: return say(&state, String(typed.dropLast()))
    case .escape: return []
    // Any other key means what it means.
    default: return nil
    }
  }

  private static func say(_ state: inout EditorState, _ typed: String) -> [Effect] {
    state.typedNumber = typed
    guard !typed.isEmpty else { return [] }
    let node = node(Int(typed) ?? 0, in: state.file.document, state.numbering)
    let name = node.map { " “\($0.name)”" } ?? ", which is not there"
    state.say("Enter goes to \(typed)\(name).")
    return []
  }

  /// Puts the cursor on the node of that number.
  static func go(_ state: inout EditorState, to number: String) {
    let document = state.file.document
    guard let node = node(Int(number) ?? -1, in: document, state.numbering) else {
      let last = state.file.outline.stepCount
      let words = state.numbering == .steps ? "; the last step is \(last)" : ""
      return state.say("There is no \(number)\(words).", .warning)
    }
    state.pane = .tree
    state.file.outline.reveal(node.id, in: document)
  }

  /// The node a number stands beside; of a group its first or its last.
  static func node(
    _ number: Int, in document: SequenceDocument, _ numbering: Numbering
  ) -> TaskNode? {
    func find(in container: TaskNode, after start: NodeCount) -> TaskNode? {
      var before = start
      for child in container.children {
        let own = NodeCount(of: child)
        if let known = numbering.number(of: child, taking: own, after: before),
          known.first == number || known.last == number
        {
          return child
        }
        if child.isContainer,
          let inner = find(in: child, after: before + NodeCount.start(of: child))
        {
          return inner
        }
        before += own
      }
      return nil
    }
    return find(in: document.sequence, after: NodeCount())
  }
}
