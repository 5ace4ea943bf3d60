import Appearance
import Editor
import Screen
import Terminal

/// The one loop: draw, wait, hand events to the editor, do what it asks for.
struct EditLoop {
  var settings: Settings
  var theme: Theme
  let isASCII: Bool

  /// Runs until the editor wants to leave and answers the exit code.
  mutating func run(_ state: inout EditorState, _ session: inout Session) -> Int32 {
    while true {
      draw(state, &session)
      for event in session.wait() {
        if let code = take(.terminal(event), &state, &session) { return code }
      }
    }
  }

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
      case .suspend: session.suspend()
      case .copy(let bytes): _ = session.copyToClipboard(bytes)
      case .useTheme(let name):
        theme = settings.theme(name, depth: session.depth)
        if let fault = settings.faults.last { state.say(fault, .warning) }
        session.redraw()
      case .editOutside(let text, let suffix):
        guard let program = settings.configuration.editor ?? Environment.editor else { continue }
        let outcome = session.withTerminalReleased {
          World.edit(text, suffix: suffix, with: program)
        }
        if let code = take(.outcome(outcome), &state, &session) { return code }
      case .write(let id, let path, let bytes, let backup, let isNew):
        draw(state, &session)
        let outcome = World.write(id, path, bytes, backup: backup, isNew: isNew)
        if let code = take(.outcome(outcome), &state, &session) { return code }
      case .read(let path):
        if let code = take(.outcome(World.read(path)), &state, &session) { return code }
      }
    }
    return nil
  }
}
