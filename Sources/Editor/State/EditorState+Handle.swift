import Appearance
package import Screen
import TaskSequence
import Widgets

/// What can happen to the editor.
package enum EditorEvent {
  /// The program is ready; comes once, before everything else but the first frame.
  case started
  /// What came from the terminal; hurried when something else came just before, or waits behind it.
  case terminal(Event, isHurried: Bool = false)
  /// Nothing was pressed for a moment.
  case rested
  case outcome(Outcome)
}

extension EditorState {
  /// Takes one event and answers what is to be done in the world.
  package mutating func handle(_ event: EditorEvent) -> [Effect] {
    switch event {
    case .terminal(_, let isHurried): self.isHurried = isHurried
    case .rested: isHurried = false
    case .started, .outcome: break
    }
    switch event {
    // The first frame needs a size and nothing else.
    case .terminal(.resize, _): break
    default: for index in files.indices { files[index].look() }
    }
    let (start, edits) = (stand, file.history.revisions.count)
    isWalking = false
    let effects: [Effect]
    switch event {
    case .started: effects = files.map(\.id).flatMap { Opening.attend(self, $0) }
    case .terminal(.key(let key), _): effects = press(key)
    case .terminal(.paste(let paste), _):
      typedNumber = ""
      effects = takePaste(paste)
    case .terminal(.mouse(let mouse), _):
      typedNumber = ""
      effects = Pointing.use(&self, mouse)
    case .terminal(.resize(let size), _):
      self.size = size
      effects = []
    case .terminal(.interrupted(.suspend), _): effects = [.suspend]
    case .terminal(.interrupted(let interruption), _): effects = leave(because: interruption)
    case .terminal(.resumed, _), .terminal(.unknown, _), .rested: effects = []
    case .outcome(let outcome): effects = Outcomes.take(&self, outcome)
    }
    let shown = preview()
    settle()
    let isEdit = fileID == start.file && file.history.revisions.count != edits
    jumps.note(
      from: start, to: stand, hasLayers: !layers.isEmpty, isWalk: isWalking || isEdit)
    return recordings() + effects + shown
  }

  /// Has a list show what the row is like that its bar came to.
  private mutating func preview() -> [Effect] {
    guard var list = top as? PickerLayer, list.previews != nil else { return [] }
    let action = list.preview()
    top = list
    return action?(&self) ?? []
  }

  // MARK: Keys

  private mutating func press(_ key: Key) -> [Effect] {
    message = nil
    if pendingKeys.isEmpty, let action = top?.answer(to: key) { return close(action) }
    if let effects = StepNumber.take(&self, key) { return effects }
    let keys = pendingKeys + [key]
    switch lookUp(keys) {
    case .command(let id):
      pendingKeys = []
      return run(id)
    case .prefix:
      pendingKeys = keys
      say(keys.map(\.label).joined(separator: " ") + " …")
      return []
    case .none:
      pendingKeys = []
      if let typed = key.typed, activeText != nil {
        Typing.change(&self) { $0.insert(String(Character(typed))) }
        return []
      }
      if let typed = key.typed, context == .form {
        return FormEditing.type(&self, String(Character(typed)))
      }
      if let typed = key.typed, context == .details {
        return DetailTyping.begin(&self, with: String(Character(typed)))
      }
      let known = setup.keymap.keys(for: "help", in: .global).first?.map(\.label).joined() ?? "F1"
      say(
        "\(keys.map(\.label).joined(separator: " ")) means nothing here. \(known) lists all keys.")
      return []
    }
  }

  /// What keys mean where they go now; outside of texts and lists, also what they mean everywhere.
  private func lookUp(_ keys: [Key]) -> Keymap.Match {
    let here = setup.keymap.match(keys, in: context)
    guard here == .none, layers.isEmpty else { return here }
    let everywhere = setup.keymap.match(keys, in: .global)
    let id = if case .command(let id) = everywhere { id } else { "" }
    return isHeard(keys, by: id, in: context) ? everywhere : .none
  }

  /// Whether keys that mean a command everywhere mean it in a context too: in the details letters are
  /// text, and two signs lead to all that can be done.
  func isHeard(_ keys: [Key], by id: String, in context: KeyContext) -> Bool {
    context.has(keys) || [KnownCommand.help, .palette].contains { $0.rawValue == id }
  }

  // MARK: Everything else

  private mutating func takePaste(_ paste: Paste) -> [Effect] {
    message = nil
    if activeText != nil {
      Typing.change(&self) { $0.insert(paste.text) }
      return []
    }
    if top == nil, context == .details, file.selectedField?.takesText == true {
      return DetailTyping.begin(&self, with: paste.text)
    }
    guard let top else { return Commands.pasteText(&self, paste.text) }
    return top.answer(toPasted: paste.text)?(&self) ?? []
  }

  private mutating func leave(because interruption: Interruption) -> [Effect] {
    guard interruption != .interrupt else { return run(.quit) }
    keepOpenText()
    return Leaving.atOnce(self)
  }

  /// Makes an edit of a text that is being typed, where nothing else would come of accepting it:
  /// there is no time to finish it, and the draft can be undone.
  private mutating func keepOpenText() {
    var accepting = self
    while accepting.top is QuestionLayer { accepting.close() }
    let id = accepting.fileID
    func edits(_ state: EditorState) -> Int? {
      state.index(of: id).map { state.files[$0].history.current }
    }
    let effects =
      accepting.top is FormLayer
      ? FormEditing.accept(&accepting) : Typing.accept(&accepting)
    guard effects.isEmpty, edits(accepting) != edits(self) else { return }
    self = accepting
  }

  /// Brings scroll positions and the search in line with what has changed.
  private mutating func settle() {
    file.search.refresh(file.document)
    let layout = Layout(size, pane)
    if let area = layout.tree {
      let row = file.outline.focusIndex
      file.outline.top = Layout.scroll(
        file.outline.top, to: row, of: file.outline.count, height: area.size.height)
      file.outline.readShownRows(
        area.size.height, since: file.history.isModified ? file.savedDocument : nil)
    }
    DetailEditing.settle(&self, layout)
    if var layer = top {
      layer.settle(in: self)
      top = layer
    }
    if shortKeys == nil { shortKeys = Footer.allShortKeys(self) }
    hints = Footer.allHints(self)
  }
}
