import Appearance
import Editor
import References
import Screen
import Storage
import Terminal
import Workspace

/// The one loop: draw, wait, hand events to the editor, do what it asks for.
struct EditLoop: ~Copyable, KeptWorld {
  var state: EditorState
  var exitCode: Int32?
  var keeper: Keeper
  private var session: Session
  private var settings: Settings
  private var theme: Theme
  /// What the command line asks for, whatever the settings say.
  private let start: EditorStart

  init(
    _ state: EditorState, in session: consuming Session, settings: Settings, theme: Theme,
    start: EditorStart, library: CatalogLibrary
  ) {
    self.state = state
    self.session = session
    self.settings = settings
    self.theme = theme
    self.start = start
    keeper = Keeper(library: library)
  }

  /// Runs until the editor wants to leave and answers the exit code.
  ///
  /// - Parameter faults: What is to be told first, as sentences.
  mutating func run(telling faults: [String]) -> Int32 {
    defer { keeper.releaseLocks() }
    take(.terminal(.resize(session.size)))
    take(.outcome(.drawn(theme: theme.name)))
    // Something is on the screen before anything that takes its time.
    draw()
    if !faults.isEmpty { warn(faults.joined(separator: " ")) }
    take(.started)
    // Since when an edit is not on the disk, and when something was pressed last.
    var edited, pressed: ContinuousClock.Instant?
    while true {
      if let exitCode { return exitCode }
      draw()
      var timeout = Self.lookInterval
      if let start = edited {
        timeout = Self.syncInterval - start.duration(to: .now)
        if timeout <= .zero {
          (edited, timeout) = (nil, Self.lookInterval)
          sync()
        }
      }
      let idle = keeper.fileToPrepare(state.files)
      if idle != nil { timeout = min(timeout, Self.idleInterval) }
      if state.isBehind { timeout = min(timeout, Self.restInterval) }
      let events = session.wait(timeout: timeout)
      let isHurried = pressed.map { $0.duration(to: .now) < Self.restInterval } ?? false
      for (index, event) in events.enumerated() {
        // Of several that have waited only the last is seen.
        take(.terminal(event, isHurried: isHurried || index < events.count - 1))
      }
      if !events.isEmpty { pressed = .now }
      edited = keeper.isUnsynced ? edited ?? .now : nil
      guard events.isEmpty else { continue }
      if state.isBehind {
        take(.rested)
        continue
      }
      if let idle { keeper.prepare(idle) }
      if settings.haveChanged() {
        for outcome in rereadSettings() { take(.outcome(outcome)) }
      }
      for change in keeper.changes(state.files) { take(.outcome(change)) }
    }
  }

  /// Gives the terminal back; what the keeper knows at the end is told below it.
  consuming func end() -> Keeper {
    session.close()
    return keeper
  }

  /// Has the edits reach the disk.
  private mutating func sync() {
    for outcome in keeper.sync() {
      take(.outcome(outcome))
      draw()
    }
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

  private mutating func draw() {
    var buffer = Buffer(size: session.size)
    let cursor = state.draw(into: &buffer, theme)
    let isASCII = start.isASCII || settings.configuration.ascii == true
    session.draw(isASCII ? buffer.asciiTwin() : buffer, cursor: cursor)
  }

  private mutating func warn(_ words: String) {
    take(.outcome(.message(Message(words, .warning))))
  }
}

/// What it does beside keeping files.
extension EditLoop {
  mutating func write(
    _ id: FileID, to path: String, _ sequences: ClearedSequences, backup: AtomicFile.Backup?,
    isNew: Bool
  ) -> [Outcome] {
    draw()
    return keeper.write(id, to: path, sequences, backup: backup, isNew: isNew, state.files)
  }

  mutating func attend(_ id: FileID, at path: String, isReadOnly: Bool) -> [Outcome] {
    guard let file = state.files.first(where: { $0.id == id }) else { return [] }
    RecentFiles.note(path)
    let view = KeptText(.view, of: file.viewKey ?? path)?.text
    return keeper.attend(file, at: path, isReadOnly: isReadOnly)
      + (view.map { [.view(id, $0)] } ?? [])
  }

  mutating func copy(_ text: [UInt8]) -> [Outcome] {
    guard !session.copyToClipboard(text) else { return [] }
    let words = "Copied here; it is too long for the clipboard of a terminal."
    return [.message(Message(words, .warning))]
  }

  mutating func editOutside(_ text: String, of id: FileID, suffix: String) -> [Outcome] {
    guard let program = settings.configuration.editor ?? Environment.editor else {
      return [.editedOutside(id, nil)]
    }
    sync()
    return session.withTerminalReleased {
      [Self.change(text, of: id, suffix: suffix, with: OutsideEditor(program))]
    }
  }

  mutating func call(_ name: String, _ arguments: [String]) -> [Outcome] {
    sync()
    return session.withTerminalReleased {
      let message: Message
      do throws(FileFailure) {
        message = Message(try OutsideProgram(arguments).run(), of: name)
      } catch {
        return [.message(Message("“\(name)”: \(arguments[0]): \(error.reason).", .warning))]
      }
      // What it has printed is gone with the next frame.
      OutsideProgram.waitForEnter(saying: message.text)
      return [.message(message)]
    }
  }

  mutating func useTheme(_ name: String) -> [Outcome] {
    do throws(SettingsFault) { theme = try settings.theme(named: name, depth: session.depth) } catch
    {
      return [.message(Message(error.sentence + ".", .warning))]
    }
    session.redraw()
    return [.drawn(theme: theme.name)]
  }

  mutating func keepTheme(_ name: String) -> [Outcome] {
    let outcomes = settings.kept(theme: name)
    // What was written from here is no news.
    return outcomes + (settings.haveChanged() ? rereadSettings().filter { !$0.isMessage } : [])
  }

  mutating func rereadSettings() -> [Outcome] {
    let former = settings.themeName(start.theme, depth: session.depth)
    let outcomes = settings.reread(isStrict: start.isStrict)
    let wanted = settings.themeName(start.theme, depth: session.depth)
    return outcomes + useTheme(wanted == former ? theme.name : wanted)
  }

  mutating func redraw() -> [Outcome] {
    session.redraw()
    return []
  }

  mutating func suspend() -> [Outcome] {
    sync()
    session.suspend()
    return []
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

extension Outcome {
  /// Whether it is something to say and no more.
  fileprivate var isMessage: Bool { if case .message = self { true } else { false } }
}
