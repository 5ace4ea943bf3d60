import Appearance
import Editor
import Screen
import Storage
import Terminal
import Workspace

/// The one loop: draw, wait, hand events to the editor, do what it asks for.
struct EditLoop {
  var settings: Settings
  var theme: Theme
  let isASCII: Bool
  private(set) var keeper: Keeper

  init(settings: Settings, theme: Theme, isASCII: Bool, library: CatalogLibrary) {
    self.settings = settings
    self.theme = theme
    self.isASCII = isASCII
    keeper = Keeper(library: library)
  }

  /// Runs until the editor wants to leave and answers the exit code.
  mutating func run(_ state: inout EditorState, _ session: inout Session) -> Int32 {
    defer { keeper.releaseLocks() }
    // Something is on the screen before anything that takes its time.
    draw(state, &session)
    if let code = take(.started, &state, &session) { return code }
    // Since when an edit is not on the disk, and when something was pressed last.
    var edited, pressed: ContinuousClock.Instant?
    while true {
      draw(state, &session)
      var timeout = Self.lookInterval
      if let start = edited {
        timeout = Self.syncInterval - start.duration(to: .now)
        if timeout <= .zero {
          (edited, timeout) = (nil, Self.lookInterval)
          if let code = sync(&state, &session) { return code }
        }
      }
      let idle = keeper.fileToPrepare(state.files)
      if idle != nil { timeout = min(timeout, Self.idleInterval) }
      if state.isBehind { timeout = min(timeout, Self.restInterval) }
      let events = session.wait(timeout: timeout)
      let isHurried = pressed.map { $0.duration(to: .now) < Self.restInterval } ?? false
      for (index, event) in events.enumerated() {
        // Of several that have waited only the last is seen.
        state.isHurried = isHurried || index < events.count - 1
        if let code = take(.terminal(event), &state, &session) { return code }
      }
      if !events.isEmpty { pressed = .now }
      edited = keeper.isUnsynced ? edited ?? .now : nil
      guard events.isEmpty else { continue }
      state.isHurried = false
      if state.isBehind {
        if let code = take(.rested, &state, &session) { return code }
        continue
      }
      if let idle { keeper.prepare(idle) }
      for change in keeper.changes(state.files) {
        if let code = take(.outcome(change), &state, &session) { return code }
      }
    }
  }

  /// Has the edits reach the disk.
  private mutating func sync(_ state: inout EditorState, _ session: inout Session) -> Int32? {
    for outcome in keeper.sync() {
      if let code = take(.outcome(outcome), &state, &session) { return code }
      draw(state, &session)
    }
    return nil
  }

  /// How long an edit may be on its way to the disk; its frame does not wait for that.
  private static let syncInterval = Duration.milliseconds(500)
  /// How long nothing is pressed before the details follow the cursor; less than that passes between
  /// two repetitions of a key that is held down.
  private static let restInterval = Duration.milliseconds(50)
  /// How long nothing is pressed before what the first edit needs is made ready.
  private static let idleInterval = Duration.milliseconds(250)
  /// How long nothing is pressed before the files are looked at.
  private static let lookInterval = Duration.seconds(2)

  private func draw(_ state: EditorState, _ session: inout Session) {
    var buffer = Buffer(size: session.size)
    let cursor = state.draw(into: &buffer, theme)
    session.draw(isASCII ? buffer.asciiTwin() : buffer, cursor: cursor)
  }

  /// Hands over one event and everything that follows from it; answers the exit code to leave with.
  private mutating func take(
    _ event: EditorEvent, _ state: inout EditorState, _ session: inout Session
  ) -> Int32? {
    for effect in state.handle(event) {
      switch effect {
      case .quit(let code): return code
      case .suspend:
        if let code = sync(&state, &session) { return code }
        session.suspend()
      case .copy(let bytes):
        guard !session.copyToClipboard(bytes) else { continue }
        let words = "Copied here; it is too long for the clipboard of a terminal."
        if let code = tell(words, &state, &session) { return code }
      case .useTheme(let name):
        theme = settings.theme(name, depth: session.depth)
        if let fault = settings.faults.last, let code = tell(fault, &state, &session) {
          return code
        }
        session.redraw()
      case .editOutside(let id, let text, let suffix):
        guard let program = settings.configuration.editor ?? Environment.editor else { continue }
        if let code = sync(&state, &session) { return code }
        let outcome = session.withTerminalReleased {
          Self.change(text, of: id, suffix: suffix, with: OutsideEditor(program))
        }
        if let code = take(.outcome(outcome), &state, &session) { return code }
      case .write, .read, .readNodes, .survey, .readCatalog, .attend, .recall, .takeOver, .record,
        .keepDraft, .forget, .discard, .acceptDisk, .reload, .readFacts, .keepFacts:
        if case .write = effect { draw(state, &session) }
        for outcome in keeper.perform(effect, state.files) ?? [] {
          if let code = take(.outcome(outcome), &state, &session) { return code }
        }
      }
    }
    return nil
  }

  /// Warns as what came of an effect does.
  private mutating func tell(
    _ words: String, _ state: inout EditorState, _ session: inout Session
  ) -> Int32? {
    take(.outcome(.message(Message(words, .warning))), &state, &session)
  }

  private static func change(
    _ text: String, of id: FileID, suffix: String, with editor: OutsideEditor
  ) -> Outcome {
    do throws(OutsideEditor.Fault) {
      return .editedOutside(id, try editor.change(text, suffix: suffix))
    } catch {
      switch error {
      case .failed:
        let name = editor.program
        return .message(
          Message("Your editor (\(name)) failed; the text is unchanged.", .warning))
      case .file(let path, let failure):
        return .message(Message("\(path): \(failure.reason).", .error))
      }
    }
  }
}
