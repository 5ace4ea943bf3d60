import Appearance
package import Screen
import Widgets

/// What can happen to the editor.
package enum EditorEvent {
  /// The program is ready; comes once, before everything else but the first frame.
  case started
  case terminal(Event)
  /// Nothing was pressed for a moment.
  case rested
  case outcome(Outcome)
}

extension EditorState {
  /// Takes one event and answers what is to be done in the world.
  package mutating func handle(_ event: EditorEvent) -> [Effect] {
    switch event {
    // The first frame needs a size and nothing else.
    case .terminal(.resize): break
    default: for index in files.indices { files[index].look() }
    }
    let effects: [Effect]
    switch event {
    case .started: effects = files.map(\.id).flatMap { attend($0) }
    case .terminal(.key(let key)): effects = press(key)
    case .terminal(.paste(let paste)): effects = take(paste)
    case .terminal(.mouse(let mouse)): effects = use(mouse)
    case .terminal(.resize(let size)):
      self.size = size
      effects = []
    case .terminal(.interrupted(.suspend)): effects = [.suspend]
    case .terminal(.interrupted(let interruption)): effects = leave(because: interruption)
    case .terminal(.resumed), .terminal(.unknown), .rested: effects = []
    case .outcome(let outcome): effects = take(outcome)
    }
    settle()
    return recordings() + effects
  }

  // MARK: Keys

  private mutating func press(_ key: Key) -> [Effect] {
    message = nil
    if pendingKeys.isEmpty, let action = top?.answer(to: key) { return close(action) }
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
        edit { $0.insert(String(Character(typed))) }
        return []
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
    return setup.keymap.match(keys, in: .global)
  }

  /// Runs a command, or says why it cannot be done.
  mutating func run(_ command: KnownCommand) -> [Effect] { run(command.rawValue) }

  /// Runs the command of that name, or says why it cannot be done.
  mutating func run(_ id: String) -> [Effect] {
    guard let command = setup.commands[id] else { return [] }
    if let reason = command.refusal(self) {
      say("\(command.title): \(reason).", .warning)
      return []
    }
    return command.run(&self)
  }

  /// Changes the text being typed into and tells whoever asked for it.
  mutating func edit(_ change: (inout TextModel) -> Void) {
    guard var text = activeText else { return }
    let old = text.characters
    change(&text)
    activeText = text
    completion = nil
    if text.characters != old { complete() }
    _ = top?.changed?(&self)
  }

  // MARK: Everything else

  private mutating func take(_ paste: Paste) -> [Effect] {
    message = nil
    if activeText != nil {
      edit { $0.insert(paste.text) }
      return []
    }
    guard let top else { return pasteText(paste.text) }
    return top.answer(toPasted: paste.text)?(&self) ?? []
  }

  private mutating func leave(because interruption: Interruption) -> [Effect] {
    guard interruption != .interrupt else { return run(.quit) }
    keepOpenText()
    return leaveAtOnce()
  }

  /// Brings scroll positions and the search in line with what has changed.
  private mutating func settle() {
    file.search.refresh(file.document)
    let layout = Layout(size, pane)
    if let area = layout.tree {
      let row = file.outline.focusIndex
      file.outline.top = Self.scroll(
        file.outline.top, to: row, of: file.outline.count, height: area.size.height)
      file.outline.readShownRows(area.size.height)
    }
    settleDetails(layout)
    if var layer = top {
      layer.settle(in: self)
      top = layer
    }
    if shortKeys == nil { shortKeys = allShortKeys }
    hints = allHints
  }

  /// The first row to show so that `row` is visible with a little context.
  static func scroll(_ top: Int, to row: Int, of count: Int, height: Int) -> Int {
    let margin = min(2, max(0, (height - 1) / 2))
    let first = min(max(top, row - height + 1 + margin), max(0, row - margin))
    return max(0, min(first, count - height))
  }
}
