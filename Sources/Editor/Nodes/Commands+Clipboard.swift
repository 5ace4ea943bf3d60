import Operations
import StepCatalog
import TaskSequence
import Widgets
import XMLTree

extension Commands {
  static let clipboard: [Command] = [
    Command(
      "clip.cut", "Cut", "Cut the node, or the marked ones", keys: ["<C-x>"],
      unless: Refusals.noNode
    ) { state in
      let effects = copyNodes(&state)
      let nodes = state.file.document.topmost(state.file.targets)
      state.perform(
        RemoveNodes(state.file.targetPaths),
        label: "Cut \(SequenceDocument.words(for: nodes))\(SequenceDocument.wordsInside(nodes))")
      state.file.outline.unmarkAll()
      return effects
    },
    Command(
      "clip.copy", "Copy", "Copy the node, or the marked ones", keys: ["<C-c>"],
      unless: { state in
        state.file.outline.marks.isEmpty && state.file.focus.kind == .sequence
          ? "choose a step or a group first" : nil
      }
    ) { state in
      let effects = copyNodes(&state)
      let count = state.clipboard?.nodes.count ?? 0
      let what = count == 1 ? "“\(state.clipboard?.nodes[0].name ?? "")”" : "\(count) nodes"
      let holdsSecrets =
        effects != [.copy(state.clipboard?.xml ?? [])]
        ? " For other programs its secrets are dots." : ""
      state.say(
        "Copied \(what). \(state.keyLabel(.clipPaste)) pastes, in other files too.\(holdsSecrets)")
      return effects
    },
    paste("clip.paste", "Paste", "Paste after the row, or into an empty group", ["<C-v>", "p"]) {
      state in state.file.destination
    },
    paste("clip.pasteBefore", "Paste before", "Paste before the row", ["P"]) { state in
      let node = state.file.focus
      return node.kind == .sequence ? .start(of: node.id) : .before(node.id)
    },
    paste("clip.pasteInto", "Paste into", "Paste into the group, at its end", ["I"]) { state in
      .end(of: state.file.focus.id)
    },
    Command(
      "clip.fromFile", "Insert from file", "Paste the steps and groups another file holds",
      unless: Refusals.readOnly, run: Inserting.ask),
    Command(
      "clip.text", "Copy as text", "Copy path, name, command or XML to the system's clipboard",
      keys: ["y"], run: chooseTextToCopy),
  ]

  private static func paste(
    _ id: String, _ title: String, _ summary: String, _ keys: [String],
    at destination: @escaping @Sendable (EditorState) -> Destination
  ) -> Command {
    Command(
      id, title, summary, keys: keys,
      unless: { state in
        Refusals.readOnly(state) ?? (state.clipboard == nil ? "nothing was copied yet" : nil)
      }
    ) { state in
      guard let clipboard = state.clipboard else { return [] }
      let place = destination(state)
      state.perform { (chain) throws(Refusal) in
        try chain.apply(AddXML(clipboard, into: chain.document, chain.place(place)))
      }
      return []
    }
  }
}

extension Commands {
  /// Takes the targets to the editor's clipboard, and their XML to the system's.
  private static func copyNodes(_ state: inout EditorState) -> [Effect] {
    let taken = Clipboard(of: state.file.document, state.file.targets)
    state.clipboard = taken
    let secrecy = state.file.secrecy
    let shown = taken.nodes.map { $0.shownXML(.max, secrecy) }
    return [.copy(Array(shown.joined(separator: [0x0A])))]
  }

  /// Pastes text that came from the terminal: XML of steps and groups.
  static func pasteText(_ state: inout EditorState, _ text: String) -> [Effect] {
    guard text.drop(while: \.isWhitespace).hasPrefix("<") else {
      state.say("What was pasted is no XML of a step or a group.", .warning)
      return []
    }
    let place = state.file.destination
    let sound = Copying.withoutDots(text)
    let edit = state.perform { (chain) throws(Refusal) in
      try chain.apply(AddXML(sound ?? text, chain.place(place)))
    }
    if edit != nil, sound != nil, let said = state.message?.text {
      state.say("\(said) Secrets came as dots and are empty: “Passwords” lists them.", .warning)
    }
    return []
  }

  private static func chooseTextToCopy(_ state: inout EditorState) -> [Effect] {
    let node = state.file.focus
    var choices: [(title: String, text: String)] = []
    if let path = state.file.document.path(of: node.id) {
      choices.append(("Path", path.description))
    }
    choices.append(("Name", node.name))
    if let type = node.type {
      let label = StepName(type).label(in: state.file.document.dialect)
      choices.append((label.map { "Type of \($0)" } ?? "Type", type))
    }
    if let action = node.action, node.kind != .group { choices.append(("Command line", action)) }
    for variable in node.variables where variable.name.hasSuffix("ID") && !variable.value.isEmpty {
      choices.append((variable.name, variable.value))
    }
    choices.append(("XML", String(decoding: node.element.serialized(), as: UTF8.self)))
    let secrecy = state.file.secrecy
    let items = choices.flatMap { choice -> [PickerLayer.Item] in
      let shown =
        choice.title == "XML"
        ? String(decoding: node.shownXML(.max, secrecy), as: UTF8.self)
        : node.cover(choice.text, secrecy)
      let item = PickerLayer.Item(
        title: choice.title,
        detail: shown.split(whereSeparator: \.isNewline).first.map(String.init) ?? ""
      ) { state in
        state.open(ViewerLayer(title: "Copied: \(choice.title)", text: shown))
        state.say("Copied. Should the clipboard stay empty, mark it here.")
        return Copying.put(&state, shown: shown, clear: choice.text)
      }
      guard shown != choice.text else { return [item] }
      let clear = PickerLayer.Item(
        title: "\(choice.title) in clear", detail: "with its secrets; asks first"
      ) { state in
        Copying.askForClear(&state, choice.title, choice.text)
        return []
      }
      return [item, clear]
    }
    state.open(PickerLayer(title: "Copy as text", items: items))
    return []
  }
}
