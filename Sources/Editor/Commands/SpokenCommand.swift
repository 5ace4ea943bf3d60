import TaskSequence
import Widgets

/// What the palette understands besides the names of commands: the number of a node, its name, and the
/// words fingers know from vi.
struct SpokenCommand {
  let document: SequenceDocument
  let numbering: Numbering

  /// The words of vi and the commands they stand for.
  static let words: [String: KnownCommand] = [
    "w": .fileSave, "write": .fileSave, "q": .quit, "q!": .quit, "qa": .quit,
    "wq": .saveAndQuit, "x": .saveAndQuit, "wqa": .saveAndQuit, "xa": .saveAndQuit,
    "e": .fileOpen, "u": .historyUndo,
  ]

  /// What a text means; nil when it means nothing of that.
  func callAsFunction(_ text: String) -> (item: PickerLayer.Item, isFirst: Bool)? {
    if let command = Self.words[text], let known = Commands.table[command] {
      return (
        PickerLayer.Item(title: known.title, detail: known.summary, side: ":\(text)") {
          $0.run(command)
        }, true
      )
    }
    if let number = Int(text) {
      let node = StepNumber.node(number, in: document, numbering)
      let refusal = node == nil ? "there is no such number" : nil
      return (
        PickerLayer.Item(
          title: "Go to \(number)", detail: node?.name ?? "", side: ":\(text)", refusal: refusal
        ) { state in
          StepNumber.go(&state, to: text)
          return []
        }, node != nil
      )
    }
    return named(text).map { node, isBeginning in
      let trail = document.trail(to: node.id).joined(separator: " › ")
      let item = PickerLayer.Item(title: "Go to “\(node.name)”", detail: trail) { state in
        state.pane = .tree
        state.file.outline.reveal(node.id, in: state.file.document)
        return []
      }
      // Whoever writes the beginning of a name out means that one, unless a command is called so.
      let typed = text.lowercased()
      let isFirst =
        isBeginning && typed.contains(" ")
        && !Commands.all.contains { $0.title.lowercased().hasPrefix(typed) }
      return (item, isFirst)
    }
  }

  /// The first node whose name has the text, or of a path `Group/Step` each part in order; and whether
  /// its name begins with it.
  private func named(_ text: String) -> (node: TaskNode, isBeginning: Bool)? {
    guard text.count > 1 else { return nil }
    let parts = text.lowercased().split(separator: "/").map(String.init)
    guard let last = parts.last else { return nil }
    var found: (node: TaskNode, rank: Int)?
    document.sequence.walk { node, _ in
      let name = node.name.lowercased()
      guard node.kind != .sequence, name.contains(last) else { return true }
      let rank = name == last ? 0 : name.hasPrefix(last) ? 1 : 2
      guard rank < found?.rank ?? 3 else { return true }
      guard parts.count > 1 else {
        found = (node, rank)
        return true
      }
      let trail = document.trail(to: node.id).dropLast().map { $0.lowercased() }
      var above = trail[...]
      for part in parts.dropLast() {
        guard let place = above.firstIndex(where: { $0.contains(part) }) else { return true }
        above = above[(place + 1)...]
      }
      found = (node, rank)
      return true
    }
    return found.map { ($0.node, $0.rank < 2) }
  }
}
