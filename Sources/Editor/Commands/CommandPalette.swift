import Appearance
import Screen
import TaskSequence
import Widgets

/// Every command there is, to choose from by typing.
enum CommandPalette {
  /// Shows every command that makes sense outside of texts and lists, with its keys: those that the
  /// focused pane alone has, those it shares, the others; what cannot be done now says why.
  static func show(_ state: inout EditorState) -> [Effect] {
    let here = state.context
    let all = state.setup.commands.all.filter(\.isListed)
    let own = all.filter { $0.contexts == [here] }
    let shared = all.filter { $0.contexts != [here] && $0.contexts.contains(here) }
    let others = all.filter { !$0.contexts.contains(here) }
    // Reading the tree is what it is there for: what is its own keeps its place among the rest.
    let ordered =
      here == .tree ? all.filter { $0.contexts.contains(here) } + others : own + shared + others
    let items = ordered.map { command in
      PickerLayer.Item(
        title: command.title, detail: command.summary, side: keys(state, of: command),
        phrases: command.phrases, section: command.section,
        refusal: refusal(state, of: command, here)
      ) { state in state.run(command.id) }
    }
    let signs = HelpWindow.signs
    var picker = PickerLayer(
      title: "Commands", items: signs + items + HelpWindow.items + Elsewhere.items,
      selected: signs.count)
    let spoken = SpokenCommand(document: state.file.document, numbering: state.numbering)
    picker.spoken = { spoken($0) }
    state.open(picker)
    return []
  }

  /// Shows what can be done with the row of the cursor.
  static func offer(_ state: inout EditorState) -> [Effect] {
    let here = state.context
    let items = Self.ofRow.compactMap { state.setup.commands[$0] }.map { command in
      PickerLayer.Item(
        title: command.title, detail: command.summary, side: keys(state, of: command),
        refusal: refusal(state, of: command, here)
      ) { state in state.run(command.id) }
    }
    let nodes = state.file.document.nodes(state.file.targets)
    let isSequence = nodes.count == 1 && nodes[0].kind == .sequence
    let title = isSequence ? "The sequence" : SequenceDocument.words(for: nodes)
    state.open(PickerLayer(title: title, items: items))
    return []
  }

  private static let ofRow: [KnownCommand] = [
    .paneEdit, .stepRename, .conditionOpen, .optionDisable, .optionContinue, .stepAdd,
    .stepAddGroup,
    .clipCut, .clipCopy, .clipPaste, .stepDuplicate, .moveTo, .moveUp, .moveDown, .referenceSwap,
    .stepRemove,
  ]

  private static func refusal(_ state: EditorState, of command: Command, _ here: KeyContext)
    -> String?
  {
    if let reason = command.refusal(state) { return reason }
    guard !command.contexts.contains(here), !command.contexts.contains(.global) else { return nil }
    return command.contexts.contains(.tree) ? "only in the tree" : "only in the details"
  }

  /// All keys of a command, as people write them.
  static func keys(_ state: EditorState, of command: Command) -> String {
    var labels: [String] = []
    for context in command.contexts {
      for keys in state.setup.keymap.keys(for: command.id, in: context) {
        let label = keys.map(\.label).joined(separator: " ")
        if !labels.contains(label) { labels.append(label) }
      }
    }
    return labels.joined(separator: "  ")
  }
}
